import type { KernelSource } from '../webgl/program';

/** Four scores of a row, those of tokens beyond the vocabulary of `V` out of the question. */
const SCORES = `
const float NEVER = -1e30;
vec4 scoresAt(int column, int row, int layer) {
  ivec4 ids = 4 * column + ivec4(0, 1, 2, 3);
  return mix(logitsAt(column, row, layer), vec4(NEVER), vec4(greaterThanEqual(ids, ivec4(V))));
}`;

/** One row for each row of logits: weight * surprise, largest logit, sum of exponentials, weight. */
export const surprise: KernelSource = {
  name: 'surprise',
  inputs: ['logits', 'batch'],
  ints: ['V', 'V4'],
  body: `${SCORES}
vec4 at(int row, int layer) {
  vec4 largest4 = vec4(NEVER);
  for (int column = 0; column < V4; column++) largest4 = max(largest4, scoresAt(column, row, layer));
  float largest = max(max(largest4.x, largest4.y), max(largest4.z, largest4.w));
  vec4 total4 = vec4(0.0);
  for (int column = 0; column < V4; column++) total4 += exp(scoresAt(column, row, layer) - largest);
  float total = dot(total4, vec4(1.0));
  vec4 token = batchAt(0, row, layer);
  int target = int(token.y);
  float score = logitsAt(target >> 2, row, layer)[target & 3];
  return vec4(token.z * (log(total) + largest - score), largest, total, token.z);
}
mat4 block(int unused, int row) { return mat4(at(row, 0), at(row, 1), at(row, 2), at(row, 3)); }`,
};

/** dLogits = weight * (softmax - one-hot), from what `surprise` found. */
export const crossEntropyGradient: KernelSource = {
  name: 'crossEntropyGradient',
  inputs: ['logits', 'batch', 'losses'],
  ints: ['V'],
  body: `${SCORES}
vec4 at(int column, int row, int layer) {
  vec4 found = lossesAt(0, row, layer);
  ivec4 ids = 4 * column + ivec4(0, 1, 2, 3);
  vec4 expected = vec4(equal(ids, ivec4(batchAt(0, row, layer).y)));
  return found.w * (exp(scoresAt(column, row, layer) - found.y) / found.z - expected);
}
mat4 block(int column, int row) {
  return mat4(at(column, row, 0), at(column, row, 1), at(column, row, 2), at(column, row, 3));
}`,
};
