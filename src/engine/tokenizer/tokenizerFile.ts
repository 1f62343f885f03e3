import { MAX_PIECE_BYTES } from './preSplit';
import { END_OF_TEXT, type Merge, type TokenizerFile } from './tokenizer';

/** The first id that a learned merge can have. A vocabulary is never smaller than this. */
export const FIRST_MERGE_ID = END_OF_TEXT + 1;

/** The largest vocabulary the engine accepts, the limit of `validateConfig`. */
export const MAX_VOCAB_SIZE = 8192;

/**
 * Checks a wished vocabulary size.
 * @throws RangeError when it cannot hold the bytes and end-of-text, or is larger than the engine accepts
 */
export function validateVocabSize(vocabSize: number): number {
  if (!Number.isInteger(vocabSize) || vocabSize < FIRST_MERGE_ID || vocabSize > MAX_VOCAB_SIZE) {
    throw new RangeError(
      `vocabSize must be a whole number from ${FIRST_MERGE_ID} (bytes and end-of-text) to ${MAX_VOCAB_SIZE}, got ${vocabSize}`,
    );
  }
  return vocabSize;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads one merge and the length of the token it makes. `lengths` are those of the tokens known so far. */
function parseMerge(value: unknown, index: number, lengths: readonly number[]): readonly [number, number] {
  const [left, right]: unknown[] = Array.isArray(value) && value.length === 2 ? value : [];
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw new RangeError(
      `Merge ${index} must be a pair of token ids, got ${Array.isArray(value) ? `a list of ${value.length}` : typeof value}`,
    );
  }
  for (const id of [left, right]) {
    // End-of-text has length 0: no token spells it, so nothing merges with it.
    if (!lengths[id]) {
      throw new RangeError(
        `Merge ${index} must join two tokens known before it (0 to ${lengths.length - 1}, not ${END_OF_TEXT}), got ${id}`,
      );
    }
  }
  return [left, right];
}

/**
 * Reads a tokenizer from unknown data, such as a checkpoint that somebody dropped on the page.
 * @throws RangeError when a merge has the wrong shape, names an unknown token, repeats an earlier one, or
 *   makes a token longer than any piece of text can be
 */
export function parseTokenizerFile(value: unknown): TokenizerFile {
  if (!isRecord(value) || value['kind'] !== 'byte-bpe' || value['version'] !== 1) {
    throw new RangeError('A tokenizer must have kind "byte-bpe" and version 1; this is something else');
  }
  const list = value['merges'];
  const limit = MAX_VOCAB_SIZE - FIRST_MERGE_ID;
  if (!Array.isArray(list) || list.length > limit) {
    throw new RangeError(`A tokenizer must have a list of at most ${limit} merges`);
  }
  const merges: (readonly [number, number])[] = [];
  const lengths: number[] = [...new Array<number>(END_OF_TEXT).fill(1), 0];
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const [left, right] = parseMerge(entry, index, lengths);
    const length = (lengths[left] ?? 0) + (lengths[right] ?? 0);
    // Doubling a token in every merge would otherwise ask for more memory than there is.
    if (length > MAX_PIECE_BYTES) {
      throw new RangeError(`Merge ${index} makes a token of ${length} bytes; the most is ${MAX_PIECE_BYTES}`);
    }
    if (seen.has(`${left} ${right}`)) {
      throw new RangeError(`Merge ${index} repeats the pair ${left}, ${right}; each pair is merged once`);
    }
    seen.add(`${left} ${right}`);
    merges.push([left, right]);
    lengths.push(length);
  }
  return { kind: 'byte-bpe', version: 1, merges };
}

/** The merges of a file with the ids they make. */
export function mergesOf(file: TokenizerFile): Merge[] {
  return file.merges.map(([left, right], index) => ({ left, right, id: FIRST_MERGE_ID + index }));
}

/** What a merge spells, given the spelling of every token before it. */
export function spell(merge: Merge, spellings: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.of(...(spellings[merge.left] ?? []), ...(spellings[merge.right] ?? []));
}

/** The spelling of the ids that exist before anything is learned: the bytes, and end-of-text, which spells nothing. */
export function byteSpellings(): Uint8Array[] {
  return Array.from({ length: FIRST_MERGE_ID }, (_, id) => (id < 256 ? Uint8Array.of(id) : new Uint8Array()));
}

/**
 * The same tokenizer with a smaller vocabulary.
 *
 * Merges are learned one after the other, so the first ones are exactly what training to the smaller size
 * would have given: a slider over vocabulary sizes needs one training only.
 * @param vocabSize at least 257; a size beyond the file's own changes nothing
 */
export function truncateTokenizer(file: TokenizerFile, vocabSize: number): TokenizerFile {
  return { ...file, merges: file.merges.slice(0, validateVocabSize(vocabSize) - FIRST_MERGE_ID) };
}
