import { PRESETS, type PresetName } from '../../engine/config';
import { TrainingMemory } from '../../engine/evaluate/memorisation';
import { createRandom } from '../../engine/random';
import { codeMaterial } from './codeMaterial';

/** As in chunkedBatches.ts: the run reads its corpus in chunks of so many steps. */
const STEPS_PER_CHUNK = 25;
/**
 * Characters of snippets for each token of a chunk. With the shipped tokenizer a run reads 2.82, so a little less is
 * remembered than was read, never more.
 */
const CHARACTERS_PER_TOKEN = 2.8;
/** Snippets remembered in one piece of work: 7 ms on a fast machine, a tenth of a second on one 14 times slower. */
const SNIPPETS_AT_ONCE = 250;

/** What decides the generated snippets that a run reads. */
export interface Reader {
  readonly preset: PresetName;
  readonly seed: number;
}

/**
 * The generated snippets that a run reads, in order, when it fine-tunes for as long as its preset says. Shorter runs
 * read the beginning; a longer one reads on beyond them.
 */
export function* snippetsRead({ preset, seed }: Reader): Generator<string, void, undefined> {
  const { batchSize, fineTuneSteps, shape } = PRESETS[preset];
  const { documentsOf } = codeMaterial({ kind: 'snippets' }, createRandom(seed).fork('corpus'));
  const chunkLength = STEPS_PER_CHUNK * batchSize * shape.blockSize * CHARACTERS_PER_TOKEN;
  for (let chunk = 0; chunk < Math.ceil(fineTuneSteps / STEPS_PER_CHUNK); chunk++) {
    let length = 0;
    for (const snippet of documentsOf(chunk)) {
      length += snippet.length;
      if (length > chunkLength) break;
      yield snippet;
    }
  }
}

/** Fills a memory with what a run reads, some snippets between every two yields. */
function* remembering(reader: Reader, memory: TrainingMemory): Generator<void, void, undefined> {
  let read = 0;
  for (const snippet of snippetsRead(reader)) {
    memory.add(snippet);
    read += 1;
    if (read % SNIPPETS_AT_ONCE === 0) yield;
  }
}

/** What one run reads: kept until another is asked for, and read only as far as it is asked for. */
export class SnippetMemory {
  private reader: Reader | null = null;
  private memory = new TrainingMemory();
  private reading: Generator<void, void, undefined> | null = null;

  /** Reads on, for a few milliseconds. @returns the memory, once it is complete */
  read({ preset, seed }: Reader): TrainingMemory | null {
    if (this.reader?.preset !== preset || this.reader.seed !== seed) {
      this.reader = { preset, seed };
      this.memory = new TrainingMemory();
      this.reading = remembering(this.reader, this.memory);
    }
    if (this.reading?.next().done === true) this.reading = null;
    return this.reading ? null : this.memory;
  }
}
