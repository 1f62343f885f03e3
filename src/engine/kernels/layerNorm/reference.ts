import type { Tensor2D } from '@tensorflow/tfjs-core';
import { layerNorm } from '../../model/layerNorm';
import { gradientOf } from '../referenceGradient';
import { normOf } from '../referenceInputs';

/**
 * What `layerNorm` computes.
 * @param x (N, C)
 * @param norm its block, (4, C)
 * @returns (N, C)
 */
export function layerNormReference(x: Tensor2D, norm: Tensor2D): Tensor2D {
  return layerNorm(x, normOf(norm));
}

/** What `layerNormGradient` adds to its residual. @returns (N, C) */
export function layerNormGradientReference(x: Tensor2D, norm: Tensor2D, dN: Tensor2D): Tensor2D {
  return gradientOf((input) => layerNormReference(input, norm), x, dN);
}

/** What `normGradients` puts into the block of one norm. @returns (4, C) */
export function normGradientReference(x: Tensor2D, norm: Tensor2D, dN: Tensor2D): Tensor2D {
  return gradientOf((block) => layerNormReference(x, block), norm, dN);
}
