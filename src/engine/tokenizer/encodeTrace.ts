import { applyMerge } from './pairs';
import { preSplit } from './preSplit';
import type { Merge, Tokenizer } from './tokenizer';

/** One frame of the journey from bytes to tokens. */
export interface EncodeFrame {
  /** The merge that led here; null in the first frame, which shows the bytes. */
  readonly merge: Merge | null;
  /** How many pairs that merge replaced; 0 in the first frame. */
  readonly replaced: number;
  /** Token ids of each piece of the text, in order. */
  readonly pieces: readonly (readonly number[])[];
}

/** Every frame holds the whole text, so a trace grows with the square of its length. */
const MAX_TRACED_CHARACTERS = 2000;

/**
 * Shows how a short text becomes tokens: its bytes first, then one frame for every merge that applies.
 * The last frame joined is `tokenizer.encode(text)`.
 * @throws RangeError when the text is longer than 2000 characters
 */
export function encodeTrace(tokenizer: Tokenizer, text: string): EncodeFrame[] {
  if (text.length > MAX_TRACED_CHARACTERS) {
    throw new RangeError(
      `encodeTrace expects at most ${MAX_TRACED_CHARACTERS} characters, got ${text.length}; trace a part of the text`,
    );
  }
  const encoder = new TextEncoder();
  let pieces = Array.from(preSplit(text), (piece) => Array.from(encoder.encode(piece)));
  const frames: EncodeFrame[] = [{ merge: null, replaced: 0, pieces }];
  // A merge can only make room for later ones, so one pass in the order learned is the whole encoding.
  for (const merge of tokenizer.merges) {
    const merged = pieces.map((ids) => applyMerge(ids, merge));
    const replaced = tokensIn(pieces) - tokensIn(merged);
    if (replaced === 0) continue;
    pieces = merged;
    frames.push({ merge, replaced, pieces });
  }
  return frames;
}

function tokensIn(pieces: readonly (readonly number[])[]): number {
  return pieces.reduce((total, ids) => total + ids.length, 0);
}
