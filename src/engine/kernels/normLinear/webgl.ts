import { LAYER_NORM_EPSILON } from '../../model/layerNorm';
import { GELU } from '../gelu/webgl';
import type { KernelSource } from '../webgl/program';
import { glslFloat, ROW_MOMENTS } from '../webgl/rows';

const PRODUCT = `${ROW_MOMENTS.replace('EPSILON', glslFloat(LAYER_NORM_EPSILON))}
mat4 product(int column, int row) {
  vec4 means = rowMeans(row, K4);
  vec4 rstds = rowRstds(row, K4, means);
  mat4 sum = outerProduct(wAt(column, K4, 0), vec4(1.0));
  for (int k = 0; k < K4; k++) {
    mat4 scaled = matrixCompMult(centred(k, row, means), outerProduct(normAt(k, 0, 0), rstds));
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

/** out = layerNorm(x) wte^T, a row at a time so that one read takes it all. */
export const normUnembed: KernelSource = {
  name: 'normUnembed',
  inputs: ['x', 'norm', 'wte'],
  ints: ['K4'],
  result: 'readout',
  body: `
vec4 texel(int column, int row) {
  float mean = 0.0;
  for (int k = 0; k < K4; k++) mean += dot(xRow(k, row), vec4(1.0));
  mean /= float(4 * K4);
  float variance = 0.0;
  for (int k = 0; k < K4; k++) {
    vec4 c = xRow(k, row) - mean;
    variance += dot(c, c);
  }
  float rstd = inversesqrt(variance / float(4 * K4) + ${glslFloat(LAYER_NORM_EPSILON)});
  vec4 sum = vec4(0.0);
  for (int k = 0; k < K4; k++) {
    vec4 n = (xRow(k, row) - mean) * rstd * normAt(k, 0, 0) + normAt(k, 0, 1);
    sum += n * wteBlock(k, column);
  }
  return sum;
}`,
};
