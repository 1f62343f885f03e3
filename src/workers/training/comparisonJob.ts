import { codeDocuments } from '../../corpora/code/snippets';
import { TrainingMemory } from '../../engine/evaluate/memorisation';
import { createRandom } from '../../engine/random';
import type { NearestSnippet } from '../../protocol/training';
import type { Job } from './requestQueue';
import type { CommandOf, RequestSurroundings } from './requests';

/**
 * Chunks of snippets that are looked through, and snippets of each: what 700 steps of 16 rows of 112 tokens read when a
 * run of this seed fine-tunes `small` (see chunkedBatches.ts; a snippet has about 36 tokens).
 */
const CHUNKS = 28;
const SNIPPETS_PER_CHUNK = 1200;
/** Snippets read, and programs looked up, in one piece of work. */
const SNIPPETS_AT_ONCE = 250;

/** The snippets of a seed, read a piece at a time. */
function* readSnippets(seed: number, memory: TrainingMemory): Generator<void, void> {
  const random = createRandom(seed).fork('corpus');
  let read = 0;
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const documents = codeDocuments({ seed: random.fork(chunk).path, split: 'train' });
    for (let i = 0; i < SNIPPETS_PER_CHUNK; i++) {
      memory.add(documents.next().value);
      read += 1;
      if (read % SNIPPETS_AT_ONCE === 0) yield;
    }
  }
}

/** What one seed's runs read; read once, and only as far as nobody called it off. */
export class SnippetMemory {
  private seed: number | null = null;
  private memory = new TrainingMemory();
  private reading: Generator<void, void> | null = null;

  /** Reads on. @returns the memory, once it is complete */
  read(seed: number): TrainingMemory | null {
    if (this.seed !== seed) {
      this.seed = seed;
      this.memory = new TrainingMemory();
      this.reading = readSnippets(seed, this.memory);
    }
    if (this.reading?.next().done === true) this.reading = null;
    return this.reading ? null : this.memory;
  }
}

/** Programs being looked up, one at a time. */
class ComparisonJob implements Job {
  readonly runId: string;
  readonly requestId: string;
  private readonly nearest: NearestSnippet[] = [];

  constructor(
    private readonly command: CommandOf<'compare'>,
    private readonly snippets: SnippetMemory,
    private readonly tell: RequestSurroundings['tell'],
  ) {
    this.runId = command.runId;
    this.requestId = command.requestId;
  }

  work(): Promise<boolean> {
    const memory = this.snippets.read(this.command.seed);
    const program = this.command.programs[this.nearest.length];
    if (memory && program !== undefined) {
      const found = memory.nearest(program);
      const { text = '', isVerbatim = false, similarity = 0 } = found ?? {};
      this.nearest.push({ snippet: text, isVerbatim, similarity });
    }
    const isOver = memory !== null && this.nearest.length >= this.command.programs.length;
    if (isOver) this.tellNearest();
    return Promise.resolve(isOver);
  }

  cancel(): void {
    this.tellNearest();
  }

  dispose(): void {
    // The memory stays: the next programs are looked up in the same snippets.
  }

  private tellNearest(): void {
    this.tell(this.runId, { type: 'compared', requestId: this.requestId, nearest: this.nearest });
  }
}

/** Opens the search for what programs are most like in the training snippets of a seed. */
export function openComparison(
  command: CommandOf<'compare'>,
  snippets: SnippetMemory,
  { tell }: Pick<RequestSurroundings, 'tell'>,
): Promise<Job> {
  return Promise.resolve(new ComparisonJob(command, snippets, tell));
}
