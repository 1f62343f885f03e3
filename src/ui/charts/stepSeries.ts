/** One measurement. */
export interface StepPoint {
  /** Steps done, from 0. */
  readonly step: number;
  /** Bits per byte, or percent. */
  readonly value: number;
}

/** What a line stands for decides how it looks. */
export type LineKind =
  'train' | 'prose' | 'code' | 'parses' | 'runs' | 'passes' | 'realWords' | 'pronouns' | 'things';

/** One line of the chart. */
export interface StepSeries {
  readonly kind: LineKind;
  /** Written at the end of the line. */
  readonly label: string;
  /** True for what an earlier run did: drawn faintly behind the live lines. */
  readonly recorded?: boolean;
  readonly points: readonly StepPoint[];
}

/** A horizontal mark: what a simpler guesser reaches. */
export interface Baseline {
  readonly label: string;
  readonly value: number;
}

/** What tells a line from the others of its chart. */
export type LineKey = LineKind | `recorded ${LineKind}`;

export const keyOf = ({ kind, recorded }: StepSeries): LineKey => (recorded ? `recorded ${kind}` : kind);

/** One row of the chart's data: the values known at a step. */
export type StepRow = { readonly step: number } & Readonly<Partial<Record<LineKey, number>>>;

/** A step of the run to look at, drawn as an upright line. */
export interface Marker {
  readonly step: number;
  readonly label: string;
}

/** A line is given at most this many points; more would cost time and not be seen. */
export const MAX_POINTS = 200;

/** Losses below this are drawn at this height: the axis is logarithmic and has no zero. */
export const SMALLEST_LOSS = 1 / 64;

/** The lines as rows by step; values that are not numbers are left out, tiny ones lifted to the axis' floor. */
export function rowsOf(series: readonly StepSeries[], floor: number): readonly StepRow[] {
  const rows = new Map<number, StepRow>();
  for (const line of series) {
    for (const { step, value } of line.points) {
      if (!Number.isFinite(value)) continue;
      rows.set(step, { ...rows.get(step), step, [keyOf(line)]: Math.max(floor, value) });
    }
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

/** A line's last measurement at or before a step; null before its first. */
export function measuredAt(points: readonly StepPoint[], step: number): StepPoint | null {
  return points.findLast((point) => point.step <= step) ?? null;
}

/** How far a run has come: the last step at which any of its lines was measured. */
function reachOf(series: readonly StepSeries[]): number {
  return Math.max(-1, ...series.map(({ points }) => points.at(-1)?.step ?? -1));
}

/**
 * Each line with what was last measured at a step; null where its run had not begun or had not come so far. Live
 * lines and recorded ones are of different runs.
 */
export function readingsAt(
  series: readonly StepSeries[],
  step: number,
): readonly { readonly line: StepSeries; readonly measured: StepPoint | null }[] {
  const live = reachOf(series.filter((line) => !line.recorded));
  const recorded = reachOf(series.filter((line) => line.recorded));
  return series.map((line) => ({
    line,
    measured: step <= (line.recorded ? recorded : live) ? measuredAt(line.points, step) : null,
  }));
}
