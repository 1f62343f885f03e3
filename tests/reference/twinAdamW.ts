import type { AdamWConfig } from '../../src/engine/optim/adamw';
import { at } from './twinLayers';

/** One number's AdamW history: the values of a parameter after each update. */
export function adamWPath(
  start: number,
  gradients: readonly number[],
  learningRate: number,
  { beta1, beta2, epsilon, weightDecay }: AdamWConfig,
): number[] {
  let [w, m, v] = [start, 0, 0];
  return gradients.map((g, i) => {
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    const mHat = m / (1 - beta1 ** (i + 1));
    const vHat = v / (1 - beta2 ** (i + 1));
    w = w - learningRate * weightDecay * w - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
    return w;
  });
}

/** The largest difference between two lists, as a share of the largest entry of the second. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let largest = 0;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(at(expected, i)));
    difference = Math.max(difference, Math.abs(at(actual, i) - at(expected, i)));
  }
  return largest === 0 ? difference : difference / largest;
}
