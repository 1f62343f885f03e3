import type { Matrix } from '../kernels';
import type { Surface } from './surface';

/** Where the texels of a matrix are at the moment: weights move from one surface to another at every update. */
export interface Home {
  surface: Surface;
}

/**
 * A matrix on the graphics processor: a rectangle of a surface.
 *
 * Texel (x, y) of layer l holds row `4 y + l`, columns 4 x to 4 x + 3: so a program writes a block of 4 by 4 numbers at
 * a time, a row into each layer. A readout has one layer and four texel rows for every row: four neighbouring texels
 * of a row lie below each other, because processors work on squares of texels and would idle on a single line.
 */
export interface GpuMatrix extends Matrix {
  readonly home: Home;
  /** Texel of the surface at which the matrix begins. */
  readonly x: number;
  readonly y: number;
}

export function isReadout({ home }: GpuMatrix): boolean {
  return home.surface.layers === 1;
}

/** Texel rows of a surface that hold so many rows of a matrix. */
export function texelRows(rows: number, layers: 1 | 4): number {
  return layers === 1 ? 4 * rows : rows / 4;
}

/** Texels of a surface that hold so many columns. */
export function texelColumns(columns: number, layers: 1 | 4): number {
  return layers === 1 ? Math.ceil(columns / 16) : columns / 4;
}

/** Width and height in texels. */
export function texelsOf({ rows, columns, home }: GpuMatrix): { width: number; height: number } {
  const { layers } = home.surface;
  return { width: texelColumns(columns, layers), height: texelRows(rows, layers) };
}

/** Calls `move` for every four numbers of a matrix: where they are row by row, and where in the texels of its surface. */
function forEachTexel(matrix: GpuMatrix, move: (inRows: number, inTexels: number) => void): void {
  const { rows, columns } = matrix;
  const { width, height } = texelsOf(matrix);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns / 4; column++) {
      const texel = isReadout(matrix)
        ? (4 * row + (column & 3)) * width + (column >> 2)
        : ((row & 3) * height + (row >> 2)) * width + column;
      move(row * columns + 4 * column, 4 * texel);
    }
  }
}

/** Numbers of a matrix in the order of its texels, layer after layer. */
export function texelsFromRows(matrix: GpuMatrix, values: Float32Array): Float32Array {
  const { width, height } = texelsOf(matrix);
  const texels = new Float32Array(4 * width * height * matrix.home.surface.layers);
  forEachTexel(matrix, (inRows, inTexels) => texels.set(values.subarray(inRows, inRows + 4), inTexels));
  return texels;
}

/** Undoes `texelsFromRows`. */
export function rowsFromTexels(matrix: GpuMatrix, texels: Float32Array): Float32Array {
  const values = new Float32Array(matrix.rows * matrix.columns);
  forEachTexel(matrix, (inRows, inTexels) => values.set(texels.subarray(inTexels, inTexels + 4), inRows));
  return values;
}
