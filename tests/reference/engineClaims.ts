import type { StartBackend } from './claimSetUp';
import { claimGeneration } from './generationClaims';
import { claimLearning } from './learningClaims';
import { claimModel } from './modelClaims';

/**
 * Everything the tensor chapters of the engine promise, claimed for one backend. The same claims are tested on cpu and
 * wasm in Node, and on webgl, wasm and cpu in a browser.
 * @param leakSteps steps over which the tensor count is watched
 */
export function claimEngine(backend: string, start: StartBackend, leakSteps: number): void {
  claimModel(backend, start);
  claimLearning(backend, start, leakSteps);
  claimGeneration(backend, start);
}
