import type { BatchSource } from '../../engine/data/batches';
import { createBatches } from '../../engine/data/batches';
import type { Random } from '../../engine/random';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';

/** How a corpus without end becomes batches. */
export interface ChunkOptions {
  readonly tokenizer: Tokenizer;
  readonly blockSize: number;
  readonly batchSize: number;
  readonly random: Random;
  /** The documents of a chunk, in order; reading stops when the chunk is full. Must depend on the chunk alone. */
  readonly documentsOf: (chunk: number) => Iterable<string>;
}

/** A chunk holds as much text as this many steps read, so a generated corpus is hardly read twice. */
const STEPS_PER_CHUNK = 25;

/** Encodes documents until they hold at least `tokenCount` tokens. */
export function takeDocuments(
  documents: Iterable<string>,
  tokenizer: Tokenizer,
  tokenCount: number,
): number[][] {
  const taken: number[][] = [];
  let tokens = 0;
  for (const document of documents) {
    const ids = tokenizer.encode(document);
    taken.push(ids);
    tokens += ids.length + 1; // and end-of-text
    if (tokens >= tokenCount) break;
  }
  return taken;
}

/**
 * Batches from text that is made, or cut and encoded, only when a run reaches it.
 *
 * Starting stays quick and memory small however long the run, and a run resumed at step n makes only the
 * chunk that holds step n.
 * @throws RangeError when the first chunk has no text in it
 */
export function createChunkedBatches(options: ChunkOptions): BatchSource {
  const { tokenizer, blockSize, batchSize, random, documentsOf } = options;
  const tokensPerChunk = STEPS_PER_CHUNK * batchSize * blockSize;
  const openChunk = (chunk: number): BatchSource =>
    createBatches({
      documents: takeDocuments(documentsOf(chunk), tokenizer, tokensPerChunk),
      tokenizer,
      blockSize,
      batchSize,
      random: random.fork(chunk),
    });
  let open = { chunk: 0, source: openChunk(0) };
  const { B, T, byteLengths } = open.source;
  return {
    B,
    T,
    byteLengths,
    batchAt: (step) => {
      const chunk = Math.floor(step / STEPS_PER_CHUNK);
      if (open.chunk !== chunk) open = { chunk, source: openChunk(chunk) };
      return open.source.batchAt(step);
    },
  };
}
