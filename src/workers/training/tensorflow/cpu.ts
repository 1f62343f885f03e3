import '@tensorflow/tfjs-backend-cpu';
import type { Runtime } from '../../../engine/runtime';
import { startBackend } from './start';

/** The reference runtime in plain JavaScript. */
export function referenceOnCpu(): Promise<Runtime> {
  return startBackend('cpu');
}
