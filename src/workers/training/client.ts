import { text } from '../../content/narrative';
import { PROTOCOL_VERSION } from '../../protocol/training';
import type {
  FailureCode,
  FromWorker,
  ToWorker,
  TrainingClient,
  TrainingEvent,
} from '../../protocol/training';
import { createWatchdog } from './client/watchdog';
import words from './client/words.en.md';

/** How the client gets its worker; tests pass a fake. */
export interface TrainingClientOptions {
  readonly createWorker?: () => Worker;
}

/** Complete by type: an event added to the protocol and missing here does not compile. */
const EVENT_TYPES: Readonly<Record<TrainingEvent['type'], true>> = {
  preparing: true,
  ready: true,
  started: true,
  baselined: true,
  stepped: true,
  evaluated: true,
  sampled: true,
  probed: true,
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
  evaluatedPrograms: true,
  evaluatedAll: true,
  compared: true,
  inspected: true,
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
    else fail('internal', text(words, 'otherVersion'));
  };
  worker.onmessageerror = () => {
    fail('contextLost', text(words, 'unread'));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    // A worker that never spoke would not speak after a restart either.
    if (hasSpoken) fail('contextLost', text(words, 'stopped'));
    else fail('noBackend', text(words, 'notLoaded'));
  };
}

/**
 * The page's end of the training worker.
 *
 * A worker that crashes, falls silent in the middle of a run or owes an answer for too long arrives as a `failed` event with code `contextLost`;
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
    const message = text(words, 'silent');
    tell(failure(runId, 'contextLost', message));
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
      watchdog.expect(runId, command);
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
