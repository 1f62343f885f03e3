import { count, share } from '../../content/numbers';

/** A share as a whole percentage: samples are too short for decimals. */
export const roughShare = (value: number): string => share(Math.round(value * 100) / 100);

/** A duration in two digits that count: 84, 8.4, 0.84. */
export const roughMs = (ms: number): string => ms.toFixed(ms >= 10 ? 0 : ms >= 1 ? 1 : 2);

/** A speed in two digits that count, so that it flickers no more than it means. */
export function roughSpeed(perSecond: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, perSecond))) - 1);
  const unit = 10 ** digits;
  return count(Math.round(perSecond / unit) * unit);
}
