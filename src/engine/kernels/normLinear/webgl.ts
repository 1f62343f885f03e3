import { LAYER_NORM_EPSILON } from '../../model/layerNorm';
import { GELU } from '../gelu/webgl';
import type { KernelSource } from '../webgl/program';
import { glslFloat, ROW_MOMENTS, ROW_NORM } from '../webgl/rows';

const PRODUCT = `${ROW_MOMENTS.replace('EPSILON', glslFloat(LAYER_NORM_EPSILON))}
mat4 product(int column, int row) {
  RowMoments m = momentsOf(row, K4);
  mat4 sum = outerProduct(wAt(column, K4, 0), vec4(1.0));
  for (int k = 0; k < K4; k++) {
    mat4 scaled = matrixCompMult(centred(k, row, m.means), outerProduct(normAt(k, 0, 0), m.rstds));
    sum += wBlock(column, k) * (scaled + outerProduct(normAt(k, 0, 1), vec4(1.0)));
  }
  return sum;
}`;

/** out = layerNorm(x) w + bias: fewer programs, at the price of normalising a row for every four columns. */
export const normLinear: KernelSource = {
  name: 'normLinear',
  inputs: ['x', 'norm', 'w'],
  ints: ['K4'],
  body: `${PRODUCT}
mat4 block(int column, int row) { return product(column, row); }`,
};

/** out = gelu(layerNorm(x) w + bias) */
export const normLinearGelu: KernelSource = {
  name: 'normLinearGelu',
  inputs: ['x', 'norm', 'w'],
  ints: ['K4'],
  body: `${GELU}${PRODUCT}
mat4 block(int column, int row) {
  mat4 h = product(column, row);
  return mat4(geluOf(h[0]), geluOf(h[1]), geluOf(h[2]), geluOf(h[3]));
}`,
};

const ONE_ROW = ROW_NORM.replace('EPSILON', glslFloat(LAYER_NORM_EPSILON));

const ROW_PRODUCT = `${ONE_ROW}
vec4 product(int column, int row) {
  Moments m = momentsOf(row, K4);
  vec4 sum = wAt(column, K4, 0);
  for (int k = 0; k < K4; k++) sum += wBlock(column, k) * normalised(k, row, m);
  return sum;
}`;

/** As `normLinear`, for single rows. */
export const normLinearRow: KernelSource = {
  name: 'normLinearRow',
  inputs: ['x', 'norm', 'w'],
  readouts: ['x'],
  ints: ['K4'],
  result: 'readout',
  body: `${ROW_PRODUCT}
vec4 texel(int column, int row) { return product(column, row); }`,
};

/** As `normLinearGelu`, for single rows. */
export const normLinearGeluRow: KernelSource = {
  name: 'normLinearGeluRow',
  inputs: ['x', 'norm', 'w'],
  readouts: ['x'],
  ints: ['K4'],
  result: 'readout',
  body: `${GELU}${ROW_PRODUCT}
vec4 texel(int column, int row) { return geluOf(product(column, row)); }`,
};

/** out = layerNorm(x) wte^T, as a readout. */
export const normUnembed: KernelSource = {
  name: 'normUnembed',
  inputs: ['x', 'norm', 'wte'],
  ints: ['K4'],
  result: 'readout',
  body: `${ONE_ROW}
vec4 texel(int column, int row) {
  Moments m = momentsOf(row, K4);
  vec4 sum = vec4(0.0);
  for (int k = 0; k < K4; k++) sum += normalised(k, row, m) * wteBlock(k, column);
  return sum;
}`,
};

/** The same for an x that is a readout itself. */
export const normUnembedRow: KernelSource = { ...normUnembed, name: 'normUnembedRow', readouts: ['x'] };
