import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'pretrain',
  title: text(words, 'title.pretrain'),
  asked: async () => (await import('./asked')).askedHere,
  load: () => import('./Panel'),
  // A run begins with random weights and text made on the spot: there is nothing to fetch.
  prepare: () => Promise.resolve(),
};

export default stage;
