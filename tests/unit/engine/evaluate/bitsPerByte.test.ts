import { describe, expect, it } from 'vitest';
import { bitsPerByte } from '../../../../src/engine/evaluate/bitsPerByte';

describe('bitsPerByte', () => {
  it('is 8 for a byte model that knows nothing', () => {
    expect(bitsPerByte(Math.log(256), 1000, 1000)).toBeCloseTo(8, 10);
  });

  it('halves when each token spells two bytes', () => {
    expect(bitsPerByte(Math.LN2, 10, 20)).toBeCloseTo(0.5, 10);
  });

  it('refuses to divide by no text', () => {
    for (const bytes of [0, -1, NaN]) expect(() => bitsPerByte(1, 1, bytes)).toThrow(RangeError);
  });
});
