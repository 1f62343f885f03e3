import { pack, packTransposed, panelBytes } from '../assembly/panels.assembly';
import { product, transposedProduct } from '../assembly/product.assembly';
import { scaleByGeluSlope } from '../gelu/wasm.assembly';

/** out (rows, outputs) = x w + bias. @param scratch room for w in panels */
export function linear(
  x: usize,
  w: usize,
  out: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  scratch: usize,
): void {
  const outRow: usize = 4 * outputs;
  pack(w, outRow, inputs, outputs, scratch);
  const bias = w + inputs * outRow;
  product(x, 4 * inputs, 4, rows, inputs, scratch, panelBytes(inputs), outputs, bias, 0, out, outRow);
}

/** out = x w + bias + residual */
export function linearAdd(
  x: usize,
  w: usize,
  residual: usize,
  out: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  scratch: usize,
): void {
  const outRow: usize = 4 * outputs;
  pack(w, outRow, inputs, outputs, scratch);
  const bias = w + inputs * outRow;
  for (let row = 0; row < rows; row++) {
    for (let i: usize = 0; i < outRow; i += 16) {
      v128.store(
        out + row * outRow + i,
        f32x4.add(v128.load(residual + row * outRow + i), v128.load(bias + i)),
      );
    }
  }
  product(x, 4 * inputs, 4, rows, inputs, scratch, panelBytes(inputs), outputs, out, outRow, out, outRow);
}

/** out (rows, inputs) = dY w^T */
export function inputGradient(
  dY: usize,
  w: usize,
  out: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  scratch: usize,
): void {
  packTransposed(w, 4 * outputs, outputs, inputs, scratch);
  product(dY, 4 * outputs, 4, rows, outputs, scratch, panelBytes(outputs), inputs, 0, 0, out, 4 * inputs);
}

/** out (rows, inputs) = (dY w^T) * gelu'(h), four rows at a time while they are in the cache */
export function inputGradientThroughGelu(
  dY: usize,
  w: usize,
  h: usize,
  out: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  scratch: usize,
): void {
  packTransposed(w, 4 * outputs, outputs, inputs, scratch);
  const outRow: usize = 4 * inputs;
  for (let row = 0; row < rows; row += 4) {
    product(dY, 4 * outputs, 4, 4, outputs, scratch, panelBytes(outputs), inputs, 0, 0, out, outRow);
    scaleByGeluSlope(h, out, 4 * inputs);
    dY += 16 * outputs;
    h += 4 * outRow;
    out += 4 * outRow;
  }
}

/** Sums over the rows of dY, and three rows of zeros below. */
function biasGradient(dY: usize, rows: i32, outputs: i32, out: usize): void {
  const row: usize = 4 * outputs;
  memory.fill(out, 0, 4 * row);
  for (const end = dY + rows * row; dY < end; dY += row) {
    for (let i: usize = 0; i < row; i += 16) {
      v128.store(out + i, f32x4.add(v128.load(out + i), v128.load(dY + i)));
    }
  }
}

/** dW (inputs + 4, outputs) = x^T dY, its row `inputs` the sum over rows of dY. @param scratch see `transposedProduct` */
export function weightGradient(
  x: usize,
  dY: usize,
  dW: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  scratch: usize,
): void {
  transposedProduct(x, inputs, dY, outputs, rows, dW, scratch);
  biasGradient(dY, rows, outputs, dW + 4 * inputs * outputs);
}
