import type { Tensor2D } from '@tensorflow/tfjs-core';
import { gelu } from '../../model/mlp';

/** What `gelu` computes; its gradient is a part of `inputGradientThroughGelu`. */
export function geluReference(h: Tensor2D): Tensor2D {
  return gelu(h);
}
