import { add, mul, sigmoid, square } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { linear } from './linear';
import type { BlockParams } from './parameters';

/**
 * The GELU activation in its tanh approximation.
 *
 * `0.5 x (1 + tanh u)` is the same function as `x sigmoid(2u)`, which takes fewer operations.
 *
 * @param x any shape
 * @returns the same shape
 * @source hendrycks2016
 */
export function gelu(x: Tensor2D): Tensor2D {
  const twiceRootTwoOverPi = 2 * Math.sqrt(2 / Math.PI);
  const u = mul(x, add(mul(square(x), 0.044715), 1)); // x + 0.044715 x^3
  return mul(x, sigmoid(mul(u, twiceRootTwoOverPi)));
}

/**
 * The part of a block where each position thinks alone: widen four times, bend, narrow again.
 * @param x (B*T, C)
 * @returns (B*T, C)
 */
export function mlp(x: Tensor2D, { cFc, cProj }: BlockParams['mlp']): Tensor2D {
  return linear(gelu(linear(x, cFc)), cProj);
}
