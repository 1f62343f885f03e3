import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { Batch } from '../../engine/data/batch';
import { createBatches } from '../../engine/data/batches';
import { createRandom } from '../../engine/random';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import type { CorpusRecipe } from '../../protocol/training';
import { takeDocuments } from './chunkedBatches';
import { SessionFailure } from './failures';
import words from './words.en.md';

/** The documents of a chunk of a run, in order, possibly without end. They depend on the chunk alone. */
export type DocumentsOf = (chunk: number) => Iterable<string>;

/** One corpus of a run as text, before it is cut into batches. */
export interface Material {
  readonly documentsOf: DocumentsOf;
  /** Documents that are never learned from; empty when there is too little text to spare any. */
  readonly valDocuments: () => Iterable<string>;
  /** Text to count letters in, and text to test the counts on; null when nothing is held out. */
  readonly baselineTexts: () => { readonly train: string; readonly val: string } | null;
  /** What every sample of the run continues. */
  readonly samplePrompt: string;
  /** The words that samples may consist of; null for code. */
  readonly lexicon: () => ReadonlySet<string> | null;
}

/** What decides the form of a batch. */
export interface Shape {
  readonly tokenizer: Tokenizer;
  readonly blockSize: number;
  readonly batchSize: number;
}

/** Batches in a held-out set: 9 evaluations of two such sets cost a run of 300 steps about 8% of its time. */
const VAL_BATCHES = 4;
/** UTF-8 bytes of the reader's own material: more than a run can read, and what fits into a checkpoint's header. */
const MAX_OWN_BYTES = 2_000_000;
/** Characters counted for the baselines: enough for stable counts, little enough to count in a blink. */
const BASELINE_LENGTH = 60_000;

/** A fixed set of held-out batches; none when the material holds nothing out. */
export function valBatches({ valDocuments }: Material, { tokenizer, blockSize, batchSize }: Shape): Batch[] {
  const documents = takeDocuments(valDocuments(), tokenizer, VAL_BATCHES * batchSize * blockSize);
  if (documents.length === 0) return [];
  const source = createBatches({ documents, tokenizer, blockSize, batchSize, random: createRandom('val') });
  return Array.from({ length: VAL_BATCHES }, (_, i) => source.batchAt(i));
}

/** Text for the baselines of a material; null when it holds nothing out. */
export function countingTexts(
  documentsOf: DocumentsOf,
  valDocuments: () => Iterable<string>,
): ReturnType<Material['baselineTexts']> {
  const train = joinUpTo(documentsOf(0), BASELINE_LENGTH);
  const val = joinUpTo(valDocuments(), BASELINE_LENGTH / 4);
  return val === '' ? null : { train, val };
}

function joinUpTo(documents: Iterable<string>, length: number): string {
  let text = '';
  for (const document of documents) {
    text += `${document}\n`;
    if (text.length >= length) break;
  }
  return text.slice(0, length);
}

/** Those texts that say something. @throws SessionFailure badCorpus when none does */
export function requireText(texts: readonly string[], otherwise: 'noSnippet' | 'noText'): readonly string[] {
  const filled = texts.filter((one) => one.trim() !== '');
  if (filled.length === 0) throw new SessionFailure('badCorpus', text(words, otherwise));
  return filled;
}

/** @throws SessionFailure badCorpus when the reader's own material is too long to be saved with the run */
export function requireBounded(corpus: CorpusRecipe): void {
  const texts = corpus.kind === 'ownText' ? [corpus.text] : 'snippets' in corpus ? corpus.snippets : [];
  const encoder = new TextEncoder();
  const bytes = texts.reduce((total, one) => total + encoder.encode(one).length, 0);
  if (bytes <= MAX_OWN_BYTES) return;
  const lengths = { most: count(MAX_OWN_BYTES), bytes: count(bytes) };
  throw new SessionFailure('badCorpus', text(words, 'tooMuch', lengths));
}
