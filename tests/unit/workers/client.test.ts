import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../../src/protocol/training';
import type { FromWorker, TrainingCommand, TrainingEvent } from '../../../src/protocol/training';
import { createTrainingClient } from '../../../src/workers/training/client';
import { recipe } from './harness';

/** What the client uses of a worker. */
class FakeWorker extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null;
  onmessageerror: Worker['onmessageerror'] = null;
  onerror: Worker['onerror'] = null;
  readonly sent: unknown[] = [];
  isTerminated = false;

  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  deliver(data: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
  say(runId: string, event: TrainingEvent): void {
    this.deliver({ ...event, protocol: PROTOCOL_VERSION, runId });
  }
  crash(): void {
    const event = Object.assign(new Event('error', { cancelable: true }), {
      message: 'out of memory',
      filename: '',
      lineno: 0,
      colno: 0,
      error: null,
    });
    this.onerror?.(event);
  }
}

function open() {
  const workers: FakeWorker[] = [];
  const events: FromWorker[] = [];
  const client = createTrainingClient({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  client.subscribe((event) => events.push(event));
  const latest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('the client has opened no worker yet');
    return worker;
  };
  return { client, workers, events, latest };
}

const PAUSED: TrainingEvent = { type: 'paused', step: 3 };
const RESUMED: TrainingEvent = { type: 'resumed', step: 3 };
const STEPPED: TrainingEvent = {
  type: 'stepped',
  reports: [],
  tokensPerSecond: 1,
  msPerStep: 1,
  bytesSeen: 1,
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the client', () => {
  it('opens a worker for the first command, and sends it with version and run', () => {
    const { client, workers, latest } = open();
    expect(workers).toHaveLength(0);
    client.send('a', { type: 'pause' });
    client.send('a', { type: 'resume' });
    expect(workers).toHaveLength(1);
    expect(latest().sent[0]).toEqual({ type: 'pause', protocol: PROTOCOL_VERSION, runId: 'a' });
  });

  it('passes events on until unsubscribed', () => {
    const { client, events, latest } = open();
    const second: FromWorker[] = [];
    const unsubscribe = client.subscribe((event) => second.push(event));
    client.send('a', { type: 'pause' });
    latest().say('a', PAUSED);
    unsubscribe();
    latest().say('a', PAUSED);
    expect([events.length, second.length]).toEqual([2, 1]);
  });

  it.each([
    null,
    'x',
    {},
    { type: 'paused', protocol: 99, runId: 'a', step: 1 },
    { type: 'constructor', protocol: 1, runId: 'a' },
  ])('answers a message that is no event of this version with a failure: %j', (data) => {
    const { client, events, latest } = open();
    client.send('a', { type: 'pause' });
    latest().deliver(data);
    expect(events).toMatchObject([{ type: 'failed', code: 'internal', runId: 'a' }]);
  });

  it('tells a crashed worker from one that could not be loaded', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'pause' });
    latest().crash();
    client.restart();
    latest().say('a', PAUSED);
    latest().crash();
    expect(events.map((event) => (event.type === 'failed' ? event.code : event.type))).toEqual([
      'noBackend',
      'paused',
      'contextLost',
    ]);
  });

  it('drops events of a worker that was replaced', () => {
    const { client, workers, events, latest } = open();
    client.send('a', { type: 'pause' });
    const old = latest();
    client.restart();
    old.say('a', PAUSED);
    old.crash();
    expect(old.isTerminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(events).toEqual([]);
  });

  it('is silent after it was disposed', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'resume' });
    latest().say('a', RESUMED);
    client.dispose();
    vi.advanceTimersByTime(120_000);
    expect(latest().isTerminated).toBe(true);
    expect(events).toHaveLength(1);
  });
});

describe('the watchdog', () => {
  it('takes a running run that is silent for 20 seconds for dead, once', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'resume' });
    latest().say('a', RESUMED);
    latest().say('a', STEPPED);
    vi.advanceTimersByTime(18_500);
    latest().say('a', STEPPED);
    vi.advanceTimersByTime(18_500);
    expect(events).toHaveLength(3);
    vi.advanceTimersByTime(100_000);
    expect(events.slice(3)).toMatchObject([
      { type: 'failed', code: 'contextLost', runId: 'a', requestId: null },
    ]);
  });

  it('has more patience before the first step, while shaders compile', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'resume' });
    latest().say('a', RESUMED);
    vi.advanceTimersByTime(55_000);
    expect(events).toHaveLength(1);
    vi.advanceTimersByTime(6000);
    expect(events).toHaveLength(2);
  });

  it('has more patience with a slow machine', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'resume' });
    latest().say('a', RESUMED);
    latest().say('a', { ...STEPPED, msPerStep: 2000 });
    vi.advanceTimersByTime(55_000);
    expect(events).toHaveLength(2);
    vi.advanceTimersByTime(6000);
    expect(events).toHaveLength(3);
  });

  it('leaves a run alone that is paused, over or failed', () => {
    for (const quiet of [
      PAUSED,
      { type: 'finished', step: 3 },
      { type: 'stopped', step: 3 },
      { type: 'cleared' },
      { type: 'failed', code: 'diverged', message: '', requestId: null },
    ] satisfies TrainingEvent[]) {
      const { client, events, latest } = open();
      client.send('a', { type: 'resume' });
      latest().say('a', RESUMED);
      latest().say('a', quiet);
      vi.advanceTimersByTime(120_000);
      expect(events).toHaveLength(2);
    }
  });

  it('goes on watching when only a request failed', () => {
    const { client, events, latest } = open();
    client.send('a', { type: 'resume' });
    latest().say('a', RESUMED);
    latest().say('a', { type: 'failed', code: 'internal', message: '', requestId: 'g' });
    vi.advanceTimersByTime(120_000);
    expect(events).toHaveLength(3);
  });
});

const STARTED: TrainingEvent = {
  type: 'started',
  recipe: recipe(),
  config: { nLayer: 1, nHead: 1, nEmbd: 8, blockSize: 8, vocabSize: 259 },
  parameterCount: 1,
  step: 0,
  bytesSeen: 0,
  priorSteps: 0,
  running: false,
  history: { reports: [], evaluations: [], samples: [], probes: [], baselines: null },
};
const GENERATE: TrainingCommand = {
  type: 'generate',
  requestId: 'g',
  source: { kind: 'live' },
  prompt: 'One',
  settings: { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 4 },
  road: [],
};
const GENERATED: TrainingEvent = {
  type: 'generated',
  requestId: 'g',
  text: '',
  ended: 'maxNewTokens',
  durationMs: 1,
};

/** Every command that is owed an answer, with an answer after which nothing more is owed. */
const ASKED: readonly (readonly [TrainingCommand, TrainingEvent])[] = [
  [{ type: 'start', recipe: recipe(), origin: null }, STARTED],
  [{ type: 'restore', bytes: new Uint8Array(), running: false }, STARTED],
  [{ type: 'step' }, PAUSED],
  [{ type: 'resume' }, { type: 'finished', step: 3 }],
  [{ type: 'stop' }, { type: 'stopped', step: 3 }],
  [GENERATE, GENERATED],
];

describe('an answer that is owed', () => {
  it.each(ASKED.map(([command]) => [command.type, command] as const))(
    'and does not come for a minute shows that the worker is dead: %s',
    (_type, command) => {
      const { client, events } = open();
      client.send('a', command);
      vi.advanceTimersByTime(58_500);
      expect(events).toEqual([]);
      vi.advanceTimersByTime(120_000);
      expect(events).toMatchObject([{ type: 'failed', code: 'contextLost', runId: 'a', requestId: null }]);
    },
  );

  it.each(ASKED.map(([command, answer]) => [command.type, command, answer] as const))(
    'and came ends the watch: %s',
    (_type, command, answer) => {
      const { client, events, latest } = open();
      client.send('a', command);
      latest().say('a', answer);
      vi.advanceTimersByTime(120_000);
      expect(events).toHaveLength(1);
    },
  );

  it('may be a failure of its own, but not of another request', () => {
    const { client, events, latest } = open();
    const failed = { type: 'failed', code: 'internal', message: '' } as const;
    client.send('a', GENERATE);
    latest().say('a', { ...failed, requestId: 'another' });
    vi.advanceTimersByTime(61_000);
    expect(events).toHaveLength(2);
    client.send('a', GENERATE);
    latest().say('a', { ...failed, requestId: 'g' });
    vi.advanceTimersByTime(61_000);
    expect(events).toHaveLength(3);
  });

  it('is waited for as long as the worker says anything', () => {
    const { client, events, latest } = open();
    client.send('', GENERATE);
    for (let round = 0; round < 4; round++) {
      vi.advanceTimersByTime(50_000);
      latest().say('other', PAUSED);
    }
    expect(events).toHaveLength(4);
    vi.advanceTimersByTime(61_000);
    expect(events.at(-1)).toMatchObject({ type: 'failed', code: 'contextLost' });
  });

  it('is forgotten when the text is called off or the run given up for another', () => {
    const { client, events, latest } = open();
    client.send('a', GENERATE);
    client.send('a', { type: 'cancelGenerate', requestId: 'g' });
    client.send('a', { type: 'step' });
    client.send('b', { type: 'start', recipe: recipe(), origin: null });
    latest().say('b', STARTED);
    vi.advanceTimersByTime(120_000);
    expect(events).toHaveLength(1);
  });

  it('is not owed by a worker that was replaced', () => {
    const { client, events } = open();
    client.send('a', GENERATE);
    client.restart();
    vi.advanceTimersByTime(120_000);
    expect(events).toEqual([]);
  });
});
