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
 * What attention does between its two linear layers: each position mixes the values of the positions up to itself.
 * @param qkv (B*T, 3C), queries, keys and values side by side, each head by head
 * @param mask (T, T) from `causalMask`
 * @returns probs (nh, B, T, T), rows sum to 1, and y (B*T, C)
 * @source vaswani2017 eq. 1
 */
export function mixHeads(
  qkv: Tensor2D,
  mask: Tensor2D,
  { B, T, nHead: nh }: Dimensions,
): { probs: Tensor4D; y: Tensor2D } {
  const C = qkv.shape[1] / 3;
  const hs = C / nh;
  // Heads come first: then queries, keys and values lie one behind the other and are cut apart cheaply.
  const heads = transpose(reshape<Rank.R4>(qkv, [B, T, 3 * nh, hs]), [2, 0, 1, 3]); // (3 nh, B, T, hs)
  const [q, k, v] = split(heads, 3) as [Tensor4D, Tensor4D, Tensor4D]; // (nh, B, T, hs) each

  // The scale goes on q, which is smaller than the scores: the product is the same.
  const scores = matMul(mul(q, 1 / Math.sqrt(hs)), k, false, true); // (nh, B, T, T)
  const probs = softmax(add<Tensor4D>(scores, mask)); // (nh, B, T, T), rows sum to 1
  const mixed = matMul(probs, v); // (nh, B, T, hs)
  return { probs, y: reshape(transpose(mixed, [1, 2, 0, 3]), [B * T, C]) }; // heads side by side again
}

/**
 * Causal multi-head self-attention: each position reads from the positions up to itself.
 * @param x (B*T, C)
 * @param mask (T, T) from `causalMask`
 * @returns (B*T, C)
 */
export function attention(
  x: Tensor2D,
  { cAttn, cProj }: BlockParams['attn'],
  mask: Tensor2D,
  dimensions: Dimensions,
): Tensor2D {
  return linear(mixHeads(linear(x, cAttn), mask, dimensions).y, cProj);
}
