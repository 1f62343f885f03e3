import type { KernelSource } from '../webgl/program';

/**
 * Where a block lies. Queries, keys and values are side by side in `qkv`, each `C4` texels wide, a head `hs4`.
 * Scores and their like are (N, nHead * T): row b * T + t, columns h * T to h * T + T - 1; `T4` is T / 4.
 */
const PLACE = `
struct Place { int head; int key; int first; int query; };
Place placeOf(int column, int row) {
  int head = column / T4;
  int first = row / T4 * T4;
  return Place(head, column - head * T4, first, row - first);
}`;

/** Scores of a block that lies on the diagonal: no position may look ahead. */
const MASK = `
const float NEVER = -1e30;
mat4 masked(mat4 scores) {
  return scores + mat4(0.0, NEVER, NEVER, NEVER, 0.0, 0.0, NEVER, NEVER, 0.0, 0.0, 0.0, NEVER, 0.0, 0.0, 0.0, 0.0);
}`;

/** scores = scale * q k^T; blocks that look ahead are left 0 and read by nobody. */
export const attentionScores: KernelSource = {
  name: 'attentionScores',
  inputs: ['qkv'],
  ints: ['C4', 'hs4', 'T4'],
  floats: ['scale'],
  body: `${PLACE}
mat4 block(int column, int row) {
  Place p = placeOf(column, row);
  mat4 sum = mat4(0.0);
  if (p.key > p.query) return sum;
  for (int j = p.head * hs4; j < (p.head + 1) * hs4; j++)
    sum += transpose(qkvBlock(C4 + j, p.first + p.key)) * qkvBlock(j, row);
  return scale * sum;
}`,
};

/** probs = softmax of the masked scores, row by row; 0 where a position would look ahead. */
export const attentionSoftmax: KernelSource = {
  name: 'attentionSoftmax',
  inputs: ['scores'],
  ints: ['T4'],
  body: `${PLACE}${MASK}
// Column c holds the scores of one key for the four queries.
mat4 byKey(Place p, int key, int row) {
  mat4 scores = scoresBlock(p.head * T4 + key, row);
  return transpose(key == p.query ? masked(scores) : scores);
}
mat4 block(int column, int row) {
  Place p = placeOf(column, row);
  if (p.key > p.query) return mat4(0.0);
  vec4 largest = vec4(NEVER);
  for (int key = 0; key <= p.query; key++) {
    mat4 s = byKey(p, key, row);
    largest = max(largest, max(max(s[0], s[1]), max(s[2], s[3])));
  }
  vec4 total = vec4(0.0);
  for (int key = 0; key <= p.query; key++) {
    mat4 s = byKey(p, key, row);
    total += exp(s[0] - largest) + exp(s[1] - largest) + exp(s[2] - largest) + exp(s[3] - largest);
  }
  mat4 s = byKey(p, p.key, row);
  return transpose(mat4(
    exp(s[0] - largest) / total, exp(s[1] - largest) / total, exp(s[2] - largest) / total, exp(s[3] - largest) / total));
}`,
};

/** out = probs v, the heads side by side. */
export const attentionMix: KernelSource = {
  name: 'attentionMix',
  inputs: ['probs', 'qkv'],
  ints: ['C4', 'hs4', 'T4'],
  body: `
mat4 block(int column, int row) {
  int head = column / hs4;
  int first = row / T4 * T4;
  mat4 sum = mat4(0.0);
  for (int key = 0; key <= row - first; key++)
    sum += qkvBlock(2 * C4 + column, first + key) * probsBlock(head * T4 + key, row);
  return sum;
}`,
};

/**
 * dScores = scale * probs * (dY v^T - the row's sum of probs * dY v^T).
 *
 * That sum is the product of dY and y in the row's head, which is much shorter.
 */
export const attentionScoresGradient: KernelSource = {
  name: 'attentionScoresGradient',
  inputs: ['probs', 'qkv', 'y', 'dY'],
  ints: ['C4', 'hs4', 'T4'],
  floats: ['scale'],
  body: `${PLACE}
mat4 block(int column, int row) {
  Place p = placeOf(column, row);
  mat4 dProbs = mat4(0.0);
  if (p.key > p.query) return dProbs;
  vec4 means = vec4(0.0);
  for (int j = p.head * hs4; j < (p.head + 1) * hs4; j++) {
    mat4 dY = dYBlock(j, row);
    dProbs += transpose(qkvBlock(2 * C4 + j, p.first + p.key)) * dY;
    means += vec4(1.0) * matrixCompMult(dY, yBlock(j, row));
  }
  return scale * matrixCompMult(probsBlock(column, row), dProbs - outerProduct(vec4(1.0), means));
}`,
};

/** dQ = dScores k, dK = dScores^T q, dV = probs^T dY: a third of the columns each. */
export const attentionGradient: KernelSource = {
  name: 'attentionGradient',
  inputs: ['dScores', 'probs', 'qkv', 'dY'],
  ints: ['C4', 'hs4', 'T4'],
  body: `
mat4 block(int column, int row) {
  int part = column / C4;
  int c = column - part * C4;
  int left = c / hs4 * T4;
  int first = row / T4 * T4;
  int here = row - first;
  mat4 sum = mat4(0.0);
  if (part == 0) {
    for (int key = 0; key <= here; key++) sum += qkvBlock(C4 + c, first + key) * dScoresBlock(left + key, row);
  } else if (part == 1) {
    for (int t = row; t < first + T4; t++) sum += qkvBlock(c, t) * transpose(dScoresBlock(left + here, t));
  } else {
    for (int t = row; t < first + T4; t++) sum += dYBlock(c, t) * transpose(probsBlock(left + here, t));
  }
  return sum;
}`,
};
