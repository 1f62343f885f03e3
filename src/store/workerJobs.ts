import { text } from '../content/narrative';
import type {
  GenerateSettings,
  ProgramRequest,
  SavedPointInfo,
  TrainingCommand,
  TrainingEvent,
} from '../protocol/training';
import { sourceOf } from './checkpointsSlice';
import type { StoreContext } from './context';
import { whenReady } from './engineSlice';
import words from './notices.en.md';

/** The run that read the snippets: its size decides how many, its seed which. */
export type Reader = Pick<Extract<TrainingCommand, { type: 'compare' }>, 'preset' | 'seed'>;

type Of<T extends TrainingEvent['type']> = Extract<TrainingEvent, { type: T }>;

/** What the worker says about a job. */
export type JobEvent = Of<'evaluatedPrograms' | 'evaluatedAll' | 'compared' | 'inspected'>;

/** Something long that the worker was asked for, and who waits for it. */
export interface WorkerJob {
  readonly runId: string;
  readonly command: Extract<TrainingCommand, { type: 'evaluate' | 'compare' | 'inspect' }>;
  readonly hear: (event: JobEvent) => void;
  readonly fail: (message: string) => void;
}

type JobCommand<C = WorkerJob['command']> = C extends unknown ? Omit<C, 'requestId'> : never;

function queue(context: StoreContext, requestId: string): void {
  whenReady(context, () => {
    const job = context.session.jobs.get(requestId);
    if (job) context.deps.training.send(job.runId, job.command);
  });
}

/**
 * Asks the worker; resolves when it is done, or at once when the signal says that nobody waits any more.
 * @throws Error with a sentence for the reader
 */
function ask(
  context: StoreContext,
  { runId, command, signal }: { runId: string; command: JobCommand; signal: AbortSignal },
  hear: (event: JobEvent) => void,
): Promise<void> {
  const { deps, get, session } = context;
  const { engine } = get();
  if (signal.aborted) return Promise.resolve();
  if (engine.status === 'unavailable') return Promise.reject(new Error(engine.reason));
  session.lastRequest += 1;
  const requestId = `job#${session.lastRequest}`;
  return new Promise((resolve, reject) => {
    session.jobs.set(requestId, {
      runId,
      command: { ...command, requestId },
      hear: (event) => {
        hear(event);
        if (event.type === 'evaluatedPrograms') return;
        session.jobs.delete(requestId);
        resolve();
      },
      fail: (message) => {
        session.jobs.delete(requestId);
        reject(new Error(message));
      },
    });
    const callOff = (): void => {
      if (!session.jobs.delete(requestId)) return;
      deps.training.send(runId, { type: 'cancelGenerate', requestId });
      resolve();
    };
    signal.addEventListener('abort', callOff, { once: true });
    queue(context, requestId);
  });
}

/** What a model is asked to write. */
export interface WritingWish {
  readonly checkpointId: string;
  readonly requests: readonly ProgramRequest[];
  readonly settings: Omit<GenerateSettings, 'seed'>;
  /** Ends the writing; the promise resolves all the same. */
  readonly signal: AbortSignal;
}

/**
 * Lets a model write programs.
 * @param onWritten called for each of the requests that was answered, once
 * @throws Error with a sentence for the reader
 */
export async function writePrograms(
  context: StoreContext,
  { checkpointId, requests, settings, signal }: WritingWish,
  onWritten: (programs: readonly { readonly index: number; readonly text: string }[]) => void,
): Promise<void> {
  const { source, runId } = await sourceOf(context, checkpointId);
  const known = new Set<number>();
  await ask(
    context,
    { runId, command: { type: 'evaluate', source, requests, settings }, signal },
    (event) => {
      if (event.type !== 'evaluatedPrograms') return;
      // A worker that had to start again writes from the beginning.
      const fresh = event.programs.filter(({ index }) => !known.has(index));
      for (const { index } of fresh) known.add(index);
      if (fresh.length > 0) onWritten(fresh);
    },
  );
}

/**
 * Looks up the training snippets most like some programs.
 * @throws Error with a sentence for the reader
 */
export async function nearestOf(
  context: StoreContext,
  { signal, ...asked }: Reader & { programs: readonly string[]; signal: AbortSignal },
): Promise<Of<'compared'>['nearest']> {
  let nearest: Of<'compared'>['nearest'] = [];
  await ask(context, { runId: '', command: { type: 'compare', ...asked }, signal }, (event) => {
    if (event.type === 'compared') nearest = event.nearest;
  });
  return nearest;
}

/**
 * Lets the worker read a model file.
 * @throws Error with a sentence for the reader
 */
export async function inspectFile(context: StoreContext, bytes: Uint8Array): Promise<SavedPointInfo> {
  const found: SavedPointInfo[] = [];
  const { signal } = new AbortController();
  await ask(context, { runId: '', command: { type: 'inspect', bytes }, signal }, (event) => {
    if (event.type === 'inspected') found.push(event.info);
  });
  const [info] = found;
  if (info) return info;
  throw new Error(text(words, 'file.notRead'));
}

/** Asks a fresh worker again for all that the lost one owed. A model in training is not what it was then. */
export function resendJobs(context: StoreContext): void {
  for (const [requestId, { command, fail }] of context.session.jobs) {
    if (command.type === 'evaluate' && command.source.kind === 'live')
      fail(text(words, 'job.engineRestarted'));
    else queue(context, requestId);
  }
}

/** Ends all that is still owed. */
export function failJobs({ session }: StoreContext, message: string): void {
  for (const { fail } of [...session.jobs.values()]) fail(message);
}
