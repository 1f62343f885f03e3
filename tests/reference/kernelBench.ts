import { engine, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { Kernels, Matrix } from '../../src/engine/kernels/kernels';
import { createRandom } from '../../src/engine/random';
import { relativeDifference } from './twinAdamW';

/** Kernels may differ from their reference by this share of a result's largest entry. */
const TOLERANCE = 1e-5;

/** A model and a batch to try kernels on. */
export interface KernelShape {
  readonly B: number;
  readonly T: number;
  readonly nHead: number;
  readonly C: number;
  readonly V: number;
}

/** One head or several, one row or several, vocabularies that are no multiple of 4, widths that are none of 8. */
export const KERNEL_SHAPES: readonly KernelShape[] = [
  { B: 1, T: 12, nHead: 1, C: 20, V: 97 },
  { B: 3, T: 12, nHead: 3, C: 36, V: 97 },
  { B: 3, T: 64, nHead: 4, C: 64, V: 1024 },
];

/** Rounds up to a multiple of 4, as the sizes of matrices are. */
export function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

/** Where kernels and references read the same numbers, and what they make of them is compared. */
export interface KernelBench<M extends Matrix> {
  /** The numbers on the device. */
  put(values: Tensor2D): M;
  /** A matrix for a result: full of numbers that must all be replaced. */
  result(rows: number, columns: number): M;
  /** The same in readouts, for the kernels that serve single rows. */
  readonly inReadouts: Pick<KernelBench<M>, 'put' | 'result'>;
  /** Compares a result to what a reference computed. */
  compare(result: M, reference: Tensor, what: string): Promise<void>;
  /** As `compare`, for a result of which only the first column was promised. */
  compareFirstColumn(result: M, reference: Tensor, what: string): Promise<void>;
}

/** Kernels to make claims about. */
export interface Subject<M extends Matrix> {
  readonly kernels: Kernels<M>;
  readonly bench: KernelBench<M>;
}

export function createBench<M extends Matrix>(kernels: Kernels<M>): KernelBench<M> {
  const isClose = (values: Float32Array, reference: Tensor, what: string): void =>
    expect(relativeDifference(values, reference.dataSync<'float32'>()), what).toBeLessThan(TOLERANCE);
  const inMatrices = (make: (rows: number, columns: number) => M): Pick<KernelBench<M>, 'put' | 'result'> => {
    const filled = (rows: number, columns: number, values: Float32Array): M => {
      const matrix = make(rows, columns);
      kernels.write(matrix, values);
      return matrix;
    };
    return {
      put: (values) => filled(...values.shape, values.dataSync<'float32'>().slice()),
      result: (rows, columns) => filled(rows, columns, new Float32Array(rows * columns).fill(777)),
    };
  };
  return {
    ...inMatrices((rows, columns) => kernels.matrix(rows, columns)),
    inReadouts: inMatrices((rows, columns) => kernels.readout(rows, columns)),
    compare: async (result, reference, what) => isClose(await kernels.read(result), reference, what),
    compareFirstColumn: async (result, reference, what) => {
      const values = await kernels.read(result);
      isClose(
        values.filter((_, i) => i % result.columns === 0),
        reference,
        what,
      );
    },
  };
}

/** An element that must be there. */
export function itemOf<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`expected an item ${index}, got ${items.length} items`);
  return item;
}

/** Runs a test on each shape and frees the tensors it made. */
export async function onShapes(
  test: (shape: KernelShape, numbers: ReturnType<typeof createNumbers>, told: string) => Promise<void>,
): Promise<void> {
  for (const shape of KERNEL_SHAPES) {
    const told = Object.entries(shape).flat().join(' ');
    engine().startScope();
    try {
      await test(shape, createNumbers(told), told);
    } finally {
      engine().endScope();
    }
  }
}

/** Random numbers for a test; every call with the same name gives the same. */
export function createNumbers(name: string) {
  const random = createRandom('kernels').fork(name);
  /** A matrix whose first rows and columns are drawn, the others 0. */
  const matrix = (rows: number, columns: number, size = 1, padding = { rows, columns }): Tensor2D => {
    const values = new Float32Array(padding.rows * padding.columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        values[row * padding.columns + column] = size * random.normal();
    return tensor2d(values, [padding.rows, padding.columns]);
  };
  /** A matrix from a rule for each of its rows. */
  const rowsBy = (rows: number, row: (index: number) => [number, number, number, number]): Tensor2D =>
    tensor2d(Array.from({ length: rows }, (_, index) => row(index)));
  return {
    matrix,
    /** The block of a linear layer: weights, a bias, three rows of zeros. */
    linear: (inputs: number, outputs: number): Tensor2D =>
      matrix(inputs + 1, outputs, 0.3, { rows: inputs + 4, columns: outputs }),
    /** The block of a layer norm: gain, shift, two rows of zeros. */
    norm: (C: number): Tensor2D => matrix(2, C, 1, { rows: 4, columns: C }),
    /** Tokens, targets and weights that sum to 1; every fourth target does not count. */
    batch: ({ B, T, V }: KernelShape): Tensor2D => {
      const N = B * T;
      return rowsBy(N, (row) => [random.int(V), random.int(V), row % 4 === 3 ? 0 : 4 / (3 * N), 0]);
    },
    rowsBy,
    int: (limit: number): number => random.int(limit),
  };
}
