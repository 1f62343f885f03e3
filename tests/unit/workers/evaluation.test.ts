import { afterEach, describe, expect, it } from 'vitest';
import type { FromWorker, ModelSource, TrainingCommand } from '../../../src/protocol/training';
import { closeHarnesses, openReadyHarness, recipe, type Harness } from './harness';

afterEach(closeHarnesses);

const UNTRAINED: ModelSource = { kind: 'untrained', preset: 'pico', seed: 1, tokenizer: recipe().tokenizer };
const SETTINGS = { temperature: 0.8, topK: 0, topP: 1, maxNewTokens: 6 };

type Evaluate = Extract<TrainingCommand, { type: 'evaluate' }>;

/** Prompts of many lengths, the longest first. */
function requestsOf(count: number): Evaluate['requests'] {
  return Array.from({ length: count }, (_, i) => ({ prompt: 'def f(a):'.slice(0, 9 - (i % 7)), seed: i }));
}

function ask(harness: Harness, requestId: string, change: Partial<Evaluate> = {}): void {
  const command: Evaluate = {
    type: 'evaluate',
    requestId,
    source: UNTRAINED,
    requests: requestsOf(5),
    settings: SETTINGS,
    ...change,
  };
  harness.send('', command);
}

/** What was written, by the place of its request. */
function textsOf(harness: Harness, requestId: string): string[] {
  const texts: string[] = [];
  for (const event of harness.of('evaluatedPrograms')) {
    if (event.requestId !== requestId) continue;
    for (const { index, text } of event.programs) texts[index] = text;
  }
  return texts;
}

describe('an evaluation', () => {
  it('writes for each request what a generation of its own would have written', async () => {
    const harness = await openReadyHarness();
    const requests = requestsOf(5);
    ask(harness, 'e', { requests });
    const { ended } = await harness.until('evaluatedAll');
    expect(ended).toBe('done');
    for (const [i, { prompt, seed }] of requests.entries()) {
      const requestId = `g${i}`;
      const settings = { ...SETTINGS, seed };
      harness.send('', { type: 'generate', requestId, source: UNTRAINED, prompt, settings, road: [] });
      const { text } = await harness.until('generated', (event) => event.requestId === requestId);
      expect(textsOf(harness, 'e')[i]).toBe(text);
    }
  });

  it('answers every request once, in more than one batch, and counts on to the end', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'e', { requests: requestsOf(150) });
    await harness.until('evaluatedAll');
    const told = harness.of('evaluatedPrograms');
    const indexes = told.flatMap(({ programs }) => programs.map(({ index }) => index));
    expect(indexes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, i) => i));
    expect(told.at(-1)).toMatchObject({ done: 150, total: 150 });
    let done = 0;
    for (const event of told) expect(event.done).toBe((done += event.programs.length));
  });

  it('tells what has been written while the rest is being written', async () => {
    let clock = 0;
    // Every look at the clock is 30 ms after the one before: a batch takes seconds.
    const harness = await openReadyHarness({ now: () => (clock += 30) });
    ask(harness, 'e', { requests: requestsOf(150), settings: { ...SETTINGS, maxNewTokens: 20 } });
    const first = await harness.until('evaluatedPrograms');
    expect(first.done).toBeLessThan(150);
    await harness.until('evaluatedAll');
    expect(harness.of('evaluatedPrograms').length).toBeGreaterThan(2);
  });

  it('answers a cancel before the next token, with what is finished', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'e', { requests: requestsOf(64), settings: { ...SETTINGS, maxNewTokens: 400 } });
    // A generation takes turns with it: its third token shows that the batch has begun.
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: UNTRAINED,
      prompt: 'a',
      settings: { ...SETTINGS, seed: 1 },
      road: [],
    });
    await harness.until('generatedToken', ({ token }) => token.index === 2);
    const tokensBefore = harness.of('generatedToken').length;
    harness.send('', { type: 'cancelGenerate', requestId: 'e' });
    const { ended } = await harness.until('evaluatedAll');
    expect(ended).toBe('cancelled');
    expect(harness.of('generatedToken').length - tokensBefore).toBeLessThanOrEqual(1);
    expect(textsOf(harness, 'e').filter((text) => text !== '').length).toBeLessThan(64);
    await harness.until('generated');
    expect(harness.inUse()).toBe(0);
  });

  it('takes turns with a run, so that neither waits for more than a piece of the other', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 500 }), origin: null });
    await harness.until('stepped');
    ask(harness, 'e', { source: { kind: 'live' }, settings: { ...SETTINGS, maxNewTokens: 40 } });
    const stepsBefore = harness.of('stepped').at(-1)?.reports.at(-1)?.step ?? 0;
    await harness.until('evaluatedAll');
    harness.send('a', { type: 'pause' });
    const { step } = await harness.until('paused');
    expect(step - stepsBefore).toBeGreaterThan(5);
  });

  it('of the model in training asks it as it was when it was asked', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 60 }), origin: null });
    await harness.until('stepped');
    harness.send('a', { type: 'pause' });
    await harness.until('paused');
    ask(harness, 'still', { source: { kind: 'live' } });
    await harness.until('evaluatedAll');
    ask(harness, 'moving', { source: { kind: 'live' } });
    harness.send('a', { type: 'resume' });
    await harness.until('evaluatedAll', ({ requestId }) => requestId === 'moving');
    expect(textsOf(harness, 'moving')).toEqual(textsOf(harness, 'still'));
  });

  it('fails alone when there is no such model, and leaves nothing behind', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'e', { source: { kind: 'checkpoint', checkpointId: 'x', bytes: Uint8Array.of(1) } });
    const failed = await harness.until('failed');
    expect(failed).toMatchObject({ requestId: 'e', code: 'badCheckpoint' });
    ask(harness, 'again');
    await harness.until('evaluatedAll');
    expect(harness.inUse()).toBe(0);
  });

  it('of nothing is done at once', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'e', { requests: [] });
    expect((await harness.until('evaluatedAll')).ended).toBe('done');
    expect(harness.of('evaluatedPrograms')).toEqual([]);
  });

  it('ends when the engine is chosen anew', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'e', { requests: requestsOf(64), settings: { ...SETTINGS, maxNewTokens: 400 } });
    harness.send('', { type: 'initialise', backend: 'auto', paces: {} });
    const isEnd = (event: FromWorker): boolean => event.type === 'evaluatedAll' || event.type === 'ready';
    await harness.until('ready', () => harness.of('ready').length === 2);
    expect(harness.events.filter(isEnd).map(({ type }) => type)).toEqual(['ready', 'evaluatedAll', 'ready']);
  });
});
