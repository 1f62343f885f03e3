/** No piece holds more code points than this (plus one leading space), so that every text costs linear time. */
const MAX_PIECE_LENGTH = 48;

/** The longest piece in UTF-8: a space, then code points of four bytes. No token can be longer. */
export const MAX_PIECE_BYTES = 1 + 4 * MAX_PIECE_LENGTH;

/**
 * The kinds of piece, in the order they are tried. Letters, numbers, white space and "anything else" cover
 * every code point, lone surrogates too, so nothing is ever skipped.
 */
const PIECE = new RegExp(
  [
    // A line break and the indentation after it: one piece, so Python's block structure can be one token.
    String.raw`\n {0,${MAX_PIECE_LENGTH}}`,
    // A word with the space before it. Marks are the accents and vowel signs that complete a letter.
    String.raw` ?\p{L}[\p{L}\p{M}]{0,${MAX_PIECE_LENGTH - 1}}`,
    // One digit: numbers are spelled, never memorised as a whole.
    String.raw` ?\p{N}`,
    // Punctuation, symbols, emoji.
    String.raw` ?[^\s\p{L}\p{N}]{1,${MAX_PIECE_LENGTH}}`,
    String.raw`\s`,
  ].join('|'),
  'gu',
);

/**
 * Cuts a text into the pieces that tokens never cross. Joined again, the pieces are the text.
 *
 * Without this, the most frequent pairs would be things like "e " and ". T", and words would have no token
 * of their own.
 * @source radford2019
 */
export function* preSplit(text: string): Generator<string, void, void> {
  for (const [piece] of text.matchAll(PIECE)) yield piece;
}
