import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'pretrain',
  title: 'Pretrain',
  asked: async () => (await import('./asked')).askedHere,
  Panel: lazy(() => import('./Panel')),
  // A run begins with random weights and text made on the spot: there is nothing to fetch.
  prepare: () => Promise.resolve(),
};

export default stage;
