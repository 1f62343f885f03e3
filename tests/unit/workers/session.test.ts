import { memory } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseNodeBackend } from '../../../scripts/nodeBackend';
import { TIMED_STEP } from '../../../src/engine/cost';
import type { Runtime } from '../../../src/engine/runtime';
import { readCheckpoint, writeCheckpoint } from '../../../src/engine/train/checkpoint';
import { PROTOCOL_VERSION } from '../../../src/protocol/training';
import type { StepReport } from '../../../src/protocol/training';
import {
  closeHarnesses,
  openHarness,
  nextTask,
  openReadyHarness,
  pause,
  recipe,
  type Harness,
} from './harness';

afterEach(closeHarnesses);

/** What Node bakes with. */
async function fusedRuntime(): Promise<Runtime> {
  const { runtimeFor } = await chooseNodeBackend();
  return runtimeFor(TIMED_STEP.config);
}

const LONG = { totalSteps: 5000 };

function start(harness: Harness, runId: string, change: Parameters<typeof recipe>[0] = {}): void {
  harness.send(runId, { type: 'start', recipe: recipe(change), origin: null });
}

function reportsOf(harness: Harness, runId: string): StepReport[] {
  return harness
    .of('stepped')
    .filter((event) => event.runId === runId)
    .flatMap(({ reports }) => reports);
}

describe('a run', () => {
  it('trains to its end, looking up at the milestones', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    const { step } = await harness.until('finished');
    expect(step).toBe(12);
    const reports = reportsOf(harness, 'a');
    expect(reports.map((report) => report.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(reports.at(-1)?.lossNats).toBeLessThan(reports[0]?.lossNats ?? 0);
    expect(harness.of('evaluated').map(({ evaluation }) => evaluation.step)).toEqual([0, 10, 12]);
    expect(harness.of('sampled').map(({ sample }) => sample.step)).toEqual([0, 10, 12]);
    expect(harness.of('saved').map(({ info }) => [info.step, info.phase])).toEqual([
      [0, 'untrained'],
      [10, 'pretrained'],
      [12, 'pretrained'],
    ]);
    const last = harness.of('evaluated').at(-1)?.evaluation;
    expect(last?.proseBitsPerByte).toBeLessThan(harness.of('evaluated')[0]?.evaluation.proseBitsPerByte ?? 0);
    expect(last?.codeBitsPerByte).toBeNull();
    expect((await harness.until('autosaved')).status).toBe('finished');
  });

  it('tells what guessers that only count would reach', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    const { baselines } = await harness.until('baselined');
    const order = [baselines.uniform, baselines.letters, baselines.bigram, baselines.fourGram];
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(baselines.fourGram).toBeGreaterThan(0);
  });

  it('writes samples that continue one opener, with the share of real words', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    await harness.until('finished');
    const samples = harness.of('sampled').map(({ sample }) => sample);
    expect(new Set(samples.map(({ prompt }) => prompt)).size).toBe(1);
    for (const { realWords } of samples) {
      expect(realWords).toBeGreaterThanOrEqual(0);
      expect(realWords).toBeLessThanOrEqual(1);
    }
  });

  it('saves points that open, in half precision and without optimizer', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    const { bytes, info } = await harness.until('saved', (event) => event.info.step === 10);
    const checkpoint = readCheckpoint(bytes);
    expect(checkpoint.optimizer).toBeNull();
    expect(checkpoint.config).toEqual(info.config);
    expect(bytes.length).toBeLessThan(info.parameterCount * 2 + 20_000);
    expect(info.evaluation?.step).toBe(10);
    expect(info.sample?.step).toBe(10);
    await harness.until('finished');
  });

  it('gives the same losses for the same recipe', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    await harness.until('finished');
    start(harness, 'b');
    await harness.until('finished', ({ runId }) => runId === 'b');
    expect(reportsOf(harness, 'b')).toEqual(reportsOf(harness, 'a'));
  });

  it('leaves no tensor behind when it is reset', async () => {
    const harness = await openReadyHarness();
    const before = memory().numTensors;
    start(harness, 'a', LONG);
    await harness.until('stepped');
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: { kind: 'live' },
      prompt: 'One',
      settings: { temperature: 1, topK: 0, topP: 1, seed: 1, maxNewTokens: 5 },
      road: [],
    });
    await harness.until('generated');
    harness.send('a', { type: 'reset' });
    await harness.until('cleared');
    expect(memory().numTensors).toBe(before);
  });

  it('frees what it computes with, even in the middle of a sample', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    await harness.until('evaluated');
    for (let turn = 0; turn < 3; turn++) await nextTask();
    expect(harness.of('sampled')).toHaveLength(0);
    expect(harness.inUse()).toBe(2);
    harness.send('a', { type: 'reset' });
    await harness.until('cleared');
    expect(harness.inUse()).toBe(0);
    expect(harness.of('failed')).toEqual([]);
  });
});

describe('the fused kernels', () => {
  it('give a run the losses of the reference, and free what they computed with', async () => {
    const reference = await openReadyHarness();
    const fused = await openReadyHarness({ runtime: await fusedRuntime() });
    for (const harness of [reference, fused]) {
      start(harness, 'a');
      await harness.until('finished');
    }
    const losses = reportsOf(fused, 'a').map(({ lossNats }) => lossNats);
    expect(losses).toHaveLength(12);
    reportsOf(reference, 'a').forEach(({ lossNats }, i) => expect(losses[i]).toBeCloseTo(lossNats, 4));
    const textsOf = (harness: Harness) => harness.of('sampled').map(({ sample }) => sample.text);
    expect(textsOf(fused)).toEqual(textsOf(reference));
    fused.send('a', { type: 'reset' });
    await fused.until('cleared');
    expect(fused.inUse()).toBe(0);
  });

  it('continue a saved run exactly', async () => {
    const runtime = await fusedRuntime();
    const whole = await openReadyHarness({ runtime });
    start(whole, 'a', { totalSteps: 5000 });
    await whole.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) >= 5);
    whole.send('a', { type: 'pause' });
    const { bytes, step } = await whole.until('autosaved');
    whole.send('a', { type: 'resume' });
    await whole.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) >= step + 10);
    const again = await openReadyHarness({ runtime });
    again.send('a', { type: 'restore', bytes, running: true });
    await again.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) >= step + 10);
    const next = (harness: Harness) => reportsOf(harness, 'a').filter((report) => report.step > step);
    expect(next(again).slice(0, 10)).toEqual(next(whole).slice(0, 10));
  });
});

describe('an engine', () => {
  it('tells how far it is before it is ready, then what was measured', async () => {
    const harness = await openReadyHarness();
    expect(harness.events.map(({ type }) => type)).toEqual(['preparing', 'preparing', 'ready']);
    expect(harness.of('preparing').map(({ ready, total }) => [ready, total])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(harness.of('ready')[0]?.paces).toEqual({ wasm: { of: 'tests', msPerStep: 50 } });
  });
});

describe('reports', () => {
  it('come at once at first, then together about ten times a second', async () => {
    let time = 0;
    const harness = await openReadyHarness({ now: () => (time += 1) });
    start(harness, 'a', { totalSteps: 60 });
    await harness.until('finished');
    const sizes = harness.of('stepped').map(({ reports }) => reports.length);
    expect(sizes[0]).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(60);
  });

  it('carry speed and the bytes read', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a');
    await harness.until('finished');
    const last = harness.of('stepped').at(-1);
    expect(last?.msPerStep).toBeGreaterThan(0);
    expect(last?.tokensPerSecond).toBeGreaterThan(0);
    // Two rows of 64 tokens of one to three bytes each, twelve times.
    expect(last?.bytesSeen).toBeGreaterThan(2 * 64 * 12 * 0.9);
    expect(last?.bytesSeen).toBeLessThan(2 * 64 * 12 * 3);
  });
});

describe('pause, resume, step and stop', () => {
  it('pauses within one step, and no further step starts', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    await harness.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) > 10);
    const before = reportsOf(harness, 'a').at(-1)?.step ?? 0;
    harness.send('a', { type: 'pause' });
    const askedAtMs = performance.now();
    const { step } = await harness.until('paused');
    expect(performance.now() - askedAtMs).toBeLessThan(150);
    expect(step).toBeGreaterThanOrEqual(before);
    const told = harness.of('stepped').length;
    await pause(60);
    expect(harness.of('stepped').length).toBe(told);
    expect(reportsOf(harness, 'a').at(-1)?.step).toBe(step);
  });

  it('saves when it pauses', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    await harness.until('stepped');
    harness.send('a', { type: 'pause' });
    const saved = await harness.until('autosaved');
    expect(saved.status).toBe('paused');
    expect(saved.step).toBe((await harness.until('paused')).step);
  });

  it('goes on where it paused', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', { totalSteps: 20 });
    await harness.until('stepped');
    harness.send('a', { type: 'pause' });
    await harness.until('paused');
    harness.send('a', { type: 'resume' });
    await harness.until('resumed');
    await harness.until('finished');
    start(harness, 'b', { totalSteps: 20 });
    await harness.until('finished', ({ runId }) => runId === 'b');
    expect(reportsOf(harness, 'b')).toEqual(reportsOf(harness, 'a'));
  });

  it('does one step at a time', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    harness.send('a', { type: 'pause' });
    const { step } = await harness.until('paused');
    for (const further of [1, 2, 3]) {
      harness.send('a', { type: 'step' });
      await harness.until('paused', (event) => event.step === step + further);
    }
    await pause(30);
    expect(reportsOf(harness, 'a').at(-1)?.step).toBe(step + 3);
  });

  it('ends early with a last measurement, sample and saved point', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    await harness.until('stepped');
    harness.send('a', { type: 'stop' });
    const { step } = await harness.until('stopped');
    expect(step).toBeLessThan(5000);
    expect(harness.of('evaluated').at(-1)?.evaluation.step).toBe(step);
    expect(harness.of('sampled').at(-1)?.sample.step).toBe(step);
    expect(harness.of('saved').at(-1)?.info.step).toBe(step);
    expect((await harness.until('autosaved', ({ status }) => status === 'stopped')).step).toBe(step);
  });

  it('stops a paused run, and says so again when it is asked to go on', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    harness.send('a', { type: 'pause' });
    await harness.until('paused');
    harness.send('a', { type: 'stop' });
    await harness.until('stopped');
    for (const type of ['resume', 'step', 'pause', 'stop'] as const) harness.send('a', { type });
    await pause(30);
    expect(harness.of('stopped')).toHaveLength(5);
    expect(harness.of('resumed')).toHaveLength(0);
  });

  it('resets a run that is gone already', async () => {
    const harness = await openReadyHarness();
    harness.send('gone', { type: 'reset' });
    expect((await harness.until('cleared')).runId).toBe('gone');
  });

  it('lets commands to a run that was replaced pass without effect', async () => {
    const harness = await openReadyHarness();
    start(harness, 'old', LONG);
    await harness.until('stepped');
    start(harness, 'new', LONG);
    await harness.until('started', ({ runId }) => runId === 'new');
    const told = harness.events.length;
    for (const type of ['pause', 'stop', 'save', 'step'] as const) harness.send('old', { type });
    await harness.until('stepped', ({ runId }) => runId === 'new');
    const after = harness.events.slice(told);
    expect(after.filter(({ runId }) => runId === 'old')).toEqual([]);
    expect(harness.of('paused')).toEqual([]);
  });
});

describe('messages', () => {
  it('of another protocol version are refused with a sentence', () => {
    const harness = openHarness();
    harness.receive({ type: 'pause', protocol: PROTOCOL_VERSION + 1, runId: 'a' });
    expect(harness.of('failed').map(({ code, runId }) => [code, runId])).toEqual([['internal', 'a']]);
    expect(harness.of('failed')[0]?.message).toMatch(/Reload the page/);
  });

  it.each([
    null,
    'pause',
    {},
    { protocol: PROTOCOL_VERSION, runId: 'a' },
    { protocol: 1, runId: 1, type: 'pause' },
  ])('that are no commands are refused: %j', (message) => {
    const harness = openHarness();
    harness.receive(message);
    expect(harness.of('failed')).toHaveLength(1);
  });

  it('named like a property of every object are no commands', () => {
    const harness = openHarness();
    harness.receive({ type: 'toString', protocol: PROTOCOL_VERSION, runId: '' });
    expect(harness.of('failed')[0]?.message).toMatch(/toString/);
  });

  it('to train before there is a backend fail as noBackend', async () => {
    const harness = openHarness();
    start(harness, 'a');
    expect((await harness.until('failed')).code).toBe('noBackend');
  });
});

describe('failures', () => {
  it.each([
    ['seed', { seed: Number.NaN }],
    ['totalSteps', { totalSteps: 0 }],
    ['batchSize', { batchSize: 1e9 }],
    ['learningRate', { learningRate: -1 }],
    ['replay', { replay: 2 }],
  ])('name a recipe field that is out of range: %s', async (field, change) => {
    const harness = await openReadyHarness();
    start(harness, 'a', change);
    const failed = await harness.until('failed');
    expect(failed.code).toBe('badRecipe');
    expect(failed.message).toContain(field);
  });

  it('of a loss that is no number end the run without saving it', async () => {
    const harness = await openReadyHarness();
    start(harness, 'good');
    const good = await harness.until('autosaved');
    const checkpoint = readCheckpoint(good.bytes);
    const arrays = new Map(checkpoint.arrays);
    arrays.set('wte', { shape: [259, 32], values: new Float32Array(259 * 32).fill(3e38) });
    const origin = writeCheckpoint({ ...checkpoint, arrays }, 'F32');
    harness.send('bad', { type: 'start', recipe: recipe(), origin });
    expect((await harness.until('failed')).code).toBe('diverged');
    expect(harness.events.filter(({ type, runId }) => type === 'autosaved' && runId === 'bad')).toEqual([]);
    start(harness, 'next');
    await harness.until('stepped', ({ runId }) => runId === 'next');
  });

  it('of a lost context end all further work', async () => {
    const harness = await openReadyHarness();
    start(harness, 'a', LONG);
    await harness.until('stepped');
    harness.loseContext();
    const failed = await harness.until('failed');
    expect([failed.code, failed.runId, failed.requestId]).toEqual(['contextLost', 'a', null]);
    const told = harness.events.length;
    await pause(30);
    expect(harness.events.length).toBe(told);
    harness.send('a', { type: 'resume' });
    expect(harness.of('failed').map(({ code }) => code)).toEqual(['contextLost', 'contextLost']);
  });
});
