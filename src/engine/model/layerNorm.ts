import { add, mean, mul, rsqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Norm } from './shapes';

/** Keeps the division finite for a row of equal numbers. */
export const LAYER_NORM_EPSILON = 1e-5;

/**
 * Shifts and scales each row to mean 0 and variance 1, then applies the learned gain and shift.
 * @param x (N, C) float32
 * @returns (N, C)
 * @source ba2016
 */
export function layerNorm(x: Tensor2D, { g, b }: Norm<Tensor1D>): Tensor2D {
  const centered = sub(x, mean(x, 1, true)); // (N, C)
  const variance = mean(square(centered), 1, true); // (N, 1)
  const normalized = mul(centered, rsqrt(add(variance, LAYER_NORM_EPSILON))); // (N, C)
  return add(mul(normalized, g), b);
}
