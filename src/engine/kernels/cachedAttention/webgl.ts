import type { KernelSource } from '../webgl/program';

/**
 * Attention of the slots that ask to all slots from their row's first one up to themselves.
 *
 * Rows of the cache are slot * B + b, `B4` is B / 4: a block holds one slot of four rows of the batch, each with keys
 * of its own. The softmax is built up key by key: when a larger score comes, what was added before shrinks.
 */
export const cachedAttention: KernelSource = {
  name: 'cachedAttention',
  inputs: ['cache', 'asked'],
  ints: ['B4', 'C4', 'hs4', 'firstSlot'],
  floats: ['scale'],
  body: `
const float NEVER = -1e30;
mat4 block(int column, int row) {
  int slot = firstSlot + row / B4;
  int b = row % B4;
  int head = column / hs4 * hs4;
  vec4 starts = vec4(askedAt(0, row, 0).z, askedAt(0, row, 1).z, askedAt(0, row, 2).z, askedAt(0, row, 3).z);
  vec4 largest = vec4(NEVER);
  vec4 total = vec4(0.0);
  mat4 mixed = mat4(0.0);
  for (int s = 0; s <= slot; s++) {
    vec4 scores = vec4(0.0);
    for (int j = head; j < head + hs4; j++)
      scores += vec4(1.0) * matrixCompMult(cacheBlock(j, slot * B4 + b), cacheBlock(C4 + j, s * B4 + b));
    scores = mix(scale * scores, vec4(NEVER), vec4(lessThan(vec4(s), starts)));
    vec4 larger = max(largest, scores);
    vec4 shrink = exp(largest - larger);
    vec4 share = exp(scores - larger);
    total = total * shrink + share;
    mixed = matrixCompMult(mixed, outerProduct(vec4(1.0), shrink))
      + matrixCompMult(cacheBlock(2 * C4 + column, s * B4 + b), outerProduct(vec4(1.0), share));
    largest = larger;
  }
  return matrixCompMult(mixed, outerProduct(vec4(1.0), 1.0 / total));
}`,
};

/** As `cachedAttention`, for single rows: `B` of them in each slot. */
export const cachedAttentionRow: KernelSource = {
  name: 'cachedAttentionRow',
  inputs: ['cache', 'asked'],
  readouts: ['cache', 'asked'],
  ints: ['B', 'C4', 'hs4', 'firstSlot'],
  floats: ['scale'],
  result: 'readout',
  body: `
vec4 texel(int column, int row) {
  int slot = firstSlot + row / B;
  int b = row % B;
  int head = column / hs4 * hs4;
  float largest = -1e30;
  float total = 0.0;
  vec4 mixed = vec4(0.0);
  // A slot before its row's first one sees only itself.
  for (int s = min(int(askedRow(0, row).z), slot); s <= slot; s++) {
    float score = 0.0;
    for (int j = head; j < head + hs4; j++) score += dot(cacheRow(j, slot * B + b), cacheRow(C4 + j, s * B + b));
    score *= scale;
    float larger = max(largest, score);
    float shrink = exp(largest - larger);
    float share = exp(score - larger);
    total = total * shrink + share;
    mixed = mixed * shrink + cacheRow(2 * C4 + column, s * B + b) * share;
    largest = larger;
  }
  return mixed / total;
}`,
};
