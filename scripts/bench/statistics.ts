import type { Spread } from './result';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** To so many digits that mean something. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));

export const spread = (values: readonly number[]): Spread => ({
  median: rounded(median(values)),
  min: rounded(Math.min(...values)),
  max: rounded(Math.max(...values)),
});

/** Median over rounds of a / b, so that a slow moment of the machine hits both sides of a ratio. */
export const medianRatio = (a: readonly number[], b: readonly number[]): number =>
  rounded(median(a.map((value, round) => value / (b[round] ?? NaN))));
