import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'evaluate',
  title: 'Evaluate',
  asked: async () => (await import('./asked')).askedHere,
  Panel: lazy(() => import('./Panel')),
  // The models come from the list; their weights are fetched when they are first asked.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
