/** The largest half-precision number. */
export const FLOAT16_MAX = 65504;

const scratch = new DataView(new ArrayBuffer(4));

/**
 * The 16 bits of the half-precision number nearest to a value, to the even one when two are equally near.
 *
 * Layout: 1 sign bit, 5 exponent bits with bias 15, 10 fraction bits. Values beyond the largest become infinity.
 */
export function toFloat16Bits(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  const fraction = bits & 0x7fffff;
  if (exponent === 128) return sign | (fraction === 0 ? 0x7c00 : 0x7e00); // infinity, NaN
  if (exponent > 15) return sign | 0x7c00;
  // Normal numbers drop 13 of 23 fraction bits; below 2^-14 each power of two drops one more.
  const isNormal = exponent >= -14;
  const dropped = isNormal ? 13 : -1 - exponent;
  if (dropped > 24) return sign; // less than half of the smallest number
  const significand = isNormal ? ((exponent + 15) << 23) | fraction : 0x800000 | fraction;
  const kept = significand >>> dropped;
  const rest = significand & ((1 << dropped) - 1);
  const half = 1 << (dropped - 1);
  const roundsUp = rest > half || (rest === half && (kept & 1) === 1);
  // A carry out of the fraction raises the exponent, which is what rounding up to the next power of two means.
  return sign | (kept + (roundsUp ? 1 : 0));
}

/** The value of 16 half-precision bits, exact. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
