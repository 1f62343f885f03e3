import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'evaluate',
  title: text(words, 'title.evaluate'),
  asked: async () => (await import('./asked')).askedHere,
  load: () => import('./Panel'),
  // The models come from the list; their weights are fetched when they are first asked.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
