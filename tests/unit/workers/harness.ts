/** The real session behind a port that records what it posts, as a worker's port would deliver it. */
import { startWasm } from '../engine/nodeBackends';
import { PROTOCOL_VERSION } from '../../../src/protocol/training';
import type { FromWorker, RunRecipe, TrainingCommand, TrainingEvent } from '../../../src/protocol/training';
import type { ChosenBackend } from '../../../src/workers/training/backend';
import { createSession } from '../../../src/workers/training/session';

type EventOf<K extends TrainingEvent['type']> = Extract<FromWorker, { type: K }>;

export interface Harness {
  /** Everything posted so far. */
  readonly events: readonly FromWorker[];
  send(runId: string, command: TrainingCommand): void;
  /** Delivers any message, e.g. one of another version. */
  receive(message: unknown): void;
  /** Everything posted so far of one type. */
  of<K extends TrainingEvent['type']>(type: K): EventOf<K>[];
  /** Resolves with the first event of a type that fits, posted before or after. Rejects after 10 seconds. */
  until<K extends TrainingEvent['type']>(type: K, fits?: (event: EventOf<K>) => boolean): Promise<EventOf<K>>;
  /** What the backend does when its graphics context goes. */
  loseContext(): void;
  isLost(): boolean;
}

const WASM: ChosenBackend = {
  backend: 'wasm',
  reason: 'Tests run on WASM.',
  renderer: null,
  isContextLost: () => false,
};

const opened: Harness[] = [];

/** Ends what the sessions of a test still do: their runs would train on under the next test. */
export async function closeHarnesses(): Promise<void> {
  for (const harness of opened.splice(0)) {
    const readyBefore = harness.of('ready').length;
    harness.send('', { type: 'initialise', backend: 'auto' });
    if (!harness.isLost()) await harness.until('ready', () => harness.of('ready').length > readyBefore);
  }
}

/** Lets everything that waits happen. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function pause(durationMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, durationMs));
}

export function openHarness({ now = () => performance.now() } = {}): Harness {
  const events: FromWorker[] = [];
  let onContextLost = (): void => undefined;
  let isLost = false;
  const session = createSession({
    // A port clones: what the session changes later must not change what it has posted.
    post: (event) => events.push(structuredClone(event)),
    now,
    yieldToMessages: nextTask,
    chooseBackend: async (_choice, listener) => {
      await startWasm();
      onContextLost = listener;
      return WASM;
    },
  });
  const of = <K extends TrainingEvent['type']>(type: K): EventOf<K>[] =>
    events.filter((event): event is EventOf<K> => event.type === type);
  const harness: Harness = {
    events,
    of,
    send: (runId, command) => session.receive({ ...command, protocol: PROTOCOL_VERSION, runId }),
    receive: (message) => session.receive(message),
    until: async (type, fits = () => true) => {
      const deadline = performance.now() + 10_000;
      for (;;) {
        const found = of(type).find(fits);
        if (found) return found;
        if (performance.now() > deadline) {
          throw new Error(
            `no ${type} came; the last events are ${JSON.stringify(events.slice(-5)).slice(0, 2000)}`,
          );
        }
        await nextTask();
      }
    },
    loseContext: () => {
      isLost = true;
      onContextLost();
    },
    isLost: () => isLost,
  };
  opened.push(harness);
  return harness;
}

/** A session that is ready to train. */
export async function openReadyHarness(options?: Parameters<typeof openHarness>[0]): Promise<Harness> {
  const harness = openHarness(options);
  harness.send('', { type: 'initialise', backend: 'auto' });
  await harness.until('ready');
  return harness;
}

/** A run that takes well under a second. */
export function recipe(change: Partial<RunRecipe> = {}): RunRecipe {
  return {
    phase: 'pretrain',
    preset: 'pico',
    seed: 7,
    totalSteps: 12,
    learningRate: 1e-2,
    batchSize: 2,
    corpus: { kind: 'stories' },
    replay: 0,
    tokenizer: {
      kind: 'byte-bpe',
      version: 1,
      merges: [
        [116, 104],
        [257, 101],
      ],
    },
    startedFrom: null,
    ...change,
  };
}
