import { reshape, transpose } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { causalMask, mixHeads } from '../../model/attention';
import type { Sequences } from '../kernels';
import { gradientOf } from '../referenceGradient';

/**
 * What `attention` computes.
 * @param qkv (B*T, 3C)
 * @returns probs (B*T, nHead*T), the row of a position holding its probabilities head by head, and y (B*T, C)
 */
export function attentionReference(qkv: Tensor2D, sequences: Sequences): { probs: Tensor2D; y: Tensor2D } {
  const { B, T, nHead } = sequences;
  const { probs, y } = mixHeads(qkv, causalMask(T), sequences); // (nh, B, T, T), (B*T, C)
  return { probs: reshape(transpose(probs, [1, 2, 0, 3]), [B * T, nHead * T]), y };
}

/** What `attentionGradient` computes. @param dY (B*T, C) @returns (B*T, 3C) */
export function attentionGradientReference(qkv: Tensor2D, dY: Tensor2D, sequences: Sequences): Tensor2D {
  return gradientOf((input) => attentionReference(input, sequences).y, qkv, dY);
}
