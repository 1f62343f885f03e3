import type { OpenRuntime, StartBackend, Subject } from './claimSetUp';
import { claimGeneration } from './generationClaims';
import { claimLearning } from './learningClaims';
import { claimModel } from './modelClaims';

/**
 * Everything a runtime promises, claimed for one of them on one backend. The same claims are tested in Node and in a
 * browser.
 * @param leakSteps steps over which memory is watched
 * @param bytes what the runtime holds that TensorFlow.js does not count, for one that keeps its own memory
 */
export function claimEngine(
  backend: string,
  start: StartBackend,
  leakSteps: number,
  openRuntime: OpenRuntime,
  bytes?: () => number,
): void {
  const subject: Subject = { backend, start, open: openRuntime, bytes };
  claimModel(subject);
  claimLearning(subject, leakSteps);
  claimGeneration(subject);
}
