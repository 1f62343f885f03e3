import { applyMerge, pairKey } from './pairs';
import { preSplit } from './preSplit';
import type { Merge, Tokenizer, TokenizerFile } from './tokenizer';
import { byteSpellings, mergesOf, parseTokenizerFile, spell } from './tokenizerFile';

/** Distinct pieces remembered before the memory is emptied: bounds it on texts that never repeat a piece. */
const CACHE_LIMIT = 32768;

/** The merge learned first among those that apply somewhere in `ids`. */
function earliestMerge(ids: readonly number[], byPair: ReadonlyMap<number, Merge>): Merge | undefined {
  let earliest: Merge | undefined;
  for (let i = 1; i < ids.length; i++) {
    const merge = byPair.get(pairKey(ids[i - 1] as number, ids[i] as number));
    if (merge && (earliest === undefined || merge.id < earliest.id)) earliest = merge;
  }
  return earliest;
}

/** The tokens of every piece, remembered: text repeats its words. */
function createPieceEncoder(merges: readonly Merge[]): (piece: string) => readonly number[] {
  const encoder = new TextEncoder();
  const byPair = new Map(merges.map((merge) => [pairKey(merge.left, merge.right), merge]));
  const cache = new Map<string, readonly number[]>();
  return (piece) => {
    const known = cache.get(piece);
    if (known) return known;
    let ids = Array.from(encoder.encode(piece));
    for (let merge = earliestMerge(ids, byPair); merge; merge = earliestMerge(ids, byPair)) {
      ids = applyMerge(ids, merge);
    }
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(piece, ids);
    return ids;
  };
}

/**
 * Makes a tokenizer from its merges.
 *
 * Encoding repeats what training did: in each piece of text, the merge learned first is applied first.
 * @throws RangeError when the file is not a valid tokenizer, see `parseTokenizerFile`
 */
export function createTokenizer(file: TokenizerFile): Tokenizer {
  const merges = mergesOf(parseTokenizerFile(file));
  const spellings = byteSpellings();
  for (const merge of merges) spellings.push(spell(merge, spellings));
  const encodePiece = createPieceEncoder(merges);
  // A leading U+FEFF is text like any other here, not a mark to be swallowed.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  const bytesOf = (id: number): Uint8Array => {
    const bytes = spellings[id];
    if (bytes === undefined) {
      throw new RangeError(
        `Token id must be a whole number from 0 to ${spellings.length - 1}, got ${id}; was it made by another tokenizer?`,
      );
    }
    return bytes;
  };
  const decodeBytes = (ids: readonly number[]): Uint8Array => {
    const parts = ids.map(bytesOf);
    const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  };
  return {
    vocabSize: spellings.length,
    merges,
    encode: (text) => {
      const ids: number[] = [];
      for (const piece of preSplit(text)) {
        for (const id of encodePiece(piece)) ids.push(id);
      }
      return ids;
    },
    decode: (ids) => decoder.decode(decodeBytes(ids)),
    decodeBytes,
    bytesOf: (id) => bytesOf(id).slice(),
  };
}

/** The tokenizer that has learned nothing: every byte is a token, plus the one that ends a text. */
export function byteTokenizer(): Tokenizer {
  return createTokenizer({ kind: 'byte-bpe', version: 1, merges: [] });
}
