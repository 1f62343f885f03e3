import { describe, expect, it } from 'vitest';
import { FLOAT16_MAX, fromFloat16Bits, toFloat16Bits } from '../../../../src/engine/train/float16';

/** The half-precision number nearest to a value, the even one on ties, found by looking at all of them. */
function nearestBySearch(value: number): number {
  let best = 0;
  for (let bits = 0; bits < 0x7c00; bits++) {
    const distance = Math.abs(fromFloat16Bits(bits) - value);
    const bestDistance = Math.abs(fromFloat16Bits(best) - value);
    if (distance < bestDistance || (distance === bestDistance && bits % 2 === 0)) best = bits;
  }
  return best;
}

describe('half precision', () => {
  it('returns every one of its 65,536 bit patterns unchanged', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const isNaNPattern = (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0;
      if (isNaNPattern) expect(fromFloat16Bits(bits)).toBeNaN();
      else expect(toFloat16Bits(fromFloat16Bits(bits))).toBe(bits);
    }
  });

  it('knows its landmarks', () => {
    expect(fromFloat16Bits(0x3c00)).toBe(1);
    expect(fromFloat16Bits(0xc000)).toBe(-2);
    expect(fromFloat16Bits(0x7bff)).toBe(FLOAT16_MAX);
    expect(fromFloat16Bits(0x0001)).toBe(2 ** -24);
    expect(Object.is(fromFloat16Bits(0x8000), -0)).toBe(true);
  });

  it('rounds to the nearest number, small and large', () => {
    for (const value of [0.02, 0.1, 1 / 3, Math.PI, 1234.5678, 6e-5, 3.1e-6, 5.97e-8, 2e-8]) {
      expect(toFloat16Bits(Math.fround(value)), String(value)).toBe(nearestBySearch(Math.fround(value)));
      expect(toFloat16Bits(-value)).toBe(toFloat16Bits(value) | 0x8000);
    }
  });

  it('rounds a tie to the even neighbour, normal and subnormal', () => {
    for (let bits = 0; bits < 0x7bff; bits += 97) {
      const middle = (fromFloat16Bits(bits) + fromFloat16Bits(bits + 1)) / 2;
      expect(toFloat16Bits(middle), `between ${bits} and ${bits + 1}`).toBe(bits % 2 === 0 ? bits : bits + 1);
    }
  });

  it('turns what is too large into infinity and what is too small into 0', () => {
    expect(fromFloat16Bits(toFloat16Bits(65519))).toBe(FLOAT16_MAX);
    expect(fromFloat16Bits(toFloat16Bits(65520))).toBe(Infinity);
    expect(fromFloat16Bits(toFloat16Bits(-1e30))).toBe(-Infinity);
    expect(toFloat16Bits(2 ** -25)).toBe(0);
    expect(toFloat16Bits(1e-40)).toBe(0);
    expect(fromFloat16Bits(toFloat16Bits(NaN))).toBeNaN();
  });
});
