import { add, matMul, mul, reshape, softmax, split, tensor2d, transpose } from '@tensorflow/tfjs-core';
import type { Rank, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { linear } from './linear';
import type { BlockParams } from './parameters';

/**
 * What is added to a score that looks into the future: its softmax is exactly 0.
 * Not -1e9: the largest half-float is 65504, and on GPUs that compute in half precision
 * the larger number becomes an infinity and the softmax NaN.
 */
const MASKED = -1e4;

/**
 * The mask that keeps each position from looking ahead.
 * @returns (T, T), 0 where column <= row and a large negative number elsewhere; to be added to the scores
 */
export function causalMask(T: number): Tensor2D {
  const values = new Float32Array(T * T);
  for (let row = 0; row < T; row++) values.fill(MASKED, row * T + row + 1, (row + 1) * T);
  return tensor2d(values, [T, T]);
}

/** The sizes that a flat (B*T, C) tensor no longer shows. */
export interface Dimensions {
  readonly B: number;
  readonly T: number;
  readonly nHead: number;
}

/**
 * Causal multi-head self-attention: each position reads from the positions up to itself.
 * @param x (B*T, C)
 * @param mask (T, T) from `causalMask`
 * @returns (B*T, C)
 * @source vaswani2017 eq. 1
 */
export function attention(
  x: Tensor2D,
  { cAttn, cProj }: BlockParams['attn'],
  mask: Tensor2D,
  { B, T, nHead: nh }: Dimensions,
): Tensor2D {
  const C = x.shape[1];
  const hs = C / nh;
  const [q, k, v] = split(linear(x, cAttn), [C, C, C], 1) as [Tensor2D, Tensor2D, Tensor2D]; // (B*T, C) each
  const heads = (y: Tensor2D, order: number[]): Tensor4D => transpose(reshape<Rank.R4>(y, [B, T, nh, hs]), order);

  // The scale goes on q, which is smaller than the scores: the product is the same.
  const queries = heads(mul(q, 1 / Math.sqrt(hs)), [0, 2, 1, 3]); // (B, nh, T, hs)
  const keys = heads(k, [0, 2, 3, 1]); // (B, nh, hs, T)
  const values = heads(v, [0, 2, 1, 3]); // (B, nh, T, hs)

  const scores = matMul(queries, keys); // (B, nh, T, T)
  const probs = softmax(add<Tensor4D>(scores, mask)); // (B, nh, T, T), rows sum to 1
  const mixed = matMul(probs, values); // (B, nh, T, hs)
  const y = reshape<Rank.R2>(transpose(mixed, [0, 2, 1, 3]), [B * T, C]);
  return linear(y, cProj);
}
