import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { referenceRuntime } from '../../../engine/model/referenceRuntime';
import type { Runtime } from '../../../engine/runtime';
import type { BackendName } from '../../../protocol/training';

/**
 * Starts a backend of TensorFlow.js, for the reference runtime to compute on.
 * @throws Error when it did not start: TensorFlow.js otherwise goes on with another one in silence
 */
export async function startBackend(name: BackendName): Promise<Runtime> {
  if (!(await setBackend(name)) || getBackend() !== name) {
    throw new Error(`expected the backend ${name} of TensorFlow.js to start, got ${getBackend()}`);
  }
  return referenceRuntime;
}
