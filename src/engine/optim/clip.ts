import { addN, div, maximum, sqrt, square, sum, tidy } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

/**
 * The length of all gradients taken as one long vector.
 * @returns scalar, the caller disposes
 */
export function globalNorm(gradients: readonly Tensor[]): Scalar {
  return tidy(() => sqrt(addN(gradients.map((gradient) => sum<Scalar>(square(gradient))))));
}

/**
 * What every gradient is divided by so that their global norm is at most `clipNorm`.
 *
 * Dividing all by the same number shortens the step and keeps its direction. The norm stays on the
 * backend: waiting for it to be read back would hold up every step.
 *
 * @returns scalar, 1 when the norm is small enough, the caller disposes
 */
export function clipDivisor(norm: Scalar, clipNorm: number): Scalar {
  return tidy(() => maximum<Scalar>(div(norm, clipNorm), 1));
}
