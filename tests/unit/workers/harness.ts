/** The real session behind a port that records what it posts, as a worker's port would deliver it. */
import { startWasm } from '../engine/nodeBackends';
import { referenceRuntime } from '../../../src/engine/model/referenceRuntime';
import type { Runtime } from '../../../src/engine/runtime';
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
  /** Decoders and learners that are not freed yet. Freeing their model before them throws. */
  inUse(): number;
}

/** A runtime with an eye on who frees what. */
function watched(runtime: Runtime, uses: Set<object>): Runtime {
  return {
    ...runtime,
    load: (config, arrays) => {
      const model = runtime.load(config, arrays);
      const mine = new Set<object>();
      const watch = <T extends { dispose(): void }>(part: T): T => {
        const { dispose } = part;
        part.dispose = () => {
          mine.delete(part);
          uses.delete(part);
          dispose.call(part);
        };
        mine.add(part);
        uses.add(part);
        return part;
      };
      return {
        config: model.config,
        arrays: () => model.arrays(),
        createDecoder: () => watch(model.createDecoder()),
        createLearner: (...args) => watch(model.createLearner(...args)),
        dispose: () => {
          if (mine.size > 0) throw new Error(`a model was freed before ${mine.size} of its parts`);
          model.dispose();
        },
      };
    },
  };
}

const WASM: Omit<ChosenBackend, 'runtimeFor'> = {
  backend: 'wasm',
  reason: 'Tests run on WASM.',
  renderer: null,
  paces: { wasm: { of: 'tests', msPerStep: 50 } },
  isContextLost: () => false,
};

const opened: Harness[] = [];

/** Ends what the sessions of a test still do: their runs would train on under the next test. */
export async function closeHarnesses(): Promise<void> {
  for (const harness of opened.splice(0)) {
    const readyBefore = harness.of('ready').length;
    harness.send('', { type: 'initialise', backend: 'auto', paces: {} });
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

export function openHarness({ now = () => performance.now(), runtime = referenceRuntime } = {}): Harness {
  const events: FromWorker[] = [];
  let onContextLost = (): void => undefined;
  let isLost = false;
  const uses = new Set<object>();
  const watchedRuntime = watched(runtime, uses);
  const session = createSession({
    // A port clones: what the session changes later must not change what it has posted.
    post: (event) => events.push(structuredClone(event)),
    now,
    yieldToMessages: nextTask,
    chooseBackend: async (_choice, _paces, listener) => {
      await startWasm();
      onContextLost = listener.contextLost;
      listener.prepared(1, 2);
      listener.prepared(2, 2);
      return { ...WASM, runtimeFor: () => Promise.resolve(watchedRuntime) };
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
    inUse: () => uses.size,
  };
  opened.push(harness);
  return harness;
}

/** A session that is ready to train. */
export async function openReadyHarness(options?: Parameters<typeof openHarness>[0]): Promise<Harness> {
  const harness = openHarness(options);
  harness.send('', { type: 'initialise', backend: 'auto', paces: {} });
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
