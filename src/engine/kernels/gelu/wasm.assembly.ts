import { exp4 } from '../assembly/exponential.assembly';

/** -2 sqrt(2 / pi): gelu is written as x sigmoid(2u), see model/mlp.ts. */
const MINUS_TWICE_ROOT: f32 = -1.5957691216057308;
const CUBIC: f32 = 0.044715;

/** The sigmoid inside of gelu. @param square x * x */
function gate(x: v128, square: v128): v128 {
  const u = f32x4.mul(x, f32x4.add(f32x4.mul(square, f32x4.splat(CUBIC)), f32x4.splat(1)));
  const e = exp4(f32x4.mul(u, f32x4.splat(MINUS_TWICE_ROOT)));
  return f32x4.div(f32x4.splat(1), f32x4.add(e, f32x4.splat(1)));
}

/** out = gelu(h). @param count numbers, a multiple of 4 */
export function gelu(h: usize, out: usize, count: i32): void {
  for (const end = h + 4 * count; h < end; h += 16) {
    const x = v128.load(h);
    v128.store(out, f32x4.mul(x, gate(x, f32x4.mul(x, x))));
    out += 16;
  }
}

/** gradient *= gelu'(h), which is s + x s (1 - s) 2u' for the sigmoid s of 2u. */
export function scaleByGeluSlope(h: usize, gradient: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = h + 4 * count; h < end; h += 16) {
    const x = v128.load(h);
    const square = f32x4.mul(x, x);
    const s = gate(x, square);
    const cubicSlope = f32x4.add(f32x4.mul(square, f32x4.splat(3 * CUBIC)), one);
    const rest = f32x4.mul(f32x4.mul(x, f32x4.sub(one, s)), f32x4.splat(-MINUS_TWICE_ROOT));
    const slope = f32x4.mul(s, f32x4.add(f32x4.mul(rest, cubicSlope), one));
    v128.store(gradient, f32x4.mul(v128.load(gradient), slope));
    gradient += 16;
  }
}
