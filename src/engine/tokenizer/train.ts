import { createPairIndex } from './pairIndex';
import { pairOf } from './pairs';
import { preSplit } from './preSplit';
import type { Merge, TokenizerFile } from './tokenizer';
import { byteSpellings, FIRST_MERGE_ID, spell, validateVocabSize } from './tokenizerFile';

/** One thing the tokenizer learned: the pair that was most frequent at that moment. */
export interface MergeStep {
  readonly merge: Merge;
  /** How often the pair stood in the corpus. Where it overlaps itself, as "aa" in "aaa", it counts each time. */
  readonly count: number;
  /** What the new token spells. */
  readonly bytes: Uint8Array;
  /** Length of the corpus in tokens before this merge, end-of-text not counted. */
  readonly tokensBefore: number;
  /** ... and after it; the difference is the number of replacements. */
  readonly tokensAfter: number;
}

/** Every distinct piece of a corpus with the number of times it occurs. */
function countPieces(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const piece of preSplit(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/**
 * Learns byte-pair merges from a corpus, one `MergeStep` at a time.
 *
 * Each round replaces the most frequent pair of neighbours by a new token; of equally frequent pairs the one
 * with the lowest left, then lowest right id wins, so the same texts always give the same tokenizer. Pairs
 * never cross a piece or a document. Learning ends early when no pair occurs twice.
 * @param vocabSize 257 plus the number of merges wished for
 * @throws RangeError when vocabSize is out of range
 * @source sennrich2016 algorithm 1
 */
export function* trainTokenizer(
  texts: Iterable<string>,
  vocabSize: number,
): Generator<MergeStep, TokenizerFile, void> {
  validateVocabSize(vocabSize);
  const index = createPairIndex(countPieces(texts));
  const spellings = byteSpellings();
  const merges: [number, number][] = [];
  for (let id = FIRST_MERGE_ID; id < vocabSize; id++) {
    const best = index.mostFrequent();
    if (best.count < 2) break;
    const merge: Merge = { ...pairOf(best.key), id };
    const tokensBefore = index.tokens();
    index.replace(merge);
    merges.push([merge.left, merge.right]);
    const bytes = spell(merge, spellings);
    spellings.push(bytes);
    yield { merge, count: best.count, bytes, tokensBefore, tokensAfter: index.tokens() };
  }
  return { kind: 'byte-bpe', version: 1, merges };
}

/** Learns all merges at once, for those who do not want to watch. @throws RangeError like `trainTokenizer` */
export function trainTokenizerFile(texts: Iterable<string>, vocabSize: number): TokenizerFile {
  const training = trainTokenizer(texts, vocabSize);
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
  }
}
