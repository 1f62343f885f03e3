import { plain } from '../../content/narrative';
import { SMALLEST_LOSS } from './stepSeries';

/** The lowest and highest value an axis shows; of losses both are powers of two. */
export type Domain = readonly [low: number, high: number];

const CALM: Domain = [1 / 4, 8];

/** The span of the loss axis: a quarter to 8 bits, growing by whole halvings or doublings so that it rarely moves. */
export function lossDomain(values: Iterable<number>): Domain {
  let [low, high] = CALM;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    while (low > value && low > SMALLEST_LOSS) low /= 2;
    while (high < value) high *= 2;
  }
  return [low, high];
}

/** Every power of two of a domain, from the top down. */
export function lossTicks([low, high]: Domain): number[] {
  const ticks: number[] = [];
  for (let tick = high; tick >= low; tick /= 2) ticks.push(tick);
  return ticks;
}

/** How a loss is written on the axis: whole numbers and fractions. */
export function lossTickLabel(value: number): string {
  if (value >= 1) return plain(value);
  return { 0.5: '½', 0.25: '¼', 0.125: '⅛' }[value] ?? `1/${Math.round(1 / value)}`;
}

/** Round step numbers from 0 to the last step, at most `max` and the last one itself. */
export function stepTicks(totalSteps: number, max: number): number[] {
  const rough = totalSteps / Math.max(1, max);
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const size =
    [1, 2, 5, 10].map((factor) => factor * decade).find((candidate) => candidate >= rough) ?? decade;
  const ticks: number[] = [];
  for (let tick = 0; tick < totalSteps - size * 0.6; tick += size) ticks.push(tick);
  return [...ticks, totalSteps];
}

/** A text beside the plot and the height it would like to stand at, in pixels from the top. */
export interface Placed {
  readonly y: number;
}

/**
 * Moves labels apart until no two stand closer than `gap`, keeping their order and staying between top and bottom
 * where there is room for all.
 * @returns the labels in the order given, each with the height found
 */
export function spread<T extends Placed>(
  labels: readonly T[],
  gap: number,
  top: number,
  bottom: number,
): (T & { placedY: number })[] {
  const placed = labels.map((label) => ({ ...label, placedY: Math.max(top, Math.min(bottom, label.y)) }));
  const byHeight = [...placed].sort((a, b) => a.y - b.y);
  byHeight.forEach((label, i) => {
    const above = byHeight[i - 1];
    if (above) label.placedY = Math.max(label.placedY, above.placedY + gap);
  });
  byHeight.reverse().forEach((label, i) => {
    const below = byHeight[i - 1];
    const limit = below ? below.placedY - gap : bottom;
    label.placedY = Math.min(label.placedY, limit);
  });
  return placed;
}
