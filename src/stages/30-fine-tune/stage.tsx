import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'fine-tune',
  title: text(words, 'title.fine-tune'),
  asked: async () => (await import('./asked')).askedHere,
  load: () => import('./Panel'),
  // Fine-tuning starts from a model of the list; its weights are fetched when a run starts.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
