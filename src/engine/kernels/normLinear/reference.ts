import type { Tensor2D } from '@tensorflow/tfjs-core';
import { unembedReference } from '../embedding/reference';
import { geluReference } from '../gelu/reference';
import { layerNormReference } from '../layerNorm/reference';
import { linearReference } from '../linear/reference';

/** What `normLinear` computes. @returns (N, out) */
export function normLinearReference(x: Tensor2D, norm: Tensor2D, w: Tensor2D): Tensor2D {
  return linearReference(layerNormReference(x, norm), w);
}

/** What `normLinearGelu` computes. @returns (N, out) */
export function normLinearGeluReference(x: Tensor2D, norm: Tensor2D, w: Tensor2D): Tensor2D {
  return geluReference(normLinearReference(x, norm, w));
}

/** What `normUnembed` computes. @returns (N, V4) */
export function normUnembedReference(x: Tensor2D, norm: Tensor2D, wte: Tensor2D): Tensor2D {
  return unembedReference(layerNormReference(x, norm), wte);
}
