import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'prompt',
  title: text(words, 'title.prompt'),
  asked: async () => (await import('./asked')).askedHere,
  load: () => import('./Panel'),
  // The current model comes from the list; its weights are fetched with the first answer.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
