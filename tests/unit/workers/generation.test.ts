import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GenerateSettings, ModelSource } from '../../../src/protocol/training';
import { closeHarnesses, openHarness, openReadyHarness, recipe, type Harness } from './harness';

afterEach(closeHarnesses);

const SETTINGS: GenerateSettings = { temperature: 0.8, topK: 0, topP: 1, seed: 5, maxNewTokens: 6 };
const UNTRAINED: ModelSource = { kind: 'untrained', preset: 'pico', seed: 1, tokenizer: recipe().tokenizer };

let saved: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const harness = await openReadyHarness();
  harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 1 }), origin: null });
  await harness.until('finished');
  saved = harness.of('saved').at(-1)?.bytes ?? saved;
});

function checkpoint(checkpointId: string): ModelSource {
  return { kind: 'checkpoint', checkpointId, bytes: saved };
}

function ask(
  harness: Harness,
  requestId: string,
  source: ModelSource,
  change: Partial<GenerateSettings> = {},
): void {
  const settings = { ...SETTINGS, ...change };
  harness.send('', { type: 'generate', requestId, source, prompt: 'One day', settings, road: [] });
}

const isOf =
  (requestId: string) =>
  (event: { requestId: string | null }): boolean =>
    event.requestId === requestId;

describe('a generation', () => {
  it('streams its tokens, and ends with their text', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'g', UNTRAINED);
    const { text, ended } = await harness.until('generated');
    const tokens = harness.of('generatedToken').map(({ token }) => token);
    expect(tokens.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ended).toBe('maxNewTokens');
    expect(text).toBe(tokens.map((token) => token.text).join(''));
    for (const { alternatives, prob } of tokens) {
      expect(prob).toBeGreaterThan(0);
      const probs = alternatives.map(({ modelProb }) => modelProb);
      expect(probs).toEqual([...probs].sort((a, b) => b - a));
    }
  });

  it('is the same for the same seed, whatever else is being written', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'alone', UNTRAINED);
    const { text } = await harness.until('generated');
    for (const id of ['x', 'y', 'z']) ask(harness, id, UNTRAINED);
    await harness.until('generated', isOf('z'));
    expect(harness.of('generated').map((event) => event.text)).toEqual([text, text, text, text]);
  });

  it('takes turns with others, token by token', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'x', UNTRAINED);
    ask(harness, 'y', UNTRAINED);
    await harness.until('generated', isOf('y'));
    const order = harness.of('generatedToken').map(({ requestId }) => requestId);
    expect(order.join('')).toMatch(/^x?(xy|yx){5}[xy]{1,2}$/);
  });

  it('ends when it is cancelled, with what was written', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'g', UNTRAINED, { maxNewTokens: 500 });
    await harness.until('generatedToken', ({ token }) => token.index === 2);
    harness.send('', { type: 'cancelGenerate', requestId: 'g' });
    const { ended, text } = await harness.until('generated');
    expect(ended).toBe('cancelled');
    expect(text).toBe(
      harness
        .of('generatedToken')
        .map(({ token }) => token.text)
        .join(''),
    );
  });

  it('shows the prompt as tokens', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'g', UNTRAINED);
    const { promptTokens, truncated } = await harness.until('generating');
    expect(promptTokens.join('')).toBe('One day');
    expect(truncated).toBe(false);
  });

  it.each([
    ['Hebrew', 'שלום עולם. '],
    ['emoji', '🦉🌙 '],
    ['three bytes a letter', 'フクロウは夜に飛ぶ。'],
    ['a mark at the start of the sight', '\uFEFF'],
  ])('tells how much of a long prompt the model sees, in characters: %s', async (_name, text) => {
    const harness = await openReadyHarness();
    for (const shift of ['', 'x', 'xy']) {
      const prompt = `${text.repeat(60)}${shift}.`;
      harness.send('', {
        type: 'generate',
        requestId: shift,
        source: UNTRAINED,
        prompt,
        settings: SETTINGS,
        road: [],
      });
      const { seenCharacters, truncated } = await harness.until('generating', isOf(shift));
      expect(truncated).toBe(true);
      // The context is the end-of-text and 63 tokens, or 64 tokens; here each is a byte.
      const seen = new TextEncoder().encode(prompt.slice(-seenCharacters)).length;
      expect(seen).toBeLessThanOrEqual(64);
      expect(seen).toBeGreaterThan(64 - 4);
      expect(prompt.slice(-seenCharacters)).not.toMatch(/^[\uDC00-\uDFFF]/);
    }
  });

  it('tells that the model sees all of a short prompt, without the whitespace behind it', async () => {
    const harness = await openReadyHarness();
    const prompt = '🦉 שלום \n ';
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: UNTRAINED,
      prompt,
      settings: SETTINGS,
      road: [],
    });
    expect((await harness.until('generating')).seenCharacters).toBe(prompt.trimEnd().length);
  });

  it('keeps the end of a prompt of a hundred thousand characters, quickly', async () => {
    const harness = await openReadyHarness();
    const prompt = `${'word '.repeat(20_000)}and the owl`;
    const startedAtMs = performance.now();
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: UNTRAINED,
      prompt,
      settings: SETTINGS,
      road: [],
    });
    const { promptTokens, truncated } = await harness.until('generating');
    expect(performance.now() - startedAtMs).toBeLessThan(300);
    expect(truncated).toBe(true);
    expect(promptTokens).toHaveLength(64);
    expect(promptTokens.join('')).toMatch(/ and the owl$/);
    await harness.until('generated');
  });

  it.each(['', '\n\n', '🦉', 'שלום', '\u0000\ud83e'])('answers any prompt: %j', async (prompt) => {
    const harness = await openReadyHarness();
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: UNTRAINED,
      prompt,
      settings: SETTINGS,
      road: [],
    });
    expect((await harness.until('generated')).ended).not.toBe('cancelled');
  });

  it('takes settings that are out of range as the nearest that are not', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'g', UNTRAINED, { temperature: Number.NaN, topK: -5, topP: 7, maxNewTokens: 2.5 });
    await harness.until('generated');
    expect(harness.of('generatedToken')).toHaveLength(2);
  });
});

describe('the model of a generation', () => {
  it('stays loaded for the last few checkpoints, and is freed after that', async () => {
    const harness = await openReadyHarness();
    const before = memory().numTensors;
    ask(harness, 'first', checkpoint('0'));
    await harness.until('generated');
    const perModel = memory().numTensors - before;
    expect(perModel).toBeGreaterThan(0);
    for (const id of ['1', '2', '3', '4', '5']) ask(harness, id, checkpoint(id), { maxNewTokens: 1 });
    ask(harness, 'again', checkpoint('5'), { maxNewTokens: 1 });
    await harness.until('generated', isOf('again'));
    expect(memory().numTensors - before).toBe(4 * perModel);
    harness.send('', { type: 'initialise', backend: 'auto', paces: {} });
    await harness.until('ready', () => harness.of('ready').length === 2);
    expect(memory().numTensors).toBe(before);
  });

  it('is freed at once when it is untrained', async () => {
    const harness = await openReadyHarness();
    const before = memory().numTensors;
    ask(harness, 'g', UNTRAINED);
    await harness.until('generated');
    expect(memory().numTensors).toBe(before);
  });

  it('frees what wrote it, however it ends', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'whole', checkpoint('0'));
    await harness.until('generated', isOf('whole'));
    expect(harness.inUse()).toBe(0);
    ask(harness, 'cancelled', checkpoint('0'), { maxNewTokens: 400 });
    ask(harness, 'other', checkpoint('0'), { maxNewTokens: 400 });
    await harness.until('generatedToken', isOf('other'));
    expect(harness.inUse()).toBe(2);
    harness.send('', { type: 'cancelGenerate', requestId: 'cancelled' });
    await harness.until('generated', isOf('cancelled'));
    expect(harness.inUse()).toBe(1);
    harness.send('', { type: 'initialise', backend: 'auto', paces: {} });
    await harness.until('ready', () => harness.of('ready').length === 2);
    expect(harness.inUse()).toBe(0);
    expect(harness.of('failed')).toEqual([]);
  });

  it('that is live needs a run', async () => {
    const harness = await openReadyHarness();
    ask(harness, 'g', { kind: 'live' });
    const failed = await harness.until('failed');
    expect(failed.requestId).toBe('g');
    expect(failed.message).toMatch(/No model is in training/);
  });

  it('that cannot be opened fails its request only', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 5000 }), origin: null });
    ask(harness, 'g', { kind: 'checkpoint', checkpointId: 'bad', bytes: new Uint8Array(50) });
    const failed = await harness.until('failed');
    expect([failed.code, failed.requestId]).toEqual(['badCheckpoint', 'g']);
    await harness.until('stepped');
  });

  it('needs a backend', async () => {
    const harness = openHarness();
    ask(harness, 'g', UNTRAINED);
    const failed = await harness.until('failed');
    expect([failed.code, failed.requestId]).toEqual(['noBackend', 'g']);
  });
});

describe('while training', () => {
  it('tokens and steps take turns, so that neither waits for more than one of the other', async () => {
    // Every step takes 30 ms on this clock, so that steps are done one at a time and reported one at a time.
    let time = 0;
    const harness = await openReadyHarness({ now: () => (time += 120) });
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 5000 }), origin: null });
    await harness.until('stepped', ({ reports }) => reports.at(-1)?.step === 11);
    ask(harness, 'g', { kind: 'live' });
    await harness.until('generated');
    const order = harness.events
      .filter(({ type }) => type === 'generatedToken' || type === 'stepped')
      .map(({ type }) => (type === 'stepped' ? 's' : 'g'))
      .join('');
    expect(order).toMatch(/^s+(gs){5}gs*$/);
  });

  it('the live model is the one of the moment it was asked', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 5000 }), origin: null });
    harness.send('a', { type: 'pause' });
    await harness.until('paused');
    ask(harness, 'still', { kind: 'live' });
    const { text } = await harness.until('generated', isOf('still'));
    ask(harness, 'moving', { kind: 'live' });
    harness.send('a', { type: 'resume' });
    expect((await harness.until('generated', isOf('moving'))).text).toBe(text);
  });
});
