import { describe, expect, it } from 'vitest';
import { passAtK } from '../../../../src/engine/evaluate/passAtK';

/** The share of all ways to choose k of n attempts, the first c of which passed, that hold a pass. */
function byBruteForce(n: number, c: number, k: number): number {
  let chosen = 0;
  let passing = 0;
  for (let set = 0; set < 2 ** n; set++) {
    const members = Array.from({ length: n }, (_, i) => i).filter((i) => set & (1 << i));
    if (members.length !== k) continue;
    chosen += 1;
    if (members.some((i) => i < c)) passing += 1;
  }
  return passing / chosen;
}

describe('passAtK', () => {
  it('equals the mean over every choice of k attempts', () => {
    for (let n = 1; n <= 7; n++) {
      for (let c = 0; c <= n; c++) {
        for (let k = 1; k <= n; k++) expect(passAtK(n, c, k)).toBeCloseTo(byBruteForce(n, c, k), 12);
      }
    }
  });

  it('stays exact where binomials overflow', () => {
    expect(passAtK(2000, 1, 1000)).toBeCloseTo(0.5, 10);
    expect(passAtK(2000, 0, 1000)).toBe(0);
    expect(passAtK(2000, 1500, 1000)).toBe(1);
  });

  it.each([
    [0, 0, 1],
    [5, 6, 1],
    [5, -1, 1],
    [5, 2, 6],
    [5, 2, 0],
    [5, 2.5, 1],
  ])('refuses n %s, c %s, k %s', (n, c, k) => {
    expect(() => passAtK(n, c, k)).toThrow(RangeError);
  });
});
