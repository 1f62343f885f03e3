import { GELU } from '../gelu/webgl';
import type { KernelSource } from '../webgl/program';

const WITH_BIAS = `
mat4 product(int column, int row) {
  mat4 sum = outerProduct(wAt(column, K4, 0), vec4(1.0));
  for (int k = 0; k < K4; k++) sum += wBlock(column, k) * xBlock(k, row);
  return sum;
}`;

/** out = x w + bias; `K4` is the number of inputs / 4, and the bias lies in the row below them. */
export const linear: KernelSource = {
  name: 'linear',
  inputs: ['x', 'w'],
  ints: ['K4'],
  body: `${WITH_BIAS}
mat4 block(int column, int row) { return product(column, row); }`,
};

/** out = x w + bias + residual. */
export const linearAdd: KernelSource = {
  name: 'linearAdd',
  inputs: ['x', 'w', 'residual'],
  ints: ['K4'],
  body: `${WITH_BIAS}
mat4 block(int column, int row) { return product(column, row) + residualBlock(column, row); }`,
};

/** As `linearAdd`, for single rows. */
export const linearAddRow: KernelSource = {
  name: 'linearAddRow',
  inputs: ['x', 'w', 'residual'],
  readouts: ['x', 'residual'],
  ints: ['K4'],
  result: 'readout',
  body: `
vec4 texel(int column, int row) {
  vec4 sum = wAt(column, K4, 0) + residualRow(column, row);
  for (int k = 0; k < K4; k++) sum += wBlock(column, k) * xRow(k, row);
  return sum;
}`,
};

/** out = x w, without a bias. */
export const product: KernelSource = {
  name: 'product',
  inputs: ['x', 'w'],
  ints: ['K4'],
  body: `
mat4 block(int column, int row) {
  mat4 sum = mat4(0.0);
  for (int k = 0; k < K4; k++) sum += wBlock(column, k) * xBlock(k, row);
  return sum;
}`,
};

const TIMES_TRANSPOSED = `
mat4 product(int column, int row) {
  mat4 sum = mat4(0.0);
  for (int k = 0; k < K4; k++) sum += transpose(wBlock(k, column)) * xBlock(k, row);
  return sum;
}`;

/** out = x w^T: the gradient of a layer's input, and the model's last layer; `K4` is the number of columns of w / 4. */
export const productTransposed: KernelSource = {
  name: 'productTransposed',
  inputs: ['x', 'w'],
  ints: ['K4'],
  body: `${TIMES_TRANSPOSED}
mat4 block(int column, int row) { return product(column, row); }`,
};

/** out = (x w^T) * gelu'(h). */
export const productTransposedThroughGelu: KernelSource = {
  name: 'productTransposedThroughGelu',
  inputs: ['x', 'w', 'h'],
  ints: ['K4'],
  body: `${GELU}${TIMES_TRANSPOSED}
mat4 block(int column, int row) {
  mat4 h = hBlock(column, row);
  return matrixCompMult(product(column, row), mat4(geluSlope(h[0]), geluSlope(h[1]), geluSlope(h[2]), geluSlope(h[3])));
}`,
};

/** dW = x^T dY over `N4` blocks of rows; the row of blocks below the `in4` of the inputs holds the bias, whose input is 1. */
export const weightGradient: KernelSource = {
  name: 'weightGradient',
  inputs: ['x', 'dY'],
  ints: ['N4', 'in4'],
  body: `
mat4 block(int column, int row) {
  mat4 sum = mat4(0.0);
  if (row < in4) {
    for (int n = 0; n < N4; n++) sum += dYBlock(column, n) * transpose(xBlock(row, n));
  } else {
    for (int n = 0; n < N4; n++) sum[0] += dYBlock(column, n) * vec4(1.0);
  }
  return sum;
}`,
};
