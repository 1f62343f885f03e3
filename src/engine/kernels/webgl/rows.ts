/**
 * GLSL shared by kernels that normalise rows.
 *
 * `vec4 rowMeans(C4)` and `vec4 rowRstds(...)` hold one number for each of the four rows of a block.
 * `outerProduct(vec4(1.0), v)` is the block whose row r is v[r] everywhere; `outerProduct(v, vec4(1.0))` has v as
 * every row.
 */
export const ROW_MOMENTS = `
vec4 rowMeans(int row, int C4) {
  vec4 total = vec4(0.0);
  for (int column = 0; column < C4; column++) total += vec4(1.0) * xBlock(column, row);
  return total / float(4 * C4);
}
mat4 centred(int column, int row, vec4 means) { return xBlock(column, row) - outerProduct(vec4(1.0), means); }
vec4 rowRstds(int row, int C4, vec4 means) {
  vec4 total = vec4(0.0);
  for (int column = 0; column < C4; column++) {
    mat4 c = centred(column, row, means);
    total += vec4(1.0) * matrixCompMult(c, c);
  }
  return inversesqrt(total / float(4 * C4) + EPSILON);
}`;

/** A JavaScript number as GLSL reads it. */
export function glslFloat(value: number): string {
  const written = String(value);
  return /[.e]/.test(written) ? written : `${written}.0`;
}
