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

/** A line holds at most this many points; more would cost time and not be seen. */
export const MAX_POINTS = 200;

/** Losses below this are drawn at this height: the axis is logarithmic and has no zero. */
export const SMALLEST_LOSS = 1 / 64;

/**
 * At most `max` of the points: the first, the last, and from each stretch between them the one that lies
 * furthest from the stretch's middle value, so that spikes stay visible.
 * @throws RangeError when max is not a whole number of at least 3
 */
export function thinOut(points: readonly LossPoint[], max = MAX_POINTS): readonly LossPoint[] {
  if (!Number.isInteger(max) || max < 3) {
    throw new RangeError(`thinOut expects room for at least 3 points, got ${max}`);
  }
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= max || !first || !last) return points;
  const stretches = max - 2;
  const inner = points.length - 2;
  const kept = [first];
  for (let i = 0; i < stretches; i++) {
    const from = 1 + Math.floor((i * inner) / stretches);
    const to = 1 + Math.floor(((i + 1) * inner) / stretches);
    const stretch = points.slice(from, to);
    const middle = stretch.reduce((sum, point) => sum + point.bitsPerByte, 0) / stretch.length;
    const distance = (point: LossPoint): number => Math.abs(point.bitsPerByte - middle);
    kept.push(stretch.reduce((far, point) => (distance(point) > distance(far) ? point : far)));
  }
  return [...kept, last];
}

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

/** The last value a line has at or before a step. */
export function valueAt(points: readonly LossPoint[], step: number): number | null {
  return points.findLast((point) => point.step <= step)?.bitsPerByte ?? null;
}
