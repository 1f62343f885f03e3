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
 * a time, a row into each layer. A readout has one layer, and a texel row for every row.
 */
export interface GpuMatrix extends Matrix {
  readonly home: Home;
  /** Texel of the surface at which the matrix begins. */
  readonly x: number;
  readonly y: number;
}

/** Width and height in texels. */
export function texelsOf({ rows, columns, home }: GpuMatrix): { width: number; height: number } {
  return { width: columns / 4, height: rows / home.surface.layers };
}

/** Sorts row-major numbers into layers: (layers, rows / layers, columns). */
export function layersFromRows(values: Float32Array, columns: number, layers: number): Float32Array {
  const sorted = new Float32Array(values.length);
  const perLayer = values.length / layers;
  for (let start = 0, row = 0; start < values.length; start += columns, row++) {
    const target = (row % layers) * perLayer + Math.floor(row / layers) * columns;
    sorted.set(values.subarray(start, start + columns), target);
  }
  return sorted;
}

/** Undoes `layersFromRows`. */
export function rowsFromLayers(values: Float32Array, columns: number, layers: number): Float32Array {
  const sorted = new Float32Array(values.length);
  const perLayer = values.length / layers;
  for (let start = 0, row = 0; start < values.length; start += columns, row++) {
    const source = (row % layers) * perLayer + Math.floor(row / layers) * columns;
    sorted.set(values.subarray(source, source + columns), start);
  }
  return sorted;
}
