/** One measurement. */
export interface StepPoint {
  /** Steps done, from 0. */
  readonly step: number;
  /** Bits per byte, or percent. */
  readonly value: number;
}

/** What a line stands for decides how it looks. */
export type LineKind = 'train' | 'prose' | 'code' | 'parses' | 'runs' | 'passes';

/** One line of the chart. */
export interface StepSeries {
  readonly kind: LineKind;
  /** Written at the end of the line. */
  readonly label: string;
  readonly points: readonly StepPoint[];
}

/** A horizontal mark: what a simpler guesser reaches. */
export interface Baseline {
  readonly label: string;
  readonly value: number;
}

/** One row of the chart's data: the values known at a step. */
export type StepRow = { readonly step: number } & Readonly<Partial<Record<LineKind, number>>>;

/** A line is given at most this many points; more would cost time and not be seen. */
export const MAX_POINTS = 200;

/** Losses below this are drawn at this height: the axis is logarithmic and has no zero. */
export const SMALLEST_LOSS = 1 / 64;

/** The lines as rows by step; values that are not numbers are left out, tiny ones lifted to the axis' floor. */
export function rowsOf(series: readonly StepSeries[], floor: number): readonly StepRow[] {
  const rows = new Map<number, StepRow>();
  for (const { kind, points } of series) {
    for (const { step, value } of points) {
      if (!Number.isFinite(value)) continue;
      rows.set(step, { ...rows.get(step), step, [kind]: Math.max(floor, value) });
    }
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

/** A line's last measurement at or before a step; null before its first. */
export function measuredAt(points: readonly StepPoint[], step: number): StepPoint | null {
  return points.findLast((point) => point.step <= step) ?? null;
}
