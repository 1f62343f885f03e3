import { add } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { linear } from '../../model/linear';
import { geluReference } from '../gelu/reference';
import { gradientOf } from '../referenceGradient';
import { linearOf } from '../referenceInputs';

/**
 * What `linear` computes.
 * @param x (N, in)
 * @param w the layer's block, (in + 4, out)
 * @returns (N, out)
 */
export function linearReference(x: Tensor2D, w: Tensor2D): Tensor2D {
  return linear(x, linearOf(w));
}

/** What `linearAdd` computes: the layer's result on top of what flows past it. */
export function linearAddReference(x: Tensor2D, w: Tensor2D, residual: Tensor2D): Tensor2D {
  return add(linearReference(x, w), residual);
}

/** What `inputGradient` computes. @returns (N, in) */
export function inputGradientReference(x: Tensor2D, w: Tensor2D, dY: Tensor2D): Tensor2D {
  return gradientOf((input) => linearReference(input, w), x, dY);
}

/** What `inputGradientThroughGelu` computes: the layer reads gelu(h). @returns (N, in) */
export function inputGradientThroughGeluReference(h: Tensor2D, w: Tensor2D, dY: Tensor2D): Tensor2D {
  return gradientOf((input) => linearReference(geluReference(input), w), h, dY);
}

/** What `weightGradient` computes. @returns (in + 4, out), the bias's gradient in row `in` */
export function weightGradientReference(x: Tensor2D, w: Tensor2D, dY: Tensor2D): Tensor2D {
  return gradientOf((block) => linearReference(x, block), w, dY);
}
