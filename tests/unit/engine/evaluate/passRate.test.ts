import { describe, expect, it } from 'vitest';
import { passRate } from '../../../../src/engine/evaluate/passRate';

const STEP = 1e-4;
const Z_95 = 1.959964;

/** Every true share, in small steps, that the measurement does not contradict: the definition, tried out. */
function byTrying(passed: number, total: number): { low: number; high: number } {
  const shares = Array.from({ length: 1 / STEP + 1 }, (_, i) => i * STEP).filter(
    (p) => Math.abs(passed / total - p) <= Z_95 * Math.sqrt((p * (1 - p)) / total) + 1e-12,
  );
  return { low: Math.min(...shares), high: Math.max(...shares) };
}

/** How likely exactly k of n attempts pass when each does with probability p. */
function chanceOf(k: number, n: number, p: number): number {
  let chance = 1;
  for (let i = 0; i < k; i++) chance *= ((n - i) / (k - i)) * p;
  return chance * (1 - p) ** (n - k);
}

describe('passRate', () => {
  it('spans exactly the true shares that lie within z standard deviations of the measured one', () => {
    for (const total of [1, 2, 5, 12, 40, 80]) {
      for (let passed = 0; passed <= total; passed += Math.ceil(total / 8)) {
        const { rate, low, high } = passRate(passed, total);
        const tried = byTrying(passed, total);
        expect(rate).toBe(passed / total);
        expect(Math.abs(low - tried.low)).toBeLessThanOrEqual(STEP);
        expect(Math.abs(high - tried.high)).toBeLessThanOrEqual(STEP);
      }
    }
  });

  it('holds the true share in about 95% of all examinations, counted over every outcome', () => {
    const coverages = [0.1, 0.25, 0.5, 0.62, 0.8, 0.9].map((p) => {
      const n = 80;
      let coverage = 0;
      for (let k = 0; k <= n; k++) {
        const { low, high } = passRate(k, n);
        if (low <= p && p <= high) coverage += chanceOf(k, n, p);
      }
      return coverage;
    });
    for (const coverage of coverages) expect(coverage).toBeGreaterThan(0.92);
    const mean = coverages.reduce((sum, coverage) => sum + coverage, 0) / coverages.length;
    expect(Math.abs(mean - 0.95)).toBeLessThan(0.015);
  });

  it('is the same for passing as for failing, narrows with more programs, and claims nothing from one', () => {
    for (const passed of [0, 1, 7, 20]) {
      expect(passRate(passed, 20).low).toBeCloseTo(1 - passRate(20 - passed, 20).high, 12);
    }
    const width = (total: number): number => passRate(total / 2, total).high - passRate(total / 2, total).low;
    expect(width(80)).toBeLessThan(width(20) * 0.6);
    expect(passRate(1, 1).low).toBeLessThan(0.25);
    expect(passRate(0, 4).low).toBe(0);
    expect(passRate(4, 4).high).toBe(1);
  });

  it.each([
    [0, 0],
    [-1, 3],
    [4, 3],
    [1.5, 3],
    [NaN, 3],
    [1, Infinity],
  ])('refuses %s of %s', (passed, total) => {
    expect(() => passRate(passed, total)).toThrow(RangeError);
  });
});
