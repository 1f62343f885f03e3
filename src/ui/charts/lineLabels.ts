import type { Measure } from './measures';

/** Pixels between the baselines of two labels, at the usual text size as all that follow. */
export const GAP = 16;
/** From the end of a line to its label. */
export const INDENT = 8;
/** About the width of a label's character, to see whether a label reaches into the margin. */
export const CHARACTER = 7.1;

/** For a short label of wide characters. */
const SLACK = 4;

/** What a label says: where there is room, the value too. */
export const labelOf = (label: string, value: string, narrow: boolean): string =>
  narrow ? label : `${label} ${value}`;

/** Pixels to the right of a plot in which every one of these labels fits. */
export function labelRoom(
  named: readonly { readonly label: string }[],
  { write, domainOf }: Pick<Measure, 'write' | 'domainOf'>,
  narrow: boolean,
  scale: number,
): number {
  const widest = write(domainOf([])[1]);
  const longest = Math.max(0, ...named.map(({ label }) => labelOf(label, widest, narrow).length));
  return Math.ceil((INDENT + longest * CHARACTER + SLACK) * scale);
}
