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
  // Heads come first: then queries, keys and values lie one behind the other and are cut apart cheaply.
  const qkv = transpose(reshape<Rank.R4>(linear(x, cAttn), [B, T, 3 * nh, hs]), [2, 0, 1, 3]); // (3 nh, B, T, hs)
  const [q, k, v] = split(qkv, 3) as [Tensor4D, Tensor4D, Tensor4D]; // (nh, B, T, hs) each

  // The scale goes on q, which is smaller than the scores: the product is the same.
  const scores = matMul(mul(q, 1 / Math.sqrt(hs)), k, false, true); // (nh, B, T, T)
  const probs = softmax(add<Tensor4D>(scores, mask)); // (nh, B, T, T), rows sum to 1
  const mixed = matMul(probs, v); // (nh, B, T, hs)
  const y = reshape<Rank.R2>(transpose(mixed, [1, 2, 0, 3]), [B * T, C]); // heads side by side again
  return linear(y, cProj);
}
