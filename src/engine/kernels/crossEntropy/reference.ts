import { mul, ones, slice, stack } from '@tensorflow/tfjs-core';
import type { Rank, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { crossEntropy } from '../../model/loss';
import { gradientOf } from '../referenceGradient';
import { column, idsIn } from '../referenceInputs';

/**
 * What `crossEntropy` and `surprise` put into the first column of `losses`: the loss of each row alone, times the
 * weight of its target.
 * @param logits (N, V4)
 * @param batch (N, 4)
 * @returns (N)
 */
export function surpriseReference(logits: Tensor2D, batch: Tensor2D, V: number): Tensor1D {
  const [N] = logits.shape;
  const targets = idsIn(batch, 1);
  const counts = ones<Rank.R1>([1]);
  const surprises = Array.from({ length: N }, (_, row) =>
    crossEntropy(slice(logits, [row, 0], [1, V]), slice(targets, row, 1), counts),
  );
  return mul(stack(surprises), column(batch, 2));
}

/** What `crossEntropy` puts into `dLogits`. @returns (N, V4), 0 beyond V */
export function crossEntropyGradientReference(logits: Tensor2D, batch: Tensor2D, V: number): Tensor2D {
  const loss = (given: Tensor2D): Tensor => {
    const known = slice(given, [0, 0], [-1, V]); // (N, V)
    return crossEntropy(known, idsIn(batch, 1), column(batch, 2));
  };
  return gradientOf(loss, logits);
}
