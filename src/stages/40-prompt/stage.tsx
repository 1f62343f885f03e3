import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'prompt',
  title: 'Prompt',
  asked: async () => (await import('./asked')).askedHere,
  Panel: lazy(() => import('./Panel')),
  // The current model comes from the list; its weights are fetched with the first answer.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
