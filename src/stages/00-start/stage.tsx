import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'start',
  title: 'Start',
  Panel: lazy(() => import('./Panel')),
  // The panel asks for its three answers as soon as the list of shipped models is there.
  prepare: ({ getState }) => getState().actions.loadPoints(),
};

export default stage;
