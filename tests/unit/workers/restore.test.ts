import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../../src/engine/train/checkpoint';
import type { CorpusRecipe, RunRecipe, StepReport } from '../../../src/protocol/training';
import { closeHarnesses, openReadyHarness, pause, recipe, type Harness } from './harness';

afterEach(closeHarnesses);

function reportsOf(harness: Harness): StepReport[] {
  return harness.of('stepped').flatMap(({ reports }) => reports);
}

/** Trains to the end, with an automatic save asked for in the middle. */
async function trainAndSave(change: Partial<RunRecipe>, origin: Uint8Array | null = null) {
  const harness = await openReadyHarness();
  harness.send('a', { type: 'start', recipe: recipe(change), origin });
  await harness.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) >= 5);
  harness.send('a', { type: 'save' });
  const middle = await harness.until('autosaved');
  await harness.until('finished');
  return { harness, middle };
}

/** A saved point of a run of 12 steps. */
let savedPoint: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const harness = await openReadyHarness();
  harness.send('origin', { type: 'start', recipe: recipe(), origin: null });
  await harness.until('finished');
  savedPoint = harness.of('saved').at(-1)?.bytes ?? savedPoint;
});

const OWN_TEXT = Array.from({ length: 60 }, (_, i) => `Line ${i}: the owl number ${i * 7} sleeps.`).join(
  '\n',
);

describe('a restored run', () => {
  it.each<[string, Partial<RunRecipe>]>([
    ['stories', {}],
    ['own text', { corpus: { kind: 'ownText', name: 'owls.txt', text: OWN_TEXT } }],
    ['snippets with replay', { phase: 'fineTune', corpus: { kind: 'snippets' }, replay: 0.3 }],
    [
      'own snippets',
      { phase: 'fineTune', corpus: { kind: 'ownSnippets', snippets: ['x = 1', 'y = x + 1'], only: false } },
    ],
  ])('continues exactly where it was saved: %s', async (_name, change) => {
    const { harness, middle } = await trainAndSave({ ...change, totalSteps: 24 });
    expect(middle.step).toBeLessThan(24);
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes: middle.bytes, running: true });
    const started = await again.until('started');
    await again.until('finished');

    expect(started.step).toBe(middle.step);
    const all = reportsOf(harness);
    expect(started.history.reports).toEqual(all.slice(0, middle.step));
    expect(reportsOf(again)).toEqual(all.slice(middle.step));
    expect(again.of('evaluated')).toEqual(
      harness
        .of('evaluated')
        .filter(({ evaluation }) => evaluation.step > (started.history.evaluations.at(-1)?.step ?? -1)),
    );
    const end = (from: Harness) => from.of('stepped').at(-1)?.bytesSeen;
    expect(end(again)).toBe(end(harness));
    const weights = (from: Harness) =>
      readCheckpoint(from.of('saved').at(-1)?.bytes ?? new Uint8Array()).arrays;
    expect(weights(again)).toEqual(weights(harness));
  });

  it('of code repeats and watches the same part of a long own text', async () => {
    const text = Array.from({ length: 12_000 }, (_, i) => `Line ${i}: the owl number ${i * 7} sleeps.`).join(
      '\n',
    );
    expect(text.length).toBeGreaterThan(400_000);
    const prose = await trainAndSave({ corpus: { kind: 'ownText', name: 'owls.txt', text } });
    const origin = prose.harness.of('saved').at(-1)?.bytes ?? null;
    const fineTune: Partial<RunRecipe> = {
      phase: 'fineTune',
      corpus: { kind: 'snippets' },
      replay: 0.5,
      totalSteps: 24,
    };
    const { harness, middle } = await trainAndSave(fineTune, origin);
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes: middle.bytes, running: true });
    await again.until('finished');
    expect(reportsOf(again)).toEqual(reportsOf(harness).slice(middle.step));
    expect(again.of('evaluated').at(-1)).toEqual(harness.of('evaluated').at(-1));
    expect(again.of('evaluated').at(-1)?.evaluation.proseBitsPerByte).toBeGreaterThan(0);
  });

  it('does what was due and not done when it was saved', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe(), origin: null });
    harness.send('a', { type: 'pause' });
    const { bytes } = await harness.until('autosaved');
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes, running: true });
    await again.until('finished');
    const { history } = await again.until('started');
    const samples = [...history.samples, ...again.of('sampled').map(({ sample }) => sample)];
    expect(samples.map(({ step }) => step)).toEqual([0, 10, 12]);
  });

  it('waits when it is restored paused', async () => {
    const { middle } = await trainAndSave({ totalSteps: 12 });
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes: middle.bytes, running: false });
    expect((await again.until('started')).running).toBe(false);
    await pause(30);
    expect(again.of('stepped')).toEqual([]);
    again.send('a', { type: 'step' });
    expect((await again.until('paused')).step).toBe(middle.step + 1);
  });

  it('stays over when it was over', async () => {
    const { harness } = await trainAndSave({ totalSteps: 12 });
    const bytes = harness.of('autosaved').at(-1)?.bytes ?? new Uint8Array();
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes, running: true });
    expect((await again.until('started')).running).toBe(false);
    expect((await again.until('finished')).step).toBe(12);
  });

  it('is saved about every six seconds of training', async () => {
    let time = 0;
    const harness = await openReadyHarness({ now: () => (time += 200) });
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 60 }), origin: null });
    await harness.until('finished');
    const saves = harness.of('autosaved').filter(({ status }) => status === 'running');
    expect(saves.length).toBeGreaterThan(3);
    expect(saves.length).toBeLessThan(time / 6000 + 1);
  });

  it('leaves no tensor behind when it is reset', async () => {
    const { harness, middle } = await trainAndSave({ totalSteps: 12 });
    harness.send('a', { type: 'reset' });
    await harness.until('cleared');
    const before = memory().numTensors;
    harness.send('b', { type: 'restore', bytes: middle.bytes, running: true });
    await harness.until('finished', ({ runId }) => runId === 'b');
    harness.send('b', { type: 'reset' });
    await harness.until('cleared', ({ runId }) => runId === 'b');
    expect(memory().numTensors).toBe(before);
  });
});

describe('a checkpoint that cannot be used', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['truncated', (bytes) => bytes.slice(0, bytes.length - 100)],
    ['empty', () => new Uint8Array()],
    ['garbage', () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 251)],
    ['a saved point without a run', (bytes) => bytes],
  ])('is refused with a sentence, and the worker goes on: %s', async (_name, damage) => {
    const bytes = damage(savedPoint);
    const harness = await openReadyHarness();
    const before = memory().numTensors;
    harness.send('a', { type: 'restore', bytes, running: true });
    const failed = await harness.until('failed');
    expect([failed.code, failed.runId]).toEqual(['badCheckpoint', 'a']);
    expect(failed.message).toMatch(/^[A-Z].*\.$/);
    expect(memory().numTensors).toBe(before);
    harness.send('b', { type: 'start', recipe: recipe({ totalSteps: 1 }), origin: null });
    await harness.until('stepped');
  });

  it('is refused as an origin too', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe(), origin: new Uint8Array(100) });
    expect((await harness.until('failed')).code).toBe('badCheckpoint');
  });
});

describe('a run that starts from a saved point', () => {
  it('takes over its weights, shape and tokenizer, and goes on counting', async () => {
    const origin = savedPoint;
    const { tokenizer } = readCheckpoint(origin);
    const harness = await openReadyHarness();
    const wished = recipe({
      phase: 'fineTune',
      preset: 'nano',
      corpus: { kind: 'snippets' },
      startedFrom: 'point',
      tokenizer: { kind: 'byte-bpe', version: 1, merges: [] },
    });
    harness.send('b', { type: 'start', recipe: wished, origin });
    const started = await harness.until('started');
    expect(started.config.nEmbd).toBe(32);
    expect(started.config.vocabSize).toBe(257 + tokenizer.merges.length);
    expect(started.recipe.tokenizer).toEqual(tokenizer);
    expect(started.priorSteps).toBe(12);
    expect(started.bytesSeen).toBeGreaterThan(1000);
    await harness.until('finished');
    const [first, ...others] = harness.of('saved').map(({ info }) => info);
    expect([first?.phase, first?.priorSteps]).toEqual(['pretrained', 12]);
    expect(others.map(({ phase }) => phase)).toEqual(['fineTuned', 'fineTuned']);
  });

  it.each<[string, CorpusRecipe]>([
    ['stories', { kind: 'stories' }],
    ['own text', { kind: 'ownText', name: 'owls.txt', text: OWN_TEXT }],
  ])('watches code, and the prose that it learned before and may forget: %s', async (_name, corpus) => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ corpus }), origin: null });
    await harness.until('finished');
    const learned = harness.of('evaluated').at(-1)?.evaluation.proseBitsPerByte ?? 0;
    const origin = harness.of('saved').at(-1)?.bytes ?? new Uint8Array();
    const fineTune = recipe({ phase: 'fineTune', corpus: { kind: 'snippets' }, startedFrom: 'a' });
    harness.send('b', { type: 'start', recipe: fineTune, origin });
    await harness.until('finished', ({ runId }) => runId === 'b');
    const [first, ...later] = harness.of('evaluated').filter(({ runId }) => runId === 'b');
    // The weights were rounded to half precision in between.
    expect(first?.evaluation.proseBitsPerByte).toBeCloseTo(learned, 2);
    expect(later.at(-1)?.evaluation.codeBitsPerByte).toBeLessThan(first?.evaluation.codeBitsPerByte ?? 0);
    expect(harness.of('sampled').at(-1)?.sample).toMatchObject({ realWords: null });
  });
});
