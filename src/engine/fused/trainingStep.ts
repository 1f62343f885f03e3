import type { Kernels, Matrix, Sequences } from '../kernels/kernels';
import { normsOf } from './layout';
import type { WeightTree } from './layout';

/** What one block keeps of the forward pass for the backward pass; `N` = B * T rows, `C` numbers per token. */
interface BlockActivations<M> {
  /** (N, C) the residual stream before attention, and between attention and MLP. */
  readonly x: M;
  readonly mid: M;
  /** (N, C) the same, normalised. */
  readonly n1: M;
  readonly n2: M;
  /** (N, 3C) */
  readonly qkv: M;
  /** (N, nHead * T) */
  readonly probs: M;
  /** (N, C) what the heads gathered. */
  readonly y: M;
  /** (N, 4C) before and after the bend of the MLP. */
  readonly h: M;
  readonly a: M;
}

/** Room for a training step: every matrix it needs, made once for one size of batch. */
export interface Workspace<M> {
  readonly sequences: Sequences;
  readonly V: number;
  readonly batch: M;
  readonly blocks: readonly BlockActivations<M>[];
  /** (N, C) the residual stream after the last block, and normalised. */
  readonly x: M;
  readonly n: M;
  /** (N, V4) */
  readonly logits: M;
  readonly dLogits: M;
  /** (N, 4) */
  readonly losses: M;
  /** Gradients on their way back: of the residual stream (two that take turns), of what was normalised, and inside blocks. */
  readonly dX: M;
  readonly dMid: M;
  readonly dN: M;
  readonly dY: M;
  readonly dQkv: M;
  readonly dH: M;
  /** Every matrix above, to be freed. */
  readonly all: readonly M[];
}

/** Makes room for batches of this size. @param V4 the vocabulary, rounded up to a multiple of 4 */
export function createWorkspace<M extends Matrix>(
  kernels: Kernels<M>,
  sequences: Sequences,
  { nLayer, C, V }: { nLayer: number; C: number; V: number },
): Workspace<M> {
  const { B, T, nHead } = sequences;
  const all: M[] = [];
  const rows = (columns: number): M => {
    const matrix = kernels.matrix(B * T, columns);
    all.push(matrix);
    return matrix;
  };
  const V4 = 4 * Math.ceil(V / 4);
  const block = (): BlockActivations<M> => ({
    x: rows(C),
    mid: rows(C),
    n1: rows(C),
    n2: rows(C),
    qkv: rows(3 * C),
    probs: rows(nHead * T),
    y: rows(C),
    h: rows(4 * C),
    a: rows(4 * C),
  });
  return {
    sequences,
    V,
    batch: rows(4),
    blocks: Array.from({ length: nLayer }, block),
    x: rows(C),
    n: rows(C),
    logits: rows(V4),
    dLogits: rows(V4),
    losses: rows(4),
    dX: rows(C),
    dMid: rows(C),
    dN: rows(C),
    dY: rows(C),
    dQkv: rows(3 * C),
    dH: rows(4 * C),
    all,
  };
}

/** The model, from the batch to the logits: model/gpt.ts, kernel by kernel. */
export function forward<M extends Matrix>(k: Kernels<M>, weights: WeightTree<M>, space: Workspace<M>): void {
  const { sequences, blocks, batch, n, logits } = space;
  k.embed(batch, weights.wte, weights.wpe, sequences.T, blocks[0]?.x ?? space.x);
  weights.h.forEach((w, i) => {
    const block = blocks[i];
    if (!block) return;
    k.layerNorm(block.x, w.ln1, block.n1);
    k.linear(block.n1, w.cAttn, block.qkv);
    k.attention(block.qkv, sequences, block.probs, block.y);
    k.linearAdd(block.y, w.attnProj, block.x, block.mid);
    k.layerNorm(block.mid, w.ln2, block.n2);
    k.linear(block.n2, w.cFc, block.h);
    k.gelu(block.h, block.a);
    k.linearAdd(block.a, w.mlpProj, block.mid, blocks[i + 1]?.x ?? space.x);
  });
  k.layerNorm(space.x, weights.lnF, n);
  k.unembed(n, weights.wte, logits);
}

/**
 * From the logits back to the gradient of every weight.
 *
 * What autodiff derives in the reference is written out here, the last kernel first. `dX` is always the
 * gradient of the residual stream at the place reached.
 */
export function backward<M extends Matrix>(
  k: Kernels<M>,
  weights: WeightTree<M>,
  gradients: WeightTree<M>,
  space: Workspace<M>,
): void {
  const { sequences, blocks, batch, V, logits, losses, dLogits, dX, dMid, dN, dY, dQkv, dH } = space;
  const lastNorm = 2 * blocks.length;
  k.crossEntropy(logits, batch, V, losses, dLogits);
  k.unembedGradient(dLogits, weights.wte, dN);
  k.layerNormGradient(space.x, weights.lnF, dN, null, lastNorm, dX);
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    const w = weights.h[i];
    const g = gradients.h[i];
    if (!block || !w || !g) continue;
    // The MLP.
    k.inputGradientThroughGelu(dX, w.mlpProj, block.h, dH);
    k.weightGradient(block.a, dX, g.mlpProj);
    k.inputGradient(dH, w.cFc, dN);
    k.weightGradient(block.n2, dH, g.cFc);
    k.layerNormGradient(block.mid, w.ln2, dN, dX, 2 * i + 1, dMid);
    // Attention.
    k.inputGradient(dMid, w.attnProj, dY);
    k.weightGradient(block.y, dMid, g.attnProj);
    k.attentionGradient(block.qkv, block.probs, block.y, dY, sequences, dQkv);
    k.inputGradient(dQkv, w.cAttn, dN);
    k.weightGradient(block.n1, dQkv, g.cAttn);
    k.layerNormGradient(block.x, w.ln1, dN, dMid, 2 * i, dX);
  }
  k.tokenGradient(dLogits, space.n, batch, dX, gradients.wte);
  k.positionGradient(dX, sequences.T, gradients.wpe);
  k.normGradients(normsOf(gradients));
}
