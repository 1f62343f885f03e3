import { PRESETS } from '../../engine/config';
import { TrainingMemory } from '../../engine/evaluate/memorisation';
import { createRandom } from '../../engine/random';
import { codeMaterial } from './codeMaterial';

const { batchSize, fineTuneSteps, shape } = PRESETS.small;
/** As in chunkedBatches.ts: the run reads its corpus in chunks of so many steps. */
const STEPS_PER_CHUNK = 25;
const CHUNKS = Math.ceil(fineTuneSteps / STEPS_PER_CHUNK);
/**
 * Characters of snippets for each token of a chunk. With the shipped tokenizer a run reads 2.82, so a little less is
 * remembered than was read, never more.
 */
const CHARACTERS_PER_TOKEN = 2.8;
const CHUNK_LENGTH = STEPS_PER_CHUNK * batchSize * shape.blockSize * CHARACTERS_PER_TOKEN;
/** Snippets remembered in one piece of work: 7 ms on a fast machine, a tenth of a second on one 14 times slower. */
const SNIPPETS_AT_ONCE = 250;

/**
 * The generated snippets that a run of this seed reads, in order, when it fine-tunes `small` for as long as its preset
 * says. Smaller sizes and shorter runs read the beginning of the same chunks; a longer run reads on beyond them.
 */
export function* snippetsRead(seed: number): Generator<string, void, undefined> {
  const { documentsOf } = codeMaterial({ kind: 'snippets' }, createRandom(seed).fork('corpus'));
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    let length = 0;
    for (const snippet of documentsOf(chunk)) {
      length += snippet.length;
      if (length > CHUNK_LENGTH) break;
      yield snippet;
    }
  }
}

/** Fills a memory with what runs of a seed read, some snippets between every two yields. */
function* remembering(seed: number, memory: TrainingMemory): Generator<void, void, undefined> {
  let read = 0;
  for (const snippet of snippetsRead(seed)) {
    memory.add(snippet);
    read += 1;
    if (read % SNIPPETS_AT_ONCE === 0) yield;
  }
}

/** What runs of one seed read: kept until another seed is asked for, and read only as far as it is asked for. */
export class SnippetMemory {
  private seed: number | null = null;
  private memory = new TrainingMemory();
  private reading: Generator<void, void, undefined> | null = null;

  /** Reads on, for a few milliseconds. @returns the memory, once it is complete */
  read(seed: number): TrainingMemory | null {
    if (this.seed !== seed) {
      this.seed = seed;
      this.memory = new TrainingMemory();
      this.reading = remembering(seed, this.memory);
    }
    if (this.reading?.next().done === true) this.reading = null;
    return this.reading ? null : this.memory;
  }
}
