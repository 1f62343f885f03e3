import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { spokenToken, tokenParts, type SpokenNames, type TokenPart } from '../../ui/tokens/tokenDisplay';
import type { TokenChip } from '../../ui/tokens/TokenChips';

/** A text as a tokenizer reads it. */
export interface Reading {
  readonly ids: readonly number[];
  /** What a reader would count: an emoji with a skin tone is one. */
  readonly characters: number;
  readonly bytes: number;
  /** 0 for an empty text. */
  readonly bytesPerToken: number;
}

/**
 * What a reader calls one character: a flag is two letters, an emoji may carry a skin tone or be joined with more.
 * The platform's own segmenter is exact in more scripts and twenty times slower, too slow for every key press.
 */
const CHARACTER =
  /(?:\p{Regional_Indicator}{2}|\r\n|[^])(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*/gu;

function countCharacters(text: string): number {
  return text.match(CHARACTER)?.length ?? 0;
}

/** Encodes a text and counts what it is made of. */
export function readText(tokenizer: Tokenizer, text: string): Reading {
  const ids = tokenizer.encode(text);
  const bytes = new TextEncoder().encode(text).length;
  return {
    ids,
    characters: countCharacters(text),
    bytes,
    bytesPerToken: ids.length === 0 ? 0 : bytes / ids.length,
  };
}

/** The chips of token ids; the same id is described once. */
export function chipsOf(tokenizer: Tokenizer, ids: readonly number[], names: SpokenNames): TokenChip[] {
  const known = new Map<number, TokenChip>();
  return ids.map((id) => {
    const chip = known.get(id) ?? chipOf(tokenizer, id, names);
    known.set(id, chip);
    return chip;
  });
}

function chipOf(tokenizer: Tokenizer, id: number, names: SpokenNames): TokenChip {
  const parts = tokenParts(tokenizer.bytesOf(id));
  return { id, parts, spoken: spokenToken(parts, names) };
}

/** Everything there is to say about one token. */
export interface TokenFacts {
  readonly id: number;
  readonly parts: readonly TokenPart[];
  readonly bytes: Uint8Array;
  /** How it was learned; null for a byte, which was there from the start. */
  readonly origin: {
    readonly left: readonly TokenPart[];
    readonly right: readonly TokenPart[];
    readonly number: number;
  } | null;
}

/** Looks a token up. */
export function tokenFacts(tokenizer: Tokenizer, id: number): TokenFacts {
  const index = tokenizer.merges.findIndex((merge) => merge.id === id);
  const merge = tokenizer.merges[index];
  const bytes = tokenizer.bytesOf(id);
  const origin = merge
    ? {
        left: tokenParts(tokenizer.bytesOf(merge.left)),
        right: tokenParts(tokenizer.bytesOf(merge.right)),
        number: index + 1,
      }
    : null;
  return { id, parts: tokenParts(bytes), bytes, origin };
}

/**
 * Numbers of tokens to choose from before the answer is shown: one per word, the truth, something between,
 * one per character.
 */
export function tokenCountChoices(line: string, truth: number): number[] {
  const words = line.split(' ').length;
  const between = Math.round((truth + line.length) / 2);
  return [...new Set([words, truth, between, line.length])].sort((a, b) => a - b);
}

/** The tokens that hold a line break together with the indentation after it. */
export function indentTokens(tokenizer: Tokenizer, ids: readonly number[]): number[] {
  return ids.filter((id) => {
    const [first, second] = tokenizer.bytesOf(id);
    return first === 0x0a && second === 0x20;
  });
}
