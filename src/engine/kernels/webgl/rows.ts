/**
 * GLSL shared by kernels that normalise rows: one number for each of the four rows of a block.
 *
 * One pass for both moments. Distances are taken from the row's first number, so that squares of large numbers never
 * cancel. `outerProduct(vec4(1.0), v)` is the block whose row r is v[r] everywhere; `outerProduct(v, vec4(1.0))` has v
 * as every row.
 */
export const ROW_MOMENTS = `
struct RowMoments { vec4 means; vec4 rstds; };
RowMoments momentsOf(int row, int C4) {
  vec4 firsts = vec4(xAt(0, row, 0).x, xAt(0, row, 1).x, xAt(0, row, 2).x, xAt(0, row, 3).x);
  vec4 total = vec4(0.0);
  vec4 squares = vec4(0.0);
  for (int column = 0; column < C4; column++) {
    mat4 d = xBlock(column, row) - outerProduct(vec4(1.0), firsts);
    total += vec4(1.0) * d;
    squares += vec4(1.0) * matrixCompMult(d, d);
  }
  vec4 means = total / float(4 * C4);
  return RowMoments(firsts + means, inversesqrt(max(squares / float(4 * C4) - means * means, 0.0) + EPSILON));
}
mat4 centred(int column, int row, vec4 means) { return xBlock(column, row) - outerProduct(vec4(1.0), means); }`;

/**
 * GLSL for kernels that normalise a single row, which lies in a readout: `xRow(k, row)`.
 *
 * One pass for both moments. Distances are taken from the row's first number, so that squares of large numbers never
 * cancel.
 */
export const ROW_NORM = `
struct Moments { float mean; float rstd; };
Moments momentsOf(int row, int C4) {
  float first = xRow(0, row).x;
  float total = 0.0;
  float squares = 0.0;
  for (int k = 0; k < C4; k++) {
    vec4 d = xRow(k, row) - first;
    total += dot(d, vec4(1.0));
    squares += dot(d, d);
  }
  float mean = total / float(4 * C4);
  return Moments(first + mean, inversesqrt(max(squares / float(4 * C4) - mean * mean, 0.0) + EPSILON));
}
vec4 normalised(int k, int row, Moments m) {
  return (xRow(k, row) - m.mean) * m.rstd * normAt(k, 0, 0) + normAt(k, 0, 1);
}`;

/** A JavaScript number as GLSL reads it. */
export function glslFloat(value: number): string {
  const written = String(value);
  return /[.e]/.test(written) ? written : `${written}.0`;
}
