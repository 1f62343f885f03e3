import { valueAndGrad } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Which way an input moves a result, as TensorFlow.js derives it from the forward composition.
 * @param forward the composition as a function of that input alone
 * @param dResult how much each number of the result is wanted to grow; a scalar result grows by 1
 * @returns the gradient, shaped as the input
 */
export function gradientOf(
  forward: (input: Tensor2D) => Tensor,
  input: Tensor2D,
  dResult?: Tensor2D,
): Tensor2D {
  return valueAndGrad(forward)(input, dResult).grad;
}
