import type { KernelSource } from '../webgl/program';

/** out = wte[id] + wpe[row % T]; `T4` is T / 4. */
export const embed: KernelSource = {
  name: 'embed',
  inputs: ['batch', 'wte', 'wpe'],
  ints: ['T4'],
  body: `
vec4 tokenAt(int column, int row, int layer) { return wteRow(column, int(batchAt(0, row, layer).x)); }
mat4 block(int column, int row) {
  mat4 tokens = mat4(tokenAt(column, row, 0), tokenAt(column, row, 1), tokenAt(column, row, 2), tokenAt(column, row, 3));
  return tokens + wpeBlock(column, row % T4);
}`,
};

/** out = wte[id] + wpe[position], both told by `asked`. */
export const embedAsked: KernelSource = {
  name: 'embedAsked',
  inputs: ['asked', 'wte', 'wpe'],
  body: `
vec4 at(int column, int row, int layer) {
  vec4 token = askedAt(0, row, layer);
  return wteRow(column, int(token.x)) + wpeRow(column, int(token.y));
}
mat4 block(int column, int row) {
  return mat4(at(column, row, 0), at(column, row, 1), at(column, row, 2), at(column, row, 3));
}`,
};

/** As `embedAsked`, for single rows. */
export const embedAskedRow: KernelSource = {
  name: 'embedAskedRow',
  inputs: ['asked', 'wte', 'wpe'],
  readouts: ['asked'],
  result: 'readout',
  body: `
vec4 texel(int column, int row) {
  vec4 token = askedRow(0, row);
  return wteRow(column, int(token.x)) + wpeRow(column, int(token.y));
}`,
};

/**
 * dWte = dLogits^T n, and each row of dX added at its token; `N4` is the number of rows / 4.
 *
 * The second half is a product too, with the matrix that is 1 where a row has the token; most of its blocks are
 * empty and skipped.
 */
export const tokenGradient: KernelSource = {
  name: 'tokenGradient',
  inputs: ['dLogits', 'n', 'batch', 'dX'],
  ints: ['N4'],
  body: `
mat4 block(int column, int row) {
  mat4 sum = mat4(0.0);
  float first = float(4 * row);
  for (int k = 0; k < N4; k++) {
    sum += nBlock(column, k) * transpose(dLogitsBlock(row, k));
    vec4 ids = vec4(batchAt(0, k, 0).x, batchAt(0, k, 1).x, batchAt(0, k, 2).x, batchAt(0, k, 3).x) - first;
    if (any(lessThan(abs(ids - 1.5), vec4(2.0)))) {
      mat4 isToken = mat4(
        vec4(equal(ids, vec4(0.0))), vec4(equal(ids, vec4(1.0))), vec4(equal(ids, vec4(2.0))), vec4(equal(ids, vec4(3.0))));
      sum += dXBlock(column, k) * isToken;
    }
  }
  return sum;
}`,
};

/** dWpe: the rows of dX added up over the `B` rows of the batch; 0 for positions that no row has. */
export const positionGradient: KernelSource = {
  name: 'positionGradient',
  inputs: ['dX'],
  ints: ['B', 'T4'],
  body: `
mat4 block(int column, int row) {
  mat4 sum = mat4(0.0);
  if (row < T4) for (int b = 0; b < B; b++) sum += dXBlock(column, b * T4 + row);
  return sum;
}`,
};
