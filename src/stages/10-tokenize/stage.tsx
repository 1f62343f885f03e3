import { text } from '../../content/narrative';
import type { Stage } from '../stage';
import words from '../words.en.md';

const stage: Stage = {
  id: 'tokenize',
  title: text(words, 'title.tokenize'),
  asked: async () => (await import('./asked')).askedHere,
  load: () => import('./Panel'),
  // The shipped tokenizer is part of the store's first state: there is nothing to fetch.
  prepare: () => Promise.resolve(),
};

export default stage;
