import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'fine-tune',
  title: 'Fine-tune',
  Panel: lazy(() => import('./Panel')),
  // The list of models to start from is loaded as the page opens; weights are fetched when a run starts.
  prepare: () => Promise.resolve(),
};

export default stage;
