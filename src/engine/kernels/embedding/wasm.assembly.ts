import { pack, packTransposed, panelBytes } from '../assembly/panels.assembly';
import { product, transposedProduct } from '../assembly/product.assembly';

/** sum += row */
function addRow(sum: usize, row: usize, C: i32): void {
  for (let i: usize = 0; i < 4 * C; i += 16) {
    v128.store(sum + i, f32x4.add(v128.load(sum + i), v128.load(row + i)));
  }
}

/** Where the row of a table lies whose number is stored, as a float32. */
function rowAt(table: usize, number: usize, C: i32): usize {
  return table + <usize>load<f32>(number) * 4 * C;
}

/** out = wte[id] + wpe[row % T] */
export function embed(batch: usize, wte: usize, wpe: usize, T: i32, out: usize, rows: i32, C: i32): void {
  for (let row = 0; row < rows; row++) {
    memory.copy(out, rowAt(wte, batch + 16 * row, C), 4 * C);
    addRow(out, wpe + 4 * (row % T) * C, C);
    out += 4 * C;
  }
}

/** out = wte[id] + wpe[position] */
export function embedAsked(asked: usize, wte: usize, wpe: usize, out: usize, rows: i32, C: i32): void {
  for (let row = 0; row < rows; row++) {
    memory.copy(out, rowAt(wte, asked + 16 * row, C), 4 * C);
    addRow(out, rowAt(wpe, asked + 16 * row + 4, C), C);
    out += 4 * C;
  }
}

/** out (rows, V4) = n wte^T. @param scratch room for wte^T in panels */
export function unembed(n: usize, wte: usize, out: usize, rows: i32, C: i32, V4: i32, scratch: usize): void {
  packTransposed(wte, 4 * C, C, V4, scratch);
  product(n, 4 * C, 4, rows, C, scratch, panelBytes(C), V4, 0, 0, out, 4 * V4);
}

/** out (rows, C) = dLogits wte. @param scratch room for wte in panels */
export function unembedGradient(
  dLogits: usize,
  wte: usize,
  out: usize,
  rows: i32,
  C: i32,
  V4: i32,
  scratch: usize,
): void {
  pack(wte, 4 * C, V4, C, scratch);
  product(dLogits, 4 * V4, 4, rows, V4, scratch, panelBytes(V4), C, 0, 0, out, 4 * C);
}

/** dWte (V4, C) = dLogits^T n, plus each row of dX added at its token. @param scratch see `transposedProduct` */
export function tokenGradient(
  dLogits: usize,
  n: usize,
  batch: usize,
  dX: usize,
  dWte: usize,
  rows: i32,
  C: i32,
  V4: i32,
  scratch: usize,
): void {
  transposedProduct(dLogits, V4, n, C, rows, dWte, scratch);
  for (let row = 0; row < rows; row++) addRow(rowAt(dWte, batch + 16 * row, C), dX + 4 * row * C, C);
}

/** dWpe (positions, C): the rows of dX added up by row % T */
export function positionGradient(dX: usize, T: i32, dWpe: usize, rows: i32, C: i32, positions: i32): void {
  memory.fill(dWpe, 0, 4 * positions * C);
  for (let row = 0; row < rows; row++) addRow(dWpe + 4 * (row % T) * C, dX + 4 * row * C, C);
}
