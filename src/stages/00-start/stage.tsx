import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'start',
  title: text(words, 'title.start'),
  load: () => import('./Panel'),
  // The panel asks for its three answers as soon as the list of shipped models is there.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
