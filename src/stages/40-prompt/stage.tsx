import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'prompt',
  title: 'Prompt',
  Panel: lazy(() => import('./Panel')),
  // A shipped model is current as soon as the page is open; its weights are fetched with the first answer.
  prepare: () => Promise.resolve(),
};

export default stage;
