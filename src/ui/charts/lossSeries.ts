/** One measurement of a loss. */
export interface LossPoint {
  /** Steps done, from 0. */
  readonly step: number;
  readonly bitsPerByte: number;
}

/** What a line stands for decides how it looks. */
export type LossKind = 'train' | 'prose' | 'code';

/** One line of the chart. */
export interface LossSeries {
  readonly kind: LossKind;
  /** Written at the end of the line. */
  readonly label: string;
  readonly points: readonly LossPoint[];
}

/** A horizontal mark: what a simpler guesser reaches. */
export interface Baseline {
  readonly label: string;
  readonly bitsPerByte: number;
}

/** One row of the chart's data: the losses known at a step. */
export type LossRow = { readonly step: number } & Readonly<Partial<Record<LossKind, number>>>;

/** A line is given at most this many points; more would cost time and not be seen. */
export const MAX_POINTS = 200;

/** Losses below this are drawn at this height: the axis is logarithmic and has no zero. */
export const SMALLEST_LOSS = 1 / 64;

/** The lines as rows by step; values that are not numbers are left out, tiny ones lifted to the axis' floor. */
export function rowsOf(series: readonly LossSeries[]): readonly LossRow[] {
  const rows = new Map<number, LossRow>();
  for (const { kind, points } of series) {
    for (const { step, bitsPerByte } of points) {
      if (!Number.isFinite(bitsPerByte)) continue;
      rows.set(step, { ...rows.get(step), step, [kind]: Math.max(SMALLEST_LOSS, bitsPerByte) });
    }
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

/** A line's last measurement at or before a step; null before its first. */
export function measuredAt(points: readonly LossPoint[], step: number): LossPoint | null {
  return points.findLast((point) => point.step <= step) ?? null;
}
