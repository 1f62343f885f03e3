/** A text and the part of it that training never sees. */
export interface TextSplit {
  readonly train: string;
  /** The end of the text; empty when the text is too short to spare any. */
  readonly val: string;
}

/** A text shorter than this is not split: neither part would say anything. In characters. */
const MIN_SPLIT_LENGTH = 200;

/** Where a text may be cut, best first: after a paragraph, after a line, after a word. */
const BOUNDARIES = ['\n\n', '\r\n\r\n', '\n', ' '] as const;

/**
 * Splits a reader's own text into a part to learn from and its end to be tested on. Joined again, the two are the text.
 *
 * The cut is the paragraph break nearest to the wished place, else a line break, else a space, within half of
 * the held-out part; without any, it is exact.
 * @param valFraction share to hold out, above 0 and below 1
 * @throws RangeError when valFraction is out of range
 */
export function splitOwnText(text: string, valFraction: number): TextSplit {
  if (!(valFraction > 0 && valFraction < 1)) {
    throw new RangeError(`valFraction must lie between 0 and 1, e.g. 0.1, got ${valFraction}`);
  }
  if (text.length < MIN_SPLIT_LENGTH) return { train: text, val: '' };
  const wished = Math.min(Math.max(Math.floor(text.length * (1 - valFraction)), 1), text.length - 1);
  const reach = Math.floor((Math.min(valFraction, 1 - valFraction) * text.length) / 2);
  const cut = nearestBoundary(text, wished, reach) ?? wholeCharacter(text, wished);
  return { train: text.slice(0, cut), val: text.slice(cut) };
}

/** The place after the best boundary within reach, or undefined. */
function nearestBoundary(text: string, wished: number, reach: number): number | undefined {
  const from = wished - reach;
  const near = text.slice(from, wished + reach);
  for (const boundary of BOUNDARIES) {
    const ends = [near.lastIndexOf(boundary, reach - 1), near.indexOf(boundary, reach)]
      .filter((index) => index >= 0)
      .map((index) => from + index + boundary.length)
      .sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished));
    if (ends[0] !== undefined) return ends[0];
  }
  return undefined;
}

/** Moves a cut out of the middle of a surrogate pair, which would turn one emoji into two broken halves. */
function wholeCharacter(text: string, cut: number): number {
  const isInsidePair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(cut - 1, cut + 1));
  return isInsidePair ? cut + 1 : cut;
}
