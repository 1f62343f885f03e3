import { PROTOCOL_VERSION } from '../../protocol/training';
import type {
  FailureCode,
  FromWorker,
  ToWorker,
  TrainingClient,
  TrainingEvent,
} from '../../protocol/training';

/** How the client gets its worker; tests pass a fake. */
export interface TrainingClientOptions {
  readonly createWorker?: () => Worker;
}

/** A training run that says nothing for this long has died; counted in ticks, so a sleeping laptop does not count. */
const SILENT_TICKS = 20;
/** Before the first step report the graphics driver may still be compiling shaders. */
const SILENT_TICKS_AT_FIRST = 60;
const TICK_MS = 1000;
/** A sample, written between two steps without a word, may take as long as this many steps. */
const SILENT_STEPS = 30;

/** Complete by type: an event added to the protocol and missing here does not compile. */
const EVENT_TYPES: Readonly<Record<TrainingEvent['type'], true>> = {
  ready: true,
  started: true,
  baselined: true,
  stepped: true,
  evaluated: true,
  sampled: true,
  saved: true,
  autosaved: true,
  paused: true,
  resumed: true,
  stopped: true,
  finished: true,
  cleared: true,
  generating: true,
  generatedToken: true,
  generated: true,
  failed: true,
};

/** The door at which messages of unknown origin become events: null for anything of another version or kind. */
function readEvent(data: unknown): FromWorker | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('protocol' in data) || data.protocol !== PROTOCOL_VERSION) return null;
  if (!('runId' in data) || typeof data.runId !== 'string') return null;
  if (!('type' in data) || typeof data.type !== 'string' || !Object.hasOwn(EVENT_TYPES, data.type))
    return null;
  return data as FromWorker;
}

/** Notices when a run that should be talking falls silent. */
interface Watchdog {
  hear(event: FromWorker): void;
  stop(): void;
}

/** In ticks: a slow machine is given more time. */
function patienceFor(msPerStep: number): number {
  return Math.max(SILENT_TICKS, Math.ceil((SILENT_STEPS * msPerStep) / TICK_MS));
}

function createWatchdog(onSilence: (runId: string) => void): Watchdog {
  let watchedRun: string | null = null;
  let patience = SILENT_TICKS_AT_FIRST;
  let silentTicks = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    watchedRun = null;
  };
  const watch = (runId: string): void => {
    stop();
    watchedRun = runId;
    patience = SILENT_TICKS_AT_FIRST;
    timer = setInterval(() => {
      silentTicks += 1;
      if (silentTicks < patience) return;
      stop();
      onSilence(runId);
    }, TICK_MS);
  };
  const hear = (event: FromWorker): void => {
    silentTicks = 0;
    if (event.type === 'started' && event.running) watch(event.runId);
    else if (event.type === 'resumed') watch(event.runId);
    else if (event.runId !== watchedRun) return;
    else if (event.type === 'stepped') patience = patienceFor(event.msPerStep);
    else if (endsRunning(event)) stop();
  };
  return { hear, stop };
}

/** The event types after which a run is not expected to report steps. */
const QUIET: ReadonlySet<TrainingEvent['type']> = new Set(['paused', 'stopped', 'finished', 'cleared']);

function endsRunning(event: FromWorker): boolean {
  return QUIET.has(event.type) || (event.type === 'failed' && event.requestId === null);
}

function failure(runId: string, code: FailureCode, message: string): FromWorker {
  return { protocol: PROTOCOL_VERSION, runId, type: 'failed', code, message, requestId: null };
}

function createModuleWorker(): Worker {
  // Vite finds and bundles the worker by this exact expression.
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'training' });
}

/** Where a worker's messages go; `tell` and `fail` ignore a worker that was replaced. */
interface WorkerEar {
  tell(event: FromWorker): void;
  fail(code: FailureCode, message: string): void;
}

function listenTo(worker: Worker, { tell, fail }: WorkerEar): void {
  let hasSpoken = false;
  worker.onmessage = (message: MessageEvent<unknown>) => {
    hasSpoken = true;
    const event = readEvent(message.data);
    if (event) tell(event);
    else fail('internal', 'The training worker is of another version than this page. Reload the page.');
  };
  worker.onmessageerror = () => {
    fail('contextLost', 'A message of the training worker could not be read. It is started again.');
  };
  worker.onerror = (event) => {
    event.preventDefault();
    // A worker that never spoke would not speak after a restart either.
    if (hasSpoken)
      fail(
        'contextLost',
        'The training worker stopped unexpectedly. Training continues from the last automatic save.',
      );
    else
      fail('noBackend', 'The training worker could not be loaded. Check the connection and reload the page.');
  };
}

/**
 * The page's end of the training worker.
 *
 * A worker that crashes or falls silent in the middle of a run arrives as a `failed` event with code `contextLost`;
 * the caller answers with `restart()`. One that cannot be loaded arrives with code `noBackend`. Events of a worker
 * that was replaced are dropped.
 */
export function createTrainingClient({
  createWorker = createModuleWorker,
}: TrainingClientOptions = {}): TrainingClient {
  const listeners = new Set<(event: FromWorker) => void>();
  let worker: Worker | null = null;
  let lastRunId = '';

  const tell = (event: FromWorker): void => {
    watchdog.hear(event);
    for (const listener of [...listeners]) listener(event);
  };
  const watchdog = createWatchdog((runId) => {
    tell(
      failure(runId, 'contextLost', 'Training stopped answering. It continues from the last automatic save.'),
    );
  });
  const open = (): Worker => {
    const opened = createWorker();
    listenTo(opened, {
      tell: (event) => {
        if (opened === worker) tell(event);
      },
      fail: (code, message) => {
        if (opened === worker) tell(failure(lastRunId, code, message));
      },
    });
    return opened;
  };
  const close = (): void => {
    watchdog.stop();
    worker?.terminate();
    worker = null;
  };

  return {
    send(runId, command) {
      if (runId !== '') lastRunId = runId;
      worker ??= open();
      const message: ToWorker = { ...command, protocol: PROTOCOL_VERSION, runId };
      worker.postMessage(message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart() {
      close();
      worker = open();
    },
    dispose() {
      close();
      listeners.clear();
    },
  };
}
