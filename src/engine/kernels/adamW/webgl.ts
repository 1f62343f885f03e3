import type { KernelSource } from '../webgl/program';

/** Rows among which the squares of all gradients are shared out before they are added up. */
export const NORM_SHARES = 256;

/** Each row's share of the squared gradients of a whole atlas, and of the losses. */
export const normAndLossShares: KernelSource = {
  name: 'normAndLossShares',
  inputs: ['gradients', 'losses'],
  ints: ['width', 'height', 'N4'],
  result: 'readout',
  body: `
vec4 texel(int unused, int share) {
  float squares = 0.0;
  float loss = 0.0;
  for (int i = share; i < width * height; i += ${NORM_SHARES}) {
    mat4 g = gradientsBlock(i % width, i / width);
    squares += dot(g[0], g[0]) + dot(g[1], g[1]) + dot(g[2], g[2]) + dot(g[3], g[3]);
  }
  for (int row = share; row < N4; row += ${NORM_SHARES})
    loss += lossesAt(0, row, 0).x + lossesAt(0, row, 1).x + lossesAt(0, row, 2).x + lossesAt(0, row, 3).x;
  return vec4(squares, loss, 0.0, 0.0);
}`,
};

/** The outcome of an update: summed loss and global norm of the gradients. */
export const outcome: KernelSource = {
  name: 'outcome',
  inputs: ['shares'],
  readouts: ['shares'],
  result: 'readout',
  body: `
vec4 texel(int column, int row) {
  vec4 total = vec4(0.0);
  for (int share = 0; share < ${NORM_SHARES}; share++) total += sharesRow(0, share);
  return vec4(total.y, sqrt(total.x), 0.0, 0.0);
}`,
};

/** Gradients are shortened together when their norm exceeds `clipNorm`. */
const CLIPPED = `
mat4 clipped(int column, int row) {
  return gradientsBlock(column, row) / max(outcomesRow(0, 0).y / clipNorm, 1.0);
}`;

/** m = beta1 m + (1 - beta1) g */
export const adamMean: KernelSource = {
  name: 'adamMean',
  inputs: ['m', 'gradients', 'outcomes'],
  readouts: ['outcomes'],
  floats: ['beta', 'clipNorm'],
  body: `${CLIPPED}
mat4 block(int column, int row) { return beta * mBlock(column, row) + (1.0 - beta) * clipped(column, row); }`,
};

/** v = beta2 v + (1 - beta2) g^2 */
export const adamSquare: KernelSource = {
  name: 'adamSquare',
  inputs: ['v', 'gradients', 'outcomes'],
  readouts: ['outcomes'],
  floats: ['beta', 'clipNorm'],
  body: `${CLIPPED}
mat4 block(int column, int row) {
  mat4 g = clipped(column, row);
  return beta * vBlock(column, row) + (1.0 - beta) * matrixCompMult(g, g);
}`,
};

/** Every weight moves against its mean gradient, measured in its typical size; those marked in `decays` shrink, too. */
export const adamStep: KernelSource = {
  name: 'adamStep',
  inputs: ['p', 'm', 'v', 'decays'],
  floats: ['learningRate', 'mCorrection', 'vCorrection', 'epsilon', 'weightDecay'],
  body: `
vec4 at(int column, int row, int layer) {
  vec4 p = pAt(column, row, layer);
  vec4 direction = mAt(column, row, layer) / mCorrection / (sqrt(vAt(column, row, layer) / vCorrection) + epsilon);
  return p - learningRate * (direction + weightDecay * decaysAt(column, row, layer).x * p);
}
mat4 block(int column, int row) {
  return mat4(at(column, row, 0), at(column, row, 1), at(column, row, 2), at(column, row, 3));
}`,
};
