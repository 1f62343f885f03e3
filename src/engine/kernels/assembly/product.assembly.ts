import { pack, panelBytes } from './panels.assembly';
import { tile } from './tile.assembly';

/**
 * out = start + a b
 * @param a row i, factor k at `a + i * aRow + k * aNext`
 * @param rows a multiple of 4
 * @param panels b, its panels `panelStep` bytes apart; K of the rows of each are used
 * @param columns a multiple of 4
 * @param start row i starts from `start + i * startRow`; a stride of 0 starts all from the same, 0 from nothing
 */
export function product(
  a: usize,
  aRow: usize,
  aNext: usize,
  rows: i32,
  K: i32,
  panels: usize,
  panelStep: usize,
  columns: i32,
  start: usize,
  startRow: usize,
  out: usize,
  outRow: usize,
): void {
  for (let row = 0; row < rows; row += 4) {
    let panel = panels;
    for (let column = 0; column < columns; column += 8) {
      const isWide = column + 8 <= columns;
      const begin = start ? start + 4 * column : 0;
      tile(a, aRow, aNext, panel, K, begin, startRow, out + 4 * column, outRow, isWide);
      panel += panelStep;
    }
    a += 4 * aRow;
    if (start) start += 4 * startRow;
    out += 4 * outRow;
  }
}

/** Rows of both factors that are multiplied at a time: what is read again and again then stays in the caches. */
const SLICE = 128;

/** Copies 4 columns of `rows` rows next to each other. */
function gather(from: usize, fromRow: usize, rows: i32, to: usize): void {
  for (let row = 0; row < rows; row++) {
    v128.store(to, v128.load(from));
    from += fromRow;
    to += 16;
  }
}

/**
 * out (xColumns, yColumns) = x^T y, for many rows
 * @param x (rows, xColumns)
 * @param y (rows, yColumns)
 * @param scratch room for `128 * (8 ceil(yColumns / 8) + 4)` numbers
 */
export function transposedProduct(
  x: usize,
  xColumns: i32,
  y: usize,
  yColumns: i32,
  rows: i32,
  out: usize,
  scratch: usize,
): void {
  const strip = scratch; // (SLICE, 4)
  const panels = scratch + 16 * SLICE;
  const outRow: usize = 4 * yColumns;
  for (let first = 0; first < rows; first += SLICE) {
    const K = min(SLICE, rows - first);
    pack(y + first * outRow, outRow, K, yColumns, panels);
    for (let column = 0; column < xColumns; column += 4) {
      gather(x + 4 * (first * xColumns + column), 4 * xColumns, K, strip);
      const target = out + column * outRow;
      const start = first > 0 ? target : 0;
      product(strip, 4, 16, 4, K, panels, panelBytes(K), yColumns, start, outRow, target, outRow);
    }
  }
}
