import type { KernelSource } from '../webgl/program';

/** GELU as x * sigmoid(2u) and its slope, as model/mlp.ts writes it; the exponent is kept from overflowing. */
export const GELU = `
const float TWICE_ROOT_TWO_OVER_PI = ${2 * Math.sqrt(2 / Math.PI)};
vec4 geluGate(vec4 x) {
  vec4 twiceU = TWICE_ROOT_TWO_OVER_PI * x * (0.044715 * x * x + 1.0);
  return 1.0 / (1.0 + exp(min(-twiceU, 80.0)));
}
vec4 geluOf(vec4 x) { return x * geluGate(x); }
vec4 geluSlope(vec4 x) {
  vec4 gate = geluGate(x);
  return gate + x * gate * (1.0 - gate) * TWICE_ROOT_TWO_OVER_PI * (0.134145 * x * x + 1.0);
}`;

export const gelu: KernelSource = {
  name: 'gelu',
  inputs: ['h'],
  body: `${GELU}
mat4 block(int column, int row) {
  mat4 h = hBlock(column, row);
  return mat4(geluOf(h[0]), geluOf(h[1]), geluOf(h[2]), geluOf(h[3]));
}`,
};
