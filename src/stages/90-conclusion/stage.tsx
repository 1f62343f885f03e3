import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'conclusion',
  title: 'Conclusion',
  Panel: lazy(() => import('./Panel')),
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
