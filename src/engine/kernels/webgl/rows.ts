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

/**
 * GLSL for kernels that normalise a single row, which lies in a readout: `xAt(k, row, 0)`.
 *
 * One pass for both moments. Distances are taken from the row's first number, so that squares of large numbers never
 * cancel.
 */
export const ROW_NORM = `
struct Moments { float mean; float rstd; };
Moments momentsOf(int row, int C4) {
  float first = xAt(0, row, 0).x;
  float total = 0.0;
  float squares = 0.0;
  for (int k = 0; k < C4; k++) {
    vec4 d = xAt(k, row, 0) - first;
    total += dot(d, vec4(1.0));
    squares += dot(d, d);
  }
  float mean = total / float(4 * C4);
  return Moments(first + mean, inversesqrt(max(squares / float(4 * C4) - mean * mean, 0.0) + EPSILON));
}
vec4 normalised(int k, int row, Moments m) {
  return (xAt(k, row, 0) - m.mean) * m.rstd * normAt(k, 0, 0) + normAt(k, 0, 1);
}`;

/** A JavaScript number as GLSL reads it. */
export function glslFloat(value: number): string {
  const written = String(value);
  return /[.e]/.test(written) ? written : `${written}.0`;
}
