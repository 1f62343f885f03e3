import type { SweepPoint } from '../../store/evaluationState';

/** A temperature as a place in the plot. */
export interface SweepShare {
  readonly temperature: number;
  /** Share of the programs that differ from the other answers to their task, 0..1. */
  readonly distinct: number;
  /** Share that passes, 0..1. */
  readonly passed: number;
}

/** Counts as shares; a temperature at which nothing could be judged is left out. */
export function sweepShares(points: readonly SweepPoint[]): readonly SweepShare[] {
  return points
    .filter(({ total }) => total > 0)
    .map(({ temperature, distinct, passed, total }) => ({
      temperature,
      distinct: distinct / total,
      passed: passed / total,
    }));
}

/** A temperature with as many decimals as it needs, at most two. */
export const temperatureText = (temperature: number): string => String(Math.round(temperature * 100) / 100);
