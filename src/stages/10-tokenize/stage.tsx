import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'tokenize',
  title: 'Tokenize',
  asked: async () => (await import('./asked')).askedHere,
  Panel: lazy(() => import('./Panel')),
  // The shipped tokenizer is part of the store's first state: there is nothing to fetch.
  prepare: () => Promise.resolve(),
};

export default stage;
