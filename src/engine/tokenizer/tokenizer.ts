/** A learned pair: the tokens `left` and `right` become the token `id`. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly id: number;
}

/** Turns text into token ids and back. Ids 0..255 are the bytes, 256 is end-of-text, then one id per merge. */
export interface Tokenizer {
  readonly vocabSize: number;
  readonly merges: readonly Merge[];
  /** Token ids of a text. Never fails: text is read as UTF-8, lone surrogates become U+FFFD. */
  encode(text: string): number[];
  /** The text of token ids. End-of-text decodes to nothing; bytes that are not UTF-8 become U+FFFD. */
  decode(ids: readonly number[]): string;
  /** The raw bytes of token ids, so that encode-decode is the identity on bytes. */
  decodeBytes(ids: readonly number[]): Uint8Array;
  /** The bytes of one token. @throws RangeError when the id is not of this vocabulary. */
  bytesOf(id: number): Uint8Array;
}

/** What a checkpoint stores of a tokenizer; everything else follows from it. */
export interface TokenizerFile {
  readonly kind: 'byte-bpe';
  readonly version: 1;
  /** In the order learned; pair i makes token 257 + i. */
  readonly merges: readonly (readonly [left: number, right: number])[];
}

/** The id of the token that separates documents. */
export const END_OF_TEXT = 256;
