import { clampSampleSettings, type SampleSettings } from '../../engine/sample/distribution';
import { promptTokens, writeRows, type BatchRequest, type WrittenRow } from '../../engine/sample/generate';
import type { Decoder } from '../../engine/runtime';
import type { Model } from './model';
import type { Loan } from './modelShelf';
import type { Job } from './requestQueue';
import { keptPrompt, type CommandOf, type RequestSurroundings } from './requests';

/** Rows that are written together: more would make a token take longer than a command may wait. */
const MAX_ROWS = 64;
/** What has been written is told this often, so that it can be judged while the rest is being written. */
const TELL_EVERY_MS = 250;

type Asked = BatchRequest & { readonly index: number };

/** Requests in batches of like length: a batch is as slow as its longest row. */
function inBatches(requests: readonly Asked[]): Asked[][] {
  const byLength = requests.toSorted((a, b) => a.promptIds.length - b.promptIds.length);
  return Array.from({ length: Math.ceil(byLength.length / MAX_ROWS) }, (_, i) =>
    byLength.slice(i * MAX_ROWS, (i + 1) * MAX_ROWS),
  );
}

/** A batch being written, with the decoder it is written with. */
interface BatchBegun {
  readonly requests: readonly Asked[];
  readonly decoder: Decoder;
  readonly rows: AsyncGenerator<readonly WrittenRow[], void>;
}

function beginBatch({ loaded }: Model, requests: readonly Asked[], settings: SampleSettings): BatchBegun {
  const decoder = loaded.createDecoder();
  return { requests, decoder, rows: writeRows({ decoder, config: loaded.config, settings, requests }) };
}

/** Many programs being written: a batch of them at a time, a token of each at a time. */
class EvaluationJob implements Job {
  readonly runId: string;
  readonly requestId: string;
  private readonly waiting: Asked[][];
  private readonly total: number;
  private batch: BatchBegun | null = null;
  private untold: { index: number; text: string }[] = [];
  private done = 0;
  private toldAtMs: number;

  constructor(
    command: CommandOf<'evaluate'>,
    asked: readonly Asked[],
    private readonly settings: SampleSettings,
    private readonly loan: Loan,
    private readonly startedAtMs: number,
    private readonly surroundings: Pick<RequestSurroundings, 'tell' | 'now'>,
  ) {
    this.runId = command.runId;
    this.requestId = command.requestId;
    this.waiting = inBatches(asked);
    this.total = asked.length;
    this.toldAtMs = startedAtMs;
  }

  async work(): Promise<boolean> {
    const next = this.batch ? null : this.waiting.shift();
    if (next) this.batch = beginBatch(this.loan.model, next, this.settings);
    if (this.batch) {
      const { value } = await this.batch.rows.next();
      if (value) this.take(this.batch, value);
      else this.closeBatch();
    }
    const isOver = this.batch === null && this.waiting.length === 0;
    if (isOver) this.tellEnd('done');
    else if (this.surroundings.now() - this.toldAtMs >= TELL_EVERY_MS) this.tellPrograms();
    return isOver;
  }

  cancel(): void {
    this.tellEnd('cancelled');
  }

  dispose(): void {
    this.closeBatch();
    this.loan.giveBack();
  }

  private take({ requests }: BatchBegun, written: readonly WrittenRow[]): void {
    const { tokenizer } = this.loan.model;
    for (const { row, ids } of written) {
      const index = requests[row]?.index;
      if (index !== undefined) this.untold.push({ index, text: tokenizer.decode(ids) });
    }
    this.done += written.length;
  }

  private closeBatch(): void {
    this.batch?.decoder.dispose();
    this.batch = null;
  }

  private tellPrograms(): void {
    const { requestId, untold: programs, done, total } = this;
    const { tell, now } = this.surroundings;
    if (programs.length > 0)
      tell(this.runId, { type: 'evaluatedPrograms', requestId, programs, done, total });
    this.untold = [];
    this.toldAtMs = now();
  }

  private tellEnd(ended: 'done' | 'cancelled'): void {
    this.tellPrograms();
    const { requestId, startedAtMs } = this;
    const { tell, now } = this.surroundings;
    tell(this.runId, { type: 'evaluatedAll', requestId, ended, durationMs: now() - startedAtMs });
  }
}

/**
 * Opens the writing of many programs.
 * @throws SessionFailure when there is no such model
 */
export async function openEvaluation(
  command: CommandOf<'evaluate'>,
  surroundings: RequestSurroundings,
): Promise<Job> {
  const startedAtMs = surroundings.now();
  const loan = await surroundings.borrow(command.source);
  const { loaded, tokenizer } = loan.model;
  const { blockSize, vocabSize } = loaded.config;
  const settings = clampSampleSettings({ ...command.settings, seed: 0 }, vocabSize);
  const asked = command.requests.map(({ prompt, seed }, index) => {
    return { index, seed, promptIds: promptTokens(tokenizer, keptPrompt(prompt, blockSize)) };
  });
  return new EvaluationJob(command, asked, settings, loan, startedAtMs, surroundings);
}
