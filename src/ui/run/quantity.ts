const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** A count with thousands marked, e.g. "12,400". */
export const countText = (count: number): string => whole.format(count);

/** A share as a percentage, e.g. "62%". */
export const shareText = (share: number): string => percent.format(share);

/** A size in bytes as a reader says it: "940 bytes", "36 KB", "1.2 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${whole.format(bytes)} bytes`;
  if (bytes < 999_500) return `${whole.format(bytes / 1000)} KB`;
  return `${threeDigits.format(bytes / 1e6)} MB`;
}

/** A speed that flickers as little as its precision allows: two digits that count. */
export function speedText(perSecond: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, perSecond))) - 1);
  const unit = 10 ** digits;
  return whole.format(Math.round(perSecond / unit) * unit);
}
