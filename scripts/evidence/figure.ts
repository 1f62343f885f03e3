/** Figures: what was measured, from how much, and how far it spread. */
import { passRate } from '../../src/engine/evaluate/passRate';

/** One measured number. */
export interface Figure {
  /** Shares are 0..1. Over several seeds, the mean. */
  readonly value: number;
  /** Over several seeds, the least and the greatest; of a single one, its 95 % interval where it is a share. */
  readonly spread: readonly [low: number, high: number] | null;
  /** Prompts, programs or steps that each value rests on. */
  readonly n: number;
  /** Of the training runs. */
  readonly seeds: readonly number[];
  /** One of each seed. */
  readonly values: readonly number[];
}

export type Figures = Readonly<Record<string, Figure>>;

/** One value of each seed, together. @throws RangeError when there is none */
export function overSeeds(
  values: readonly { readonly seed: number; readonly value: number }[],
  n: number,
): Figure {
  if (values.length === 0) throw new RangeError('overSeeds expects at least one value, got none');
  const numbers = values.map(({ value }) => value);
  return {
    value: numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
    spread: numbers.length > 1 ? [Math.min(...numbers), Math.max(...numbers)] : null,
    n,
    seeds: values.map(({ seed }) => seed),
    values: numbers,
  };
}

/** A share of successes of each seed, together. */
export function shareOverSeeds(
  counts: readonly { readonly seed: number; readonly successes: number; readonly total: number }[],
): Figure {
  const n = Math.min(...counts.map(({ total }) => total));
  const together = overSeeds(
    counts.map(({ seed, successes, total }) => ({ seed, value: successes / total })),
    n,
  );
  const [only] = counts;
  if (counts.length > 1 || !only) return together;
  const { low, high } = passRate(only.successes, only.total);
  return { ...together, spread: [low, high] };
}

/** "0.71 (0.68 to 0.75)". */
export function shown({ value, spread }: Figure): string {
  const round = (x: number): string => x.toFixed(Math.abs(x) >= 10 ? 1 : 3);
  return spread ? `${round(value)} (${round(spread[0])} to ${round(spread[1])})` : round(value);
}
