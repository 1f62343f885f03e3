import { add, matMul } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { LinearParams } from './parameters';

/**
 * A fully connected layer, `x w + b`.
 * @param x (N, in) float32
 * @returns (N, out)
 */
export function linear(x: Tensor2D, { w, b }: LinearParams): Tensor2D {
  return add(matMul(x, w), b);
}
