import { decimals } from '../../content/numbers';

/** Pixels between the baselines of two labels, at the usual text size as all that follow. */
export const GAP = 16;
/** From the end of a line to its label. */
export const INDENT = 8;
/** About the width of a label's character, to see whether a label reaches into the margin. */
export const CHARACTER = 7.1;

/** What a label says: where there is room, the loss too. */
export const labelOf = (label: string, bitsPerByte: number, narrow: boolean): string =>
  narrow ? label : `${label} ${decimals(bitsPerByte)}`;

/** Pixels to the right of a plot in which every one of these labels fits. */
export function labelRoom(
  named: readonly { readonly label: string }[],
  narrow: boolean,
  scale: number,
): number {
  const longest = Math.max(0, ...named.map(({ label }) => labelOf(label, 0, narrow).length));
  return Math.ceil((INDENT + longest * CHARACTER) * scale);
}
