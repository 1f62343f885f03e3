import { add, matMul } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Linear } from './shapes';

/**
 * A fully connected layer, `x w + b`.
 * @param x (N, in) float32
 * @returns (N, out)
 */
export function linear(x: Tensor2D, { w, b }: Linear<Tensor2D, Tensor1D>): Tensor2D {
  return add(matMul(x, w), b);
}
