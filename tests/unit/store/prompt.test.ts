import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_PROMPT } from '../../../src/store/promptSlice';
import { READY, pointInfo, setUp, settled } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

const lane = (id = 'prompt') => {
  const generation = page.state().prompt.generations[id];
  if (!generation) throw new Error(`Expected an answer in lane ${id}`);
  return generation;
};
const ask = (checkpointId: string, laneId = 'prompt', prompt = 'def f') =>
  page.actions.generate({ laneId, checkpointId, prompt, settings: page.state().prompt.settings });
const token = (text: string, index = 0) => ({
  id: 1,
  text,
  prob: 0.5,
  modelProb: 0.4,
  index,
  logits: new Float32Array(),
  alternatives: [],
});

describe('an answer', () => {
  it('grows token by token and ends with the worker’s own text', async () => {
    await ask('small-fine-tuned');
    const { requestId } = lane();
    page.training.emit('', {
      type: 'generating',
      requestId,
      promptTokens: ['def', ' f'],
      seenCharacters: 5,
      truncated: true,
      vocabulary: [],
    });
    page.training.emit('', { type: 'generatedToken', requestId, token: token('(n') });
    page.training.emit('', { type: 'generatedToken', requestId, token: token('):', 1) });
    expect(lane()).toMatchObject({
      status: 'streaming',
      text: '(n):',
      truncated: true,
      promptTokens: ['def', ' f'],
      seenCharacters: 5,
    });
    page.training.emit('', {
      type: 'generated',
      requestId,
      text: '(n):\n',
      ended: 'endOfText',
      durationMs: 5,
    });
    expect(lane()).toMatchObject({ status: 'done', text: '(n):\n' });
    expect(lane().tokens.map(({ text }) => text)).toEqual(['(n', '):']);
  });

  it('comes from the weights it was asked of', async () => {
    await ask('small-fine-tuned');
    expect(page.training.last('generate')?.source).toEqual({
      kind: 'checkpoint',
      checkpointId: 'small-fine-tuned',
      bytes: Uint8Array.of(102),
    });
    await ask('untrained');
    expect(page.training.last('generate')?.source).toMatchObject({
      kind: 'untrained',
      preset: 'small',
      seed: 7,
    });
    await ask('live');
    expect(page.training.last('generate')?.source).toMatchObject({ checkpointId: 'small-fine-tuned' });
    const runId = await page.startRunning();
    await ask('live');
    expect(page.training.last('generate')).toMatchObject({ runId, source: { kind: 'live' } });
  });

  it('replaces the one before it in its lane, whose late tokens are dropped', async () => {
    await ask('untrained');
    const first = lane().requestId;
    await ask('untrained');
    expect(page.training.last('cancelGenerate')?.requestId).toBe(first);
    page.training.emit('', { type: 'generatedToken', requestId: first, token: token('late') });
    page.training.emit('', { type: 'failed', code: 'internal', message: 'late', requestId: first });
    expect(lane()).toMatchObject({ status: 'waiting', text: '' });
  });

  it('leaves other lanes alone', async () => {
    await ask('untrained', 'start:untrained');
    await ask('small-fine-tuned', 'start:fineTuned');
    expect(page.training.types()).not.toContain('cancelGenerate');
    page.actions.cancelGenerate('start:untrained');
    expect([lane('start:untrained').status, lane('start:fineTuned').status]).toEqual([
      'cancelled',
      'waiting',
    ]);
  });

  it('that was replaced while its weights were fetched is never asked for', async () => {
    const first = ask('small-fine-tuned');
    const second = ask('untrained');
    await Promise.all([first, second]);
    expect(page.training.types().filter((type) => type === 'generate')).toHaveLength(1);
  });

  it('of a model that is gone fails with a sentence', async () => {
    await ask('small-ancient');
    expect(lane()).toMatchObject({
      status: 'failed',
      failure: 'There is no model "small-ancient" here any more. Choose another one.',
    });
    const runId = await page.startRunning();
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 5 }), bytes: Uint8Array.of(1) });
    await settled();
    page.storage.points.clear();
    await ask(`own-${runId}-5`);
    expect(lane().failure).toBe(
      'The model "Yours: 5 steps of text" is no longer on this machine. Choose another one.',
    );
  });

  it('that the worker refuses fails with the worker’s sentence, and nothing else does', async () => {
    const runId = await page.startRunning();
    await ask('untrained');
    page.training.emit('', {
      type: 'failed',
      code: 'badCheckpoint',
      message: 'Not a model.',
      requestId: lane().requestId,
    });
    expect(lane()).toMatchObject({ status: 'failed', failure: 'Not a model.' });
    expect(page.record(runId).status).toBe('running');
  });

  it('waits for the engine', async () => {
    page = setUp();
    await page.actions.boot();
    await ask('untrained');
    expect(page.training.types()).not.toContain('generate');
    page.training.emit('', READY);
    expect(page.training.types()).toContain('generate');
  });
});

describe('prompt and settings', () => {
  it('are kept in range whatever comes', () => {
    const { actions, state } = page;
    actions.editSettings({ temperature: 9, topK: -3, seed: 1.7 });
    expect(state().prompt.settings).toMatchObject({ temperature: 2, topK: 0, seed: 1 });
    actions.editSettings({ temperature: NaN, topP: Infinity, maxNewTokens: 0 });
    expect(state().prompt.settings).toMatchObject({ temperature: 2, topP: 1, maxNewTokens: 1 });
  });

  it.each([
    ['empty', '', ''],
    ['right-to-left with emoji', 'שלום 😀', 'שלום 😀'],
    ['with Windows line ends', 'a\r\nb', 'a\nb'],
    ['with a lone surrogate', 'a\uDC00', 'a\uFFFD'],
    ['with null bytes and tabs', 'a\u0000\tb', 'a\u0000\tb'],
  ])('keep a prompt that is %s', (_, text, kept) => {
    page.actions.setPromptText(text);
    expect(page.state().prompt.text).toBe(kept);
  });

  it('keep the end of a huge prompt, which is what models read, and say so', () => {
    page.actions.setPromptText(`${'a'.repeat(50_000_000)}END`);
    expect(page.state().prompt.text).toHaveLength(MAX_PROMPT);
    expect(page.state().prompt.text.endsWith('END')).toBe(true);
    expect(page.notices()).toHaveLength(1);
  });
});
