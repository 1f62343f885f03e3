import { gather, matMul, reshape, tidy } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { GPTConfig } from '../config';
import { causalMask } from './attention';
import { block } from './block';
import { embed } from './embedding';
import { layerNorm } from './layerNorm';
import type { GPTParams } from './parameters';

/** Runs the blocks. @returns (B*T, C), the residual stream after the last block */
function residualStream(params: GPTParams, config: GPTConfig, ids: Tensor2D): Tensor2D {
  const [B, T] = ids.shape;
  if (T > config.blockSize) {
    throw new RangeError(
      `expected at most ${config.blockSize} tokens a row, got ${T}; keep only the last ones`,
    );
  }
  const mask = causalMask(T);
  let x = embed(ids, params);
  for (const layer of params.h) x = block(x, layer, mask, { B, T, nHead: config.nHead });
  return x;
}

/** Scores every token of the vocabulary. The head is the token embedding itself: (N, C) -> (N, V). */
function head(x: Tensor2D, { lnF, wte }: GPTParams): Tensor2D {
  return matMul(layerNorm(x, lnF), wte, false, true);
}

/**
 * The whole model: which token comes next, asked at every position at once.
 * @param ids (B, T) int32, T at most blockSize
 * @returns (B, T, V) logits, the caller disposes
 * @throws RangeError when a row is longer than the context
 * @source radford2019
 */
export function forward(params: GPTParams, config: GPTConfig, ids: Tensor2D): Tensor3D {
  const [B, T] = ids.shape;
  return tidy(() => reshape(head(residualStream(params, config, ids), params), [B, T, config.vocabSize]));
}

/**
 * The logits at one position of each row: all that generation needs.
 * @param ids (B, T) int32, filled up behind the position with any token: attention never looks ahead
 * @param rows (B) int32, the position asked in row b, given as `b * T + position`
 * @returns (B, V) logits, the caller disposes
 * @throws RangeError when a row is longer than the context
 */
export function logitsAt(params: GPTParams, config: GPTConfig, ids: Tensor2D, rows: Tensor1D): Tensor2D {
  return tidy(() => head(gather(residualStream(params, config, ids), rows), params));
}
