import { PRESETS } from '../../../src/engine/config';
import type { TokenizerFile } from '../../../src/engine/tokenizer/tokenizer';
import type { JudgeRequest, JudgeResult, PythonClient, Verdict } from '../../../src/protocol/python';
import type {
  AppStorage,
  Autosave,
  Recording,
  ShippedPoint,
  StoredPoint,
} from '../../../src/protocol/storage';
import {
  PROTOCOL_VERSION,
  type FromWorker,
  type RunHistory,
  type RunRecipe,
  type SavedPointInfo,
  type StepReport,
  type TrainingClient,
  type TrainingCommand,
  type TrainingEvent,
} from '../../../src/protocol/training';
import type { AppStoreDeps } from '../../../src/store/context';
import { createAppStore } from '../../../src/store/createAppStore';

/** A wire without a worker: remembers what was sent, and says what the test makes it say. */
export class FakeTraining implements TrainingClient {
  sent: { runId: string; command: TrainingCommand }[] = [];
  restarts = 0;
  private readonly listeners = new Set<(event: FromWorker) => void>();

  send(runId: string, command: TrainingCommand): void {
    this.sent.push({ runId, command });
  }
  subscribe(listener: (event: FromWorker) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  restart(): void {
    this.restarts += 1;
  }
  dispose(): void {
    this.listeners.clear();
  }
  emit(runId: string, event: TrainingEvent): void {
    for (const listener of this.listeners) listener({ ...event, protocol: PROTOCOL_VERSION, runId });
  }
  types(): string[] {
    return this.sent.map(({ command }) => command.type);
  }
  last<T extends TrainingCommand['type']>(
    type: T,
  ): (Extract<TrainingCommand, { type: T }> & { runId: string }) | undefined {
    for (const { runId, command } of this.sent.toReversed()) {
      if (command.type === type) return { ...(command as Extract<TrainingCommand, { type: T }>), runId };
    }
    return undefined;
  }
}

/** Reads a program's verdict off a comment in it, such as `#passed`; one without is a wrong answer. */
export class FakePython implements PythonClient {
  readonly judged: JudgeRequest[] = [];
  /** Programs being judged now, and the most there ever were. */
  busy = 0;
  busiest = 0;
  /** While set, judging waits for it. */
  gate: Promise<void> = Promise.resolve();

  async judge(request: JudgeRequest): Promise<JudgeResult> {
    this.judged.push(request);
    this.busy += 1;
    this.busiest = Math.max(this.busiest, this.busy);
    await this.gate;
    this.busy -= 1;
    const verdict = verdictIn(request.source);
    const tests = request.tests.map((test) => ({ ...test, actual: null, passed: verdict === 'passed' }));
    return { verdict, tests, output: '', durationMs: 1 };
  }
  cancel(): void {
    throw new Error('Nothing calls off the judging of everybody.');
  }
  dispose(): void {
    throw new Error('Nothing ends the interpreter while the page lives.');
  }
}

const VERDICTS: readonly Verdict[] = [
  'parse error',
  'runtime error',
  'timeout',
  'wrong answer',
  'passed',
  'not supported here',
];

function verdictIn(source: string): Verdict {
  return VERDICTS.find((verdict) => source.includes(`#${verdict}`)) ?? 'wrong answer';
}

export class Refusal extends Error {
  override readonly name = 'StorageError';
  constructor(readonly failure: 'full' | 'unavailable') {
    super(failure);
  }
}

/** Keeps everything in memory, and refuses when told to. */
export class FakeStorage implements AppStorage {
  autosave: Autosave | null = null;
  /** Steps of all autosaves written, in order. */
  readonly written: number[] = [];
  readonly points = new Map<string, StoredPoint>();
  readonly preferences = new Map<string, string>();
  shipped: readonly ShippedPoint[] = SHIPPED;
  readonly recordings = new Map<string, Recording>();
  trouble: Error | null = null;
  /** How often the list of shipped models was asked for. */
  listings = 0;
  /** Writes wait for this before they end. */
  gate: Promise<void> = Promise.resolve();

  private async answer<T>(work: () => T): Promise<T> {
    await this.gate;
    if (this.trouble) throw this.trouble;
    return work();
  }
  saveAutosave(autosave: Autosave): Promise<void> {
    this.written.push(autosave.step);
    return this.answer(() => void (this.autosave = autosave));
  }
  loadAutosave(): Promise<Autosave | null> {
    return this.answer(() => this.autosave);
  }
  clearAutosave(): Promise<void> {
    return this.answer(() => void (this.autosave = null));
  }
  savePoint(point: StoredPoint): Promise<void> {
    return this.answer(() => void this.points.set(point.id, point));
  }
  loadPoint(id: string): Promise<StoredPoint | null> {
    return this.answer(() => this.points.get(id) ?? null);
  }
  listPoints(): Promise<readonly Omit<StoredPoint, 'bytes'>[]> {
    return this.answer(() =>
      [...this.points.values()].map(({ id, runId, info, file }) => ({
        ...{ id, runId, info },
        ...(file !== undefined && { file }),
      })),
    );
  }
  deletePoints(runId: string): Promise<void> {
    return this.answer(() => {
      for (const point of this.points.values()) if (point.runId === runId) this.points.delete(point.id);
    });
  }
  savePreference(key: string, value: string): Promise<void> {
    return this.answer(() => void this.preferences.set(key, value));
  }
  loadPreference(key: string): Promise<string | null> {
    return this.answer(() => this.preferences.get(key) ?? null);
  }
  forgetAll(): Promise<void> {
    return this.answer(() => {
      this.points.clear();
      this.preferences.clear();
    });
  }
  async shippedPoints(): Promise<readonly ShippedPoint[]> {
    this.listings += 1;
    await Promise.resolve();
    if (this.shipped.length === 0) throw new Error('The list of shipped models could not be loaded.');
    return this.shipped;
  }
  async shippedBytes(id: string): Promise<Uint8Array> {
    await Promise.resolve();
    const index = this.shipped.findIndex((point) => point.id === id);
    if (index < 0) throw new Error(`There is no shipped model "${id}".`);
    return Uint8Array.of(100 + index);
  }
  recording(preset: Recording['preset']): Promise<Recording | null> {
    return this.answer(() => this.recordings.get(preset) ?? null);
  }
}

export const TOKENIZER: TokenizerFile = { kind: 'byte-bpe', version: 1, merges: [[104, 101]] };

export function pointInfo(change: Partial<SavedPointInfo> = {}): SavedPointInfo {
  return {
    phase: 'pretrained',
    preset: 'small',
    config: { ...PRESETS.small.shape, vocabSize: 258 },
    parameterCount: 400_000,
    step: 500,
    totalSteps: 500,
    priorSteps: 0,
    bytesSeen: 9000,
    seed: 7,
    evaluation: null,
    sample: null,
    ...change,
  };
}

export const SHIPPED: readonly ShippedPoint[] = [
  { id: 'small-pretrained-50', file: 'a', bytes: 1, info: pointInfo({ step: 50 }) },
  { id: 'small-pretrained', file: 'b', bytes: 1, info: pointInfo() },
  {
    id: 'small-fine-tuned',
    file: 'c',
    bytes: 1,
    info: pointInfo({ phase: 'fineTuned', step: 700, totalSteps: 700, priorSteps: 500 }),
  },
];

const EMPTY_HISTORY: RunHistory = { reports: [], evaluations: [], samples: [], probes: [], baselines: null };

export function recipe(change: Partial<RunRecipe> = {}): RunRecipe {
  return {
    phase: 'pretrain',
    preset: 'nano',
    seed: 7,
    totalSteps: 300,
    learningRate: 8e-3,
    batchSize: 16,
    corpus: { kind: 'stories' },
    replay: 0,
    tokenizer: TOKENIZER,
    startedFrom: null,
    ...change,
  };
}

export function started(change: Partial<Extract<TrainingEvent, { type: 'started' }>> = {}): TrainingEvent {
  const config = { ...PRESETS.nano.shape, vocabSize: 258 };
  return {
    type: 'started',
    recipe: recipe(),
    config,
    parameterCount: 100_000,
    step: 0,
    bytesSeen: 0,
    priorSteps: 0,
    running: true,
    history: EMPTY_HISTORY,
    ...change,
  };
}

/** Reports of the steps from..to, ends included. */
export function reports(from: number, to: number): StepReport[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    step: from + i,
    lossNats: 3,
    bitsPerByte: 2,
    learningRate: 1e-3,
    gradNorm: 1,
  }));
}

export function stepped(from: number, to: number): TrainingEvent {
  return {
    type: 'stepped',
    reports: reports(from, to),
    tokensPerSecond: 5000,
    msPerStep: 20,
    bytesSeen: to * 10,
  };
}

export function autosaved(step: number, status: Autosave['status'] = 'running'): TrainingEvent {
  return { type: 'autosaved', step, status, bytes: Uint8Array.of(step % 256) };
}

export const READY = {
  type: 'ready',
  backend: 'webgl',
  reason: 'It is the fastest here.',
  renderer: null,
  paces: { webgl: { of: 'a graphics processor', msPerStep: 5 } },
} as const satisfies TrainingEvent;
export const LOST: TrainingEvent = {
  type: 'failed',
  code: 'contextLost',
  message: 'The browser took the graphics processor away. More words.',
  requestId: null,
};

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A store with its fakes. `boot` makes it as ready as a page a second after it was opened. */
export function setUp({
  storage = new FakeStorage(),
  initialHash = '',
  holdRun = () => Promise.resolve(true),
  ...more
}: Partial<AppStoreDeps> & { storage?: FakeStorage } = {}) {
  const training = new FakeTraining();
  const python = new FakePython();
  let runs = 0;
  const store = createAppStore({
    training,
    python,
    storage,
    shippedTokenizer: TOKENIZER,
    now: () => 1_000_000,
    newId: () => `run${++runs}`,
    holdRun,
    initialHash,
    ...more,
  });
  const { actions } = store.getState();
  const boot = async (): Promise<void> => {
    await actions.boot();
    training.emit('', READY);
    await settled();
  };
  const startRunning = async (phase: 'pretrain' | 'fineTune' = 'pretrain'): Promise<string> => {
    await actions.startRun(phase);
    const sent = training.last('start');
    if (!sent) throw new Error('Expected a start command, none was sent');
    training.emit(sent.runId, started({ recipe: sent.recipe }));
    return sent.runId;
  };
  const state = () => store.getState();
  const record = (runId: string) => {
    const found = state().runs.records[runId];
    if (!found) throw new Error(`Expected a record of ${runId}`);
    return found;
  };
  const notices = () => state().lesson.notices.map((notice) => notice.text);
  return { store, state, actions, training, python, storage, boot, startRunning, record, notices };
}
