import { add } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { attention } from './attention';
import type { Dimensions } from './attention';
import { layerNorm } from './layerNorm';
import { mlp } from './mlp';
import type { BlockParams } from './parameters';

/**
 * One transformer block: attention, then the MLP, each on a normalised copy and added back.
 * @param x (B*T, C) the residual stream
 * @returns (B*T, C)
 */
export function block(x: Tensor2D, params: BlockParams, mask: Tensor2D, dimensions: Dimensions): Tensor2D {
  const attended = add<Tensor2D>(x, attention(layerNorm(x, params.ln1), params.attn, mask, dimensions));
  return add(attended, mlp(layerNorm(attended, params.ln2), params.mlp));
}
