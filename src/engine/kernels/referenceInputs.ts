import { cast, reshape, slice } from '@tensorflow/tfjs-core';
import type { Rank, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Linear, Norm } from '../model/shapes';

/** The weights and the bias in the block of a linear layer, (in + 4, out). */
export function linearOf(block: Tensor2D): Linear<Tensor2D, Tensor1D> {
  const [rows, out] = block.shape;
  const bias = slice(block, [rows - 4, 0], [1, out]);
  return { w: slice(block, [0, 0], [rows - 4, out]), b: reshape<Rank.R1>(bias, [out]) };
}

/** The gain and the shift in the block of a layer norm, (4, C). */
export function normOf(block: Tensor2D): Norm<Tensor1D> {
  const C = block.shape[1];
  const row = (index: number): Tensor1D => reshape(slice(block, [index, 0], [1, C]), [C]);
  return { g: row(0), b: row(1) };
}

/** One column of a matrix. @returns (N) float32 */
export function column(matrix: Tensor2D, index: number): Tensor1D {
  const [N] = matrix.shape;
  return reshape(slice(matrix, [0, index], [N, 1]), [N]);
}

/** One column of a matrix that holds whole numbers. @returns (N) int32 */
export function idsIn(matrix: Tensor2D, index: number): Tensor1D {
  return cast(column(matrix, index), 'int32');
}
