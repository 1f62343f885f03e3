/** 1.5 * 2^23: added to a float32, it leaves the nearest whole number in the lowest bits. */
const ROUNDER: f32 = 12582912;
const LOG2_E: f32 = 1.4426950408889634;
/** ln 2 in two parts, the first of so few bits that its product with a whole number is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444005469057e-4;

/**
 * e^x for four numbers, to about 1e-7 of itself; x below -87 counts as -87, above 88 as 88.
 *
 * x is cut into n ln 2 + r with |r| <= ln 2 / 2: 2^n is a matter of the exponent's bits, and e^r - 1 - r is r^2 times
 * a polynomial fitted for the least largest error.
 */
export function exp4(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87)), f32x4.splat(88));
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  const partly = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const r = f32x4.sub(partly, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let p = f32x4.add(f32x4.mul(r, f32x4.splat(0.0013814467)), f32x4.splat(0.008368781));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.041668393));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.1666652));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.49999994));
  const exponential = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.add(i32x4.shl(rounded, 23), i32x4.splat(0x3f800000));
  return f32x4.mul(exponential, power);
}

/** The natural logarithm of a normal, positive number. */
export function logarithm(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let exponent = <f64>((bits >> 52) - 1023);
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000); // in [1, 2)
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    exponent += 1;
  }
  // ln m = 2 artanh s, a series in odd powers of s = (m - 1) / (m + 1), at most 0.172.
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series: f64 = 0;
  for (let power: f64 = 17; power >= 1; power -= 2) series = series * square + 1 / power;
  return exponent * 0.6931471805599453 + 2 * s * series;
}
