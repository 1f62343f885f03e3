/** The tokenizer that ships, learned from both corpora. */
import { codeDocuments } from '../../src/corpora/code/snippets';
import { proseDocuments } from '../../src/corpora/prose/stories';
import type { TokenizerFile } from '../../src/engine/tokenizer/tokenizer';
import { FIRST_MERGE_ID } from '../../src/engine/tokenizer/tokenizerFile';
import { trainTokenizerFile } from '../../src/engine/tokenizer/train';

/** Tokens of the shipped tokenizer; any smaller vocabulary is a prefix of it. */
export const VOCAB_SIZE = 768;
/** Bytes of prose and number of snippets the tokenizer learns from. */
const PROSE_BYTES = 300_000;
const SNIPPETS = 4000;

function* texts(): Generator<string> {
  let bytes = 0;
  for (const document of proseDocuments({ seed: 'tokenizer', split: 'train' })) {
    yield document;
    bytes += document.length;
    if (bytes >= PROSE_BYTES) break;
  }
  let snippets = 0;
  for (const snippet of codeDocuments({ seed: 'tokenizer', split: 'train' })) {
    yield snippet;
    snippets += 1;
    if (snippets >= SNIPPETS) break;
  }
}

/** Learns the tokenizer anew; takes seconds, and always comes out the same. */
export function learnTokenizer(vocabSize = VOCAB_SIZE): TokenizerFile {
  return trainTokenizerFile(texts(), vocabSize);
}

/** A smaller vocabulary: only the first merges of another one. */
export function withFirstMerges(file: TokenizerFile, vocabSize: number): TokenizerFile {
  return { ...file, merges: file.merges.slice(0, vocabSize - FIRST_MERGE_ID) };
}
