import { passRate } from '../../engine/evaluate/passRate';
import type { SweepPoint } from '../../store/evaluationState';
import type { SweepChartPoint } from '../../ui/charts/sweepPoints';

/** Counts as shares with what they are worth; a temperature at which nothing could be judged is left out. */
export function sweepChartPoints(points: readonly SweepPoint[]): readonly SweepChartPoint[] {
  return points
    .filter(({ total }) => total > 0)
    .map(({ temperature, passed, parsed, distinct, total }) => ({
      temperature,
      passed: passRate(passed, total),
      parsed: parsed / total,
      distinct: distinct / total,
      programs: total,
    }));
}
