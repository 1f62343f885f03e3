import { lazy } from 'react';
import type { Stage } from '../stage';

const stage: Stage = {
  id: 'start',
  title: 'Start',
  Panel: lazy(() => import('./Panel')),
  // The list of shipped models is loaded as the page opens; the panel asks for its three answers itself.
  prepare: () => Promise.resolve(),
};

export default stage;
