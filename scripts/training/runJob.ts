/**
 * A process that carries out one training job with the worker's own session, exactly as the page would, and
 * keeps what the session saves in a folder. Started again after a break, it goes on from the last automatic save.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint } from '../../src/engine/train/checkpoint';
import {
  PROTOCOL_VERSION,
  type Evaluation,
  type FromWorker,
  type RunRecipe,
  type SavedPointInfo,
  type TrainingCommand,
  type TrainingEvent,
} from '../../src/protocol/training';
import { runRecordOf } from '../../src/workers/training/runRecord';
import { createSession } from '../../src/workers/training/session';
import { chooseNodeBackend } from '../nodeBackend';
import { pointPath, summaryPath, type RunSummary } from './job';

/** The job as it lies in its folder. */
export interface JobFile {
  readonly name: string;
  readonly recipe: RunRecipe;
  /** Path of the checkpoint to start from. */
  readonly origin: string | null;
}

interface Progress {
  readonly infos: readonly SavedPointInfo[];
  readonly durationS: number;
}

const RUN = 'job';

/** Replaces a file in one go, so that a break leaves the old one or the new one. */
function replaceFile(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

const readBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

class JobRunner {
  private started: Extract<TrainingEvent, { type: 'started' }> | null = null;
  private readonly before: Progress;
  private readonly infos: SavedPointInfo[];
  private readonly sinceMs = performance.now();
  private readonly autosave: string;

  constructor(
    private readonly folder: string,
    private readonly job: JobFile,
  ) {
    this.autosave = join(folder, 'autosave.bin');
    const progress = join(folder, 'progress.json');
    this.before = existsSync(progress)
      ? (JSON.parse(readFileSync(progress, 'utf8')) as Progress)
      : { infos: [], durationS: 0 };
    this.infos = [...this.before.infos];
  }

  carryOut(): Promise<void> {
    return new Promise((done, fail) => {
      const session = createSession({
        post: (event) => {
          try {
            if (this.hear(event)) done();
          } catch (error) {
            fail(error);
          }
        },
        now: () => performance.now(),
        yieldToMessages: () => new Promise((resume) => setImmediate(resume)),
        chooseBackend: chooseNodeBackend,
      });
      const send = (runId: string, command: TrainingCommand): void =>
        session.receive({ ...command, protocol: PROTOCOL_VERSION, runId });
      send('', { type: 'initialise', backend: 'wasm', paces: {} });
      const { recipe, origin } = this.job;
      if (existsSync(this.autosave) && existsSync(join(this.folder, 'progress.json')))
        send(RUN, { type: 'restore', bytes: readBytes(this.autosave), running: true });
      else send(RUN, { type: 'start', recipe, origin: origin === null ? null : readBytes(origin) });
    });
  }

  /** True when the job is done. @throws Error when the run failed */
  private hear(event: FromWorker): boolean {
    if (event.type === 'failed') throw new Error(`${this.job.name}: ${event.message}`);
    if (event.type === 'started') this.started = event;
    if (event.type === 'evaluated') this.tell(event.evaluation);
    if (event.type === 'saved') this.keep(event.info, event.bytes);
    if (event.type !== 'autosaved') return false;
    if (event.status === 'finished') this.finish(event.bytes);
    else this.saveProgress(event.bytes);
    return event.status === 'finished';
  }

  private get durationS(): number {
    return this.before.durationS + (performance.now() - this.sinceMs) / 1000;
  }

  private tell({ step, proseBitsPerByte, codeBitsPerByte }: Evaluation): void {
    const show = (bits: number | null): string => bits?.toFixed(3) ?? '-';
    const losses = `prose ${show(proseBitsPerByte)}, code ${show(codeBitsPerByte)} bits per byte`;
    console.log(`${this.job.name}, step ${step}: ${losses}, ${this.durationS.toFixed(0)} s`);
  }

  private keep(info: SavedPointInfo, bytes: Uint8Array): void {
    writeFileSync(pointPath(this.folder, info.step), bytes);
    // A run that went back to its autosave saves the points after it again.
    const others = this.infos.filter(({ step }) => step !== info.step);
    this.infos.splice(0, this.infos.length, ...others, info);
  }

  /** The list of points first: a point may be in it that the autosave will make again, never the reverse. */
  private saveProgress(bytes: Uint8Array): void {
    const progress: Progress = { infos: this.infos, durationS: this.durationS };
    replaceFile(join(this.folder, 'progress.json'), JSON.stringify(progress));
    replaceFile(this.autosave, bytes);
  }

  private finish(bytes: Uint8Array): void {
    if (!this.started) throw new Error(`${this.job.name} finished before it started`);
    const { config, parameterCount, priorSteps } = this.started;
    const { history } = runRecordOf(readCheckpoint(bytes).recipe);
    const infos = this.infos.toSorted((a, b) => a.step - b.step);
    const summary: RunSummary = {
      config,
      parameterCount,
      priorSteps,
      history,
      infos,
      durationS: this.durationS,
    };
    replaceFile(summaryPath(this.folder), `${JSON.stringify(summary)}\n`);
    rmSync(this.autosave, { force: true });
    rmSync(join(this.folder, 'progress.json'), { force: true });
  }
}

export async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: runJob FOLDER (with a job.json in it)');
  const job = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as JobFile;
  await new JobRunner(folder, job).carryOut();
}
