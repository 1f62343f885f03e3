import { add, gather, reshape, slice } from '@tensorflow/tfjs-core';
import type { Rank, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { ParameterTree } from './shapes';

/**
 * Turns token ids into vectors: what the token is plus where it stands.
 * @param ids (B, T) int32, each below vocabSize; T at most blockSize
 * @returns (B*T, C), the start of the residual stream
 */
export function embed(
  ids: Tensor2D,
  { wte, wpe }: Pick<ParameterTree<Tensor2D, Tensor1D>, 'wte' | 'wpe'>,
): Tensor2D {
  const [B, T] = ids.shape;
  const C = wte.shape[1];
  const tokens = reshape<Rank.R3>(gather(wte, reshape<Rank.R1>(ids, [B * T])), [B, T, C]);
  const positions = slice(wpe, [0, 0], [T, C]); // (T, C), the same for every row of the batch
  return reshape(add(tokens, positions), [B * T, C]);
}
