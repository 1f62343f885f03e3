import { proseDocuments } from '../../corpora/prose/stories';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { TokenizerFile } from '../../engine/tokenizer/tokenizer';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { bytesPerToken } from './amountRead';

/** Enough stories to fill what is measured. */
const STORIES = 20;

function someStories(): string {
  const documents = proseDocuments({ seed: 'any token', split: 'val' });
  return Array.from({ length: STORIES }, () => documents.next().value).join('\n');
}

/**
 * Bits per byte of a guesser that takes every token for equally likely: about where an untrained model starts.
 * @param ownText what the run reads; null when it reads our stories
 */
export function anyTokenBits(file: TokenizerFile, ownText: string | null): number {
  const tokenizer = createTokenizer(file);
  const perToken = bytesPerToken(ownText ?? someStories(), (text) => tokenizer.encode(text));
  return Math.log2(FIRST_MERGE_ID + file.merges.length) / perToken;
}
