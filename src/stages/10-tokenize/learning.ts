import type { Merge, TokenizerFile } from '../../engine/tokenizer/tokenizer';
import { byteSpellings } from '../../engine/tokenizer/tokenizerFile';
import { trainTokenizer } from '../../engine/tokenizer/train';
import type { MergeRow } from '../../ui/tokens/MergeTable';
import { tokenParts } from '../../ui/tokens/tokenDisplay';

/** One merge, ready to be shown. */
export interface LearnedPair extends MergeRow {
  readonly merge: Merge;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
}

/** A tokenizer being learned, as slowly as its watcher likes. */
export interface Learning {
  /** The next merge; null when there is nothing more to learn. The first call counts the whole corpus. */
  next(): LearnedPair | null;
}

/**
 * Starts the engine's trainer.
 * @param vocabSize where to end, see `trainTokenizer`
 */
export function createLearning(texts: Iterable<string>, vocabSize: number): Learning {
  const training = trainTokenizer(texts, vocabSize);
  const spellings = byteSpellings();
  let number = 0;
  const partsOf = (id: number) => tokenParts(spellings[id] ?? new Uint8Array());
  return {
    next: () => {
      const step = training.next();
      if (step.done) return null;
      const { merge, count, bytes, tokensBefore, tokensAfter } = step.value;
      spellings[merge.id] = bytes;
      number++;
      return {
        number,
        left: partsOf(merge.left),
        right: partsOf(merge.right),
        joined: partsOf(merge.id),
        count,
        merge,
        tokensBefore,
        tokensAfter,
      };
    },
  };
}

/** The tokenizer that knows the pairs learned so far. */
export function tokenizerFileOf(pairs: readonly LearnedPair[]): TokenizerFile {
  return {
    kind: 'byte-bpe',
    version: 1,
    merges: pairs.map(({ merge }) => [merge.left, merge.right] as const),
  };
}

/** True when the tokenizer knows exactly these pairs. */
export function isMadeOf(file: TokenizerFile, pairs: readonly LearnedPair[]): boolean {
  return (
    file.merges.length === pairs.length &&
    pairs.every(({ merge }, i) => file.merges[i]?.[0] === merge.left && file.merges[i]?.[1] === merge.right)
  );
}

/** How many merges to learn at once, and how long to rest before: slow enough to follow at first, then faster. */
export function paceAfter(learned: number): { readonly merges: number; readonly restMs: number } {
  if (learned < 6) return { merges: 1, restMs: 700 };
  if (learned < 20) return { merges: 1, restMs: 300 };
  if (learned < 60) return { merges: 1, restMs: 150 };
  return { merges: 4, restMs: 150 };
}

/** Documents from each source in turn until each has given its share of characters; yields after every document. */
export function* collectDocuments(
  sources: readonly Iterator<string, unknown>[],
  charactersEach: number,
): Generator<void, string[], void> {
  const documents: string[] = [];
  for (const source of sources) {
    for (let characters = 0; characters < charactersEach;) {
      const document = source.next();
      if (document.done) break;
      documents.push(document.value);
      characters += document.value.length;
      yield;
    }
  }
  return documents;
}
