import { END_OF_TEXT } from '../tokenizer/tokenizer';

/** A corpus as one row of tokens, and the places where a training window may begin. */
export interface TokenStream {
  /** Every document: end-of-text, then its tokens. */
  readonly tokens: Int32Array;
  /** Positions in `tokens`, rising: every document's end-of-text, and places inside documents longer than a window. */
  readonly starts: Int32Array;
}

/** One training example: T tokens, the token after each, and which of those count. */
export interface Window {
  readonly ids: Int32Array;
  readonly targets: Int32Array;
  readonly lossMask: Float32Array;
}

const NEWLINE = 10;

/**
 * Joins documents into a stream for windows of `blockSize` tokens.
 *
 * Short documents are read from their beginning only, because that is how a prompt is read later. In a
 * document longer than a window that would leave most of it unread, so there a window may also begin at any
 * line that is not indented (a newline that is a token of its own), and at the latest half a window after
 * the last such place, for text without lines.
 * @param documents token ids; empty documents are skipped
 * @throws RangeError when no document holds a token
 */
export function createTokenStream(documents: readonly (readonly number[])[], blockSize: number): TokenStream {
  const filled = documents.filter((document) => document.length > 0);
  if (filled.length === 0) {
    throw new RangeError('A corpus must have at least one document with text in it, got none');
  }
  const tokens = new Int32Array(filled.reduce((total, document) => total + document.length + 1, 0));
  const starts: number[] = [];
  const widestGap = Math.max(1, Math.floor(blockSize / 2));
  let offset = 0;
  for (const document of filled) {
    tokens[offset] = END_OF_TEXT;
    tokens.set(document, offset + 1);
    starts.push(offset);
    const end = offset + document.length;
    if (document.length > blockSize) {
      let last = offset;
      for (let position = offset + 1; position < end; position++) {
        if (tokens[position] !== NEWLINE && position - last < widestGap) continue;
        starts.push(position);
        last = position;
      }
    }
    offset = end + 1;
  }
  return { tokens, starts: Int32Array.from(starts) };
}

/**
 * Reads the window that begins at a start.
 *
 * It always opens with end-of-text, like every prompt: at a start inside a long document, end-of-text takes
 * the place of the token there. It runs on over the following documents, and from the last to the first. A
 * corpus too short to fill a window is padded with end-of-text; the first of these still counts, because
 * it is how the document ends, the others have mask 0.
 * @param start one of `stream.starts`
 * @returns T = blockSize
 */
export function readWindow({ tokens }: TokenStream, start: number, blockSize: number): Window {
  const ids = new Int32Array(blockSize).fill(END_OF_TEXT);
  const targets = new Int32Array(blockSize).fill(END_OF_TEXT);
  const lossMask = new Float32Array(blockSize);
  const isPadded = tokens.length < blockSize + 1;
  for (let t = 0; t < blockSize; t++) {
    const next = start + t + 1;
    const isInside = next < tokens.length;
    if (isPadded && next > tokens.length) break;
    const target = isPadded && !isInside ? END_OF_TEXT : (tokens[next % tokens.length] as number);
    targets[t] = target;
    lossMask[t] = 1;
    if (t + 1 < blockSize) ids[t + 1] = target;
  }
  return { ids, targets, lossMask };
}
