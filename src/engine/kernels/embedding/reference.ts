import { add, gather, matMul, reshape } from '@tensorflow/tfjs-core';
import type { Rank, Tensor2D } from '@tensorflow/tfjs-core';
import { embed } from '../../model/embedding';
import { gradientOf } from '../referenceGradient';
import { idsIn } from '../referenceInputs';

/** The embeddings that `embed` reads. */
export interface Embeddings {
  /** (V4, C) */
  readonly wte: Tensor2D;
  /** (T4, C) */
  readonly wpe: Tensor2D;
}

/**
 * What `embed` computes.
 * @param batch (B*T, 4)
 * @returns (B*T, C)
 */
export function embedReference(batch: Tensor2D, embeddings: Embeddings, T: number): Tensor2D {
  return embed(reshape<Rank.R2>(idsIn(batch, 0), [-1, T]), embeddings);
}

/** What `embedAsked` computes. @param asked (N, 4) @returns (N, C) */
export function embedAskedReference(asked: Tensor2D, { wte, wpe }: Embeddings): Tensor2D {
  return add(gather(wte, idsIn(asked, 0)), gather(wpe, idsIn(asked, 1)));
}

/** What `unembed` computes: the token embedding is the head, too. @returns (N, V4) */
export function unembedReference(n: Tensor2D, wte: Tensor2D): Tensor2D {
  return matMul(n, wte, false, true);
}

/** What `unembedGradient` computes. @returns (N, C) */
export function unembedGradientReference(n: Tensor2D, wte: Tensor2D, dLogits: Tensor2D): Tensor2D {
  return gradientOf((input) => unembedReference(input, wte), n, dLogits);
}

/** What flows back into the embeddings from both ends of the model. */
export interface EmbeddingFlow {
  readonly batch: Tensor2D;
  readonly T: number;
  /** (N, C), what the head read. */
  readonly n: Tensor2D;
  readonly dLogits: Tensor2D;
  /** (N, C), the gradient of what `embed` computed. */
  readonly dX: Tensor2D;
}

/** What `tokenGradient` computes: wte is used twice, so two gradients meet. @returns (V4, C) */
export function tokenGradientReference(
  { wte, wpe }: Embeddings,
  { batch, T, n, dLogits, dX }: EmbeddingFlow,
): Tensor2D {
  const asHead = gradientOf((table) => unembedReference(n, table), wte, dLogits);
  const asInput = gradientOf((table) => embedReference(batch, { wte: table, wpe }, T), wte, dX);
  return add(asHead, asInput);
}

/** What `positionGradient` computes. @returns (T4, C) */
export function positionGradientReference(
  { wte, wpe }: Embeddings,
  { batch, T, dX }: Pick<EmbeddingFlow, 'batch' | 'T' | 'dX'>,
): Tensor2D {
  return gradientOf((table) => embedReference(batch, { wte, wpe: table }, T), wpe, dX);
}
