import { count, decimals, ratio, wholeShare } from '../../content/numbers';

/** A share as a whole percentage: samples are too short for decimals. */
export const roughShare = (value: number): string => wholeShare(value);

/** A duration in two digits that count: 84, 8.4, 0.84. */
export const roughMs = (ms: number): string => (ms >= 10 ? count : ms >= 1 ? ratio : decimals)(ms);

/** A speed in two digits that count, so that it flickers no more than it means. */
export function roughSpeed(perSecond: number): number {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, perSecond))) - 1);
  const unit = 10 ** digits;
  return Math.round(perSecond / unit) * unit;
}
