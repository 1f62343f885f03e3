import type { Random } from '../random';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { Batch } from './batch';
import { createTokenStream, readWindow, type Window } from './windows';

/** A supply of training batches in which a step's batch depends on the step's number alone. */
export interface BatchSource {
  /** Rows of every batch. */
  readonly B: number;
  /** Tokens per row. */
  readonly T: number;
  /** UTF-8 bytes that each token id spells; end-of-text spells none. */
  readonly byteLengths: Uint16Array;
  /** The batch of a step, from 0. Ask in any order, as often as you like: the answer is the same. */
  batchAt(step: number): Batch;
}

/** What `createBatches` needs. */
export interface BatchOptions {
  /** Token ids of each document, made by `tokenizer`. */
  readonly documents: readonly (readonly number[])[];
  readonly tokenizer: Tokenizer;
  readonly blockSize: number;
  readonly batchSize: number;
  /** Each step draws from its own fork of this stream. */
  readonly random: Random;
}

/**
 * Draws batches of windows from a corpus, every start equally likely.
 *
 * Because a step's draw comes from the step's own fork, a run resumed at step n sees the data it would have seen.
 * @throws RangeError when the corpus is empty or a size is not a positive whole number
 */
export function createBatches(options: BatchOptions): BatchSource {
  const { documents, tokenizer, blockSize: T, batchSize: B, random } = options;
  for (const [name, size] of Object.entries({ blockSize: T, batchSize: B })) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`${name} must be a positive whole number, got ${size}`);
    }
  }
  const stream = createTokenStream(documents, T);
  const byteLengths = Uint16Array.from(
    { length: tokenizer.vocabSize },
    (_, id) => tokenizer.bytesOf(id).length,
  );
  const batchAt = (step: number): Batch => {
    const draws = random.fork(step);
    const rows = Array.from({ length: B }, () => {
      const start = stream.starts[draws.int(stream.starts.length)] ?? 0;
      return readWindow(stream, start, T);
    });
    return stackRows(rows, T, byteLengths);
  };
  return { B, T, byteLengths, batchAt };
}

/**
 * Replaces a share of each batch by rows of a second source: replay, the remedy for forgetting.
 *
 * The share is kept over the run, not in each batch: with 10% of 16 rows, batches hold one or two replayed
 * rows, and after any number of steps the total is right to within one row.
 * @param share from 0 (all rows from `main`) to 1 (all from `replay`)
 * @throws RangeError when the share is out of range or the sources differ in shape or vocabulary
 */
export function mixBatches(main: BatchSource, replay: BatchSource, share: number): BatchSource {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be from 0 to 1, got ${share}`);
  const { B, T, byteLengths } = main;
  if (replay.B !== B || replay.T !== T || replay.byteLengths.length !== byteLengths.length) {
    throw new RangeError(
      `Mixed sources must have the same shape and tokenizer, got (${B}, ${T}) with ${byteLengths.length} tokens ` +
        `and (${replay.B}, ${replay.T}) with ${replay.byteLengths.length}`,
    );
  }
  const batchAt = (step: number): Batch => {
    const replayed = Math.floor((step + 1) * B * share) - Math.floor(step * B * share);
    if (replayed === 0) return main.batchAt(step);
    const mainRows = rowsOf(main.batchAt(step)).slice(0, B - replayed);
    const replayRows = rowsOf(replay.batchAt(step)).slice(0, replayed);
    return stackRows([...mainRows, ...replayRows], T, byteLengths);
  };
  return { B, T, byteLengths, batchAt };
}

function rowsOf({ B, T, ids, targets, lossMask }: Batch): Window[] {
  return Array.from({ length: B }, (_, b) => ({
    ids: ids.subarray(b * T, (b + 1) * T),
    targets: targets.subarray(b * T, (b + 1) * T),
    lossMask: lossMask.subarray(b * T, (b + 1) * T),
  }));
}

function stackRows(rows: readonly Window[], T: number, byteLengths: Uint16Array): Batch {
  const B = rows.length;
  const ids = new Int32Array(B * T); // (B, T)
  const targets = new Int32Array(B * T);
  const lossMask = new Float32Array(B * T);
  for (const [b, row] of rows.entries()) {
    ids.set(row.ids, b * T);
    targets.set(row.targets, b * T);
    lossMask.set(row.lossMask, b * T);
  }
  let targetBytes = 0;
  for (const [i, target] of targets.entries()) {
    if (lossMask[i] === 1) targetBytes += byteLengths[target] ?? 0;
  }
  return { B, T, ids, targets, lossMask, targetBytes };
}
