import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'fine-tune',
  title: 'Fine-tune',
  asked: async () => (await import('./asked')).askedHere,
  Panel: lazy(() => import('./Panel')),
  // Fine-tuning starts from a model of the list; its weights are fetched when a run starts.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
