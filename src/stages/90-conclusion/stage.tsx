import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'conclusion',
  title: text(words, 'title.conclusion'),
  load: () => import('./Panel'),
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
