import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_PROMPT } from '../../../src/store/promptSlice';
import { isFresh, laneWishes, MAX_LANES } from '../../../src/store/lanes';
import { pointInfo, setUp, settled } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
  page.actions.setPromptText('def f(n):');
  page.actions.selectCheckpoint('small-fine-tuned');
});

const wishes = () => laneWishes(page.state());
const wish = (laneId: string) => {
  const found = wishes().find((one) => one.laneId === laneId);
  if (!found) throw new Error(`Expected a lane ${laneId}`);
  return found;
};
const answer = (laneId: string) => {
  const found = page.state().prompt.generations[laneId];
  if (!found) throw new Error(`Expected an answer in lane ${laneId}`);
  return found;
};
const asked = () =>
  page.training.sent.flatMap(({ command }) => (command.type === 'generate' ? [command] : []));

/** Writes an answer of these token ids into a lane, as the worker would. */
function writeTokens(laneId: string, ids: readonly number[]): void {
  const { requestId } = answer(laneId);
  for (const [index, id] of ids.entries()) {
    const chance = { id, text: `t${id}`, prob: 0.5, modelProb: 0.5 };
    const token = { ...chance, index, logits: new Float32Array(), alternatives: [] };
    page.training.emit('', { type: 'generatedToken', requestId, token });
  }
  const text = ids.map((id) => `t${id}`).join('');
  page.training.emit('', { type: 'generated', requestId, text, ended: 'maxNewTokens', durationMs: 1 });
}

describe('a lane that is put beside the others', () => {
  it('is made like the first but for what is changed', () => {
    const { settings } = page.state().prompt;
    expect(page.actions.addLane()).toBe('prompt:2');
    expect(page.actions.addLane({ settings: { ...settings, temperature: 1.5 } })).toBe('prompt:3');
    expect(wish('prompt:2')).toEqual({ ...wish('prompt'), laneId: 'prompt:2' });
    expect(wish('prompt:3').settings).toEqual({ ...settings, temperature: 1.5 });
  });

  it('is refused where four stand, and takes the place of one that was taken away', () => {
    const ids = Array.from({ length: MAX_LANES }, () => page.actions.addLane());
    expect(ids).toEqual(['prompt:2', 'prompt:3', 'prompt:4', null]);
    expect(wishes()).toHaveLength(MAX_LANES);
    page.actions.removeLane('prompt:3');
    expect(page.actions.addLane()).toBe('prompt:3');
  });

  it('keeps prompt and settings in range whatever comes', () => {
    const wild = { temperature: 99, topK: -1, topP: 0, seed: 1.5, maxNewTokens: 1e9 };
    page.actions.addLane({ prompt: `\r\n${'a'.repeat(MAX_PROMPT)}`, settings: wild });
    expect(wish('prompt:2').prompt).toBe('a'.repeat(MAX_PROMPT));
    expect(wish('prompt:2').settings).toEqual({
      temperature: 2,
      topK: 0,
      topP: 0.01,
      seed: 1,
      maxNewTokens: 512,
    });
    page.actions.editLane('prompt:2', { prompt: 'a\uD800', settings: { ...wild, seed: -1 } });
    expect(wish('prompt:2')).toMatchObject({ prompt: 'a\uFFFD', settings: { seed: 0 } });
  });

  it('follows the first prompt and model until it has its own', () => {
    page.actions.addLane();
    page.actions.setPromptText('def g(n):');
    page.actions.selectCheckpoint('untrained');
    expect(wish('prompt:2')).toMatchObject({ prompt: 'def g(n):', checkpointId: 'untrained' });
    page.actions.editLane('prompt:2', { prompt: '', checkpointId: 'small-pretrained' });
    expect(wish('prompt:2')).toMatchObject({ prompt: '', checkpointId: 'small-pretrained' });
    expect(wish('prompt')).toMatchObject({ prompt: 'def g(n):', checkpointId: 'untrained' });
  });

  it('falls back to the current model when its own is gone', async () => {
    page.actions.addLane({ checkpointId: 'own-never-5' });
    expect(wish('prompt:2').checkpointId).toBe('small-fine-tuned');
    const runId = await page.startRunning();
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 5 }), bytes: Uint8Array.of(1) });
    await settled();
    page.actions.editLane('prompt:2', { checkpointId: `own-${runId}-5` });
    expect(wish('prompt:2').checkpointId).toBe(`own-${runId}-5`);
  });

  it('leaves everything as it is when one is edited that is not there', () => {
    page.actions.addLane();
    const before = wishes();
    page.actions.editLane('prompt:4', { prompt: 'x' });
    page.actions.editLane('prompt', { prompt: 'x' });
    expect(wishes()).toEqual(before);
  });
});

describe('all lanes', () => {
  it('are written anew together, each with its own settings', async () => {
    const { settings } = page.state().prompt;
    page.actions.addLane({ settings: { ...settings, seed: 9 } });
    page.actions.addLane({ prompt: 'Once' });
    page.actions.generateLanes();
    await settled();
    expect(asked().map(({ prompt, settings: { seed } }) => [prompt, seed])).toEqual([
      ['def f(n):', 1],
      ['def f(n):', 9],
      ['Once', 1],
    ]);
    for (const each of wishes()) expect(isFresh(answer(each.laneId), each)).toBe(true);
  });

  it('know which answers no longer are what they would write', async () => {
    page.actions.addLane({ road: [3, 4] });
    page.actions.generateLanes();
    await settled();
    const old = answer('prompt:2');
    for (const change of [{ prompt: 'x' }, { checkpointId: 'untrained' }, { road: [3, 5] }, { road: [3] }]) {
      expect(isFresh(old, wish('prompt:2'))).toBe(true);
      page.actions.editLane('prompt:2', change);
      expect(isFresh(old, wish('prompt:2'))).toBe(false);
      page.actions.editLane('prompt:2', { prompt: null, checkpointId: null, road: [3, 4] });
    }
    const { settings } = old;
    const other = { temperature: 0.1, topK: 3, topP: 0.5, seed: 8, maxNewTokens: 7 };
    for (const [name, value] of Object.entries(other)) {
      page.actions.editLane('prompt:2', { settings: { ...settings, [name]: value } });
      expect(isFresh(old, wish('prompt:2'))).toBe(false);
    }
  });
});

describe('a lane that is taken away', () => {
  it('takes its answer with it, and what is still written is called off and dropped', async () => {
    page.actions.addLane();
    page.actions.generateLanes();
    await settled();
    const { requestId } = answer('prompt:2');
    page.actions.removeLane('prompt:2');
    expect(page.training.last('cancelGenerate')?.requestId).toBe(requestId);
    page.training.emit('', { type: 'generated', requestId, text: 'late', ended: 'endOfText', durationMs: 1 });
    expect(Object.keys(page.state().prompt.generations)).toEqual(['prompt']);
    expect(wishes()).toHaveLength(1);
  });

  it('is never the first, whose answer is written on', async () => {
    page.actions.addLane();
    page.actions.generateLanes();
    await settled();
    page.actions.removeLane('prompt');
    page.actions.removeLane('no such lane');
    expect(wishes()).toHaveLength(2);
    expect(answer('prompt').status).toBe('waiting');
    expect(page.training.types()).not.toContain('cancelGenerate');
  });
});

describe('another road', () => {
  beforeEach(async () => {
    page.actions.generateLanes();
    await settled();
    writeTokens('prompt', [10, 11, 12, 13]);
  });

  it('begins like the answer it leaves, and both stay', async () => {
    page.actions.editSettings({ temperature: 0.1 });
    expect(page.actions.takeRoad('prompt', 2, 99)).toBe('prompt:2');
    await settled();
    const { settings, tokens } = answer('prompt');
    expect(asked().at(-1)).toMatchObject({ prompt: 'def f(n):', road: [10, 11, 99], settings });
    expect(settings.temperature).not.toBe(0.1);
    expect(tokens.map(({ id }) => id)).toEqual([10, 11, 12, 13]);
    expect(answer('prompt:2').road).toEqual([10, 11, 99]);
    expect(isFresh(answer('prompt:2'), wish('prompt:2'))).toBe(true);
  });

  it('keeps the prompt and the model of the answer it leaves', async () => {
    page.actions.setPromptText('Once');
    page.actions.selectCheckpoint('untrained');
    page.actions.takeRoad('prompt', 0, 5);
    await settled();
    expect(wish('prompt:2')).toMatchObject({
      prompt: 'def f(n):',
      checkpointId: 'small-fine-tuned',
      road: [5],
    });
  });

  it.each([-1, 4, 1e9])('is not taken at place %i, where no token stands', (index) => {
    expect(page.actions.takeRoad('prompt', index, 5)).toBeNull();
    page.actions.takeRoad('prompt:4', 0, 5);
    expect(wishes()).toHaveLength(1);
  });

  it('is not taken where four answers stand', async () => {
    while (page.actions.addLane() !== null);
    expect(page.actions.takeRoad('prompt', 1, 5)).toBeNull();
    await settled();
    expect(wishes().every(({ road }) => road.length === 0)).toBe(true);
    expect(asked()).toHaveLength(1);
  });
});
