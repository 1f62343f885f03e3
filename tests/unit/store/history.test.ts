import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/store/historyState';
import { pointInfo, setUp, settled, stepped } from './fakes';

async function opened() {
  let now = 1_000_000;
  const page = setUp({ now: () => now });
  await page.boot();
  const { actions, training, state } = page;
  const entries = (): readonly HistoryEntry[] => state().history.entries;
  const requests = () =>
    training.sent.flatMap(({ command }) => (command.type === 'generate' ? [command] : []));
  const answer = (requestId: string, text: string, ended: 'endOfText' | 'cancelled' = 'endOfText') => {
    const { vocabulary, ...event } = {
      vocabulary: [],
      promptTokens: [],
      seenCharacters: 0,
      truncated: false,
    };
    training.emit('', { type: 'generating', requestId, vocabulary, ...event });
    training.emit('', { type: 'generated', requestId, text, ended, durationMs: 1 });
  };
  /** Asks all lanes, and answers each with its seed. */
  const write = async (): Promise<void> => {
    const before = requests().length;
    actions.generateLanes();
    await settled();
    for (const { requestId, settings } of requests().slice(before))
      await answer(requestId, `seed ${settings.seed}`);
    await settled();
  };
  const only = (): HistoryEntry => {
    const [entry] = entries();
    if (!entry || entries().length > 1) throw new Error(`Expected one entry, got ${entries().length}`);
    return entry;
  };
  const later = (ms: number) => (now += ms);
  return { ...page, entries, only, requests, answer, write, later };
}

describe('the history', () => {
  it('holds a run once all its answers are written, and not before', async () => {
    const { actions, requests, answer, entries, only } = await opened();
    actions.setPromptText('def f(n):');
    actions.addLane({ settings: { temperature: 0.8, topK: 40, topP: 0.95, seed: 5, maxNewTokens: 96 } });
    actions.generateLanes();
    await settled();
    const [first, second] = requests();
    await answer(first?.requestId ?? '', ' one');
    expect(entries()).toEqual([]);
    await answer(second?.requestId ?? '', ' two');
    expect(only().lanes.map(({ text, settings }) => [text, settings.seed])).toEqual([
      [' one', first?.settings.seed],
      [' two', 5],
    ]);
    expect(only()).toMatchObject({ time: 1_000_000, isRenamed: false });
    expect(only().lanes[0]?.model).toEqual({
      id: 'small-fine-tuned',
      label: 'Fine-tuned, 700 steps',
      preset: 'small',
    });
  });

  it('keeps no logits and no vocabulary', async () => {
    const { write, only } = await opened();
    await write();
    expect(Object.keys(only().lanes[0] ?? {}).sort()).toEqual(
      ['isCut', 'live', 'model', 'prompt', 'requestId', 'road', 'settings', 'text', 'verdict'].sort(),
    );
  });

  it('leaves the answers of other stages out', async () => {
    const { actions, requests, answer, entries, state } = await opened();
    const { settings, text: prompt } = state().prompt;
    void actions.generate({ laneId: 'start:fineTuned', checkpointId: 'small-fine-tuned', prompt, settings });
    await settled();
    await answer(requests()[0]?.requestId ?? '', 'once');
    await settled();
    expect(entries()).toEqual([]);
  });

  it('keeps what was written of an answer that was cut short, and nothing of one that never began', async () => {
    const { actions, requests, answer, entries, only, training } = await opened();
    actions.generateLanes();
    await settled();
    actions.cancelGenerate('prompt');
    expect(entries()).toEqual([]);
    actions.generateLanes();
    await settled();
    const requestId = requests().at(-1)?.requestId ?? '';
    const token = { id: 300, text: ' ha', prob: 1, modelProb: 1, index: 0, alternatives: [] };
    training.emit('', { type: 'generatedToken', requestId, token: { ...token, logits: new Float32Array() } });
    actions.cancelGenerate('prompt');
    await answer(requestId, ' half', 'cancelled');
    expect(only().lanes).toMatchObject([{ text: ' half', isCut: true }]);
  });

  it('takes a verdict over that comes later', async () => {
    const { actions, requests, answer, only } = await opened();
    actions.setPromptText('def f(n):');
    actions.generateLanes();
    await settled();
    await answer(requests()[0]?.requestId ?? '', '\n    return 1 #passed');
    await expect.poll(() => only().lanes[0]?.verdict?.judgement?.verdict).toBe('passed');
  });

  it('names a run by its prompt and what differs', async () => {
    const { actions, write, entries, state } = await opened();
    actions.setPromptText('\n  def   factorial(n):\n    """Of n."""');
    actions.editSettings({ temperature: 1.2, topK: 0 });
    await write();
    actions.setPromptText('Once upon a time there was a very small model of language');
    actions.addLane({ settings: { ...state().prompt.settings, seed: 9 } });
    actions.addLane({ prompt: 'Twice', checkpointId: 'small-pretrained' });
    await write();
    const { seed } = state().prompt.settings;
    expect(entries().map(({ name }) => name)).toEqual([
      `Once upon a time there was a very s… · 2 models · 2 wordings · seeds ${seed} and 9`,
      'def factorial(n): · temperature 1.2 · top-k off',
    ]);
  });

  it('makes no second entry of the very same run, and lets a lane beside the latest join it', async () => {
    const { actions, write, only, requests, answer, state, later } = await opened();
    await write();
    const { id } = only();
    actions.renameEntry(id, '  Mine ');
    later(500);
    await write();
    expect(only()).toMatchObject({ id, name: 'Mine', time: 1_000_000 });
    const lane = actions.addLane({ settings: { ...state().prompt.settings, seed: 12 } }) ?? '';
    const { prompt } = state();
    void actions.generate({
      ...{ laneId: lane, checkpointId: 'small-fine-tuned', prompt: prompt.text },
      settings: { ...prompt.settings, seed: 12 },
    });
    await settled();
    await answer(requests().at(-1)?.requestId ?? '', 'seed 12');
    expect(only()).toMatchObject({ id, name: 'Mine', time: 1_000_500 });
    expect(only().lanes).toHaveLength(2);
  });

  it('holds the latest 50 runs', async () => {
    const { actions, write, entries } = await opened();
    for (let seed = 1; seed <= 53; seed++) {
      actions.editSettings({ seed });
      await write();
    }
    expect(entries()).toHaveLength(50);
    expect([entries()[0], entries().at(-1)].map((entry) => entry?.lanes[0]?.text)).toEqual([
      'seed 53',
      'seed 4',
    ]);
  });

  it('forgets a run that is deleted, also when its verdict comes later', async () => {
    const { actions, write, only, entries } = await opened();
    actions.setPromptText('def f(n):');
    await write();
    actions.deleteEntry(only().id);
    await settled();
    expect(entries()).toEqual([]);
  });

  it('gives the automatic name back for an empty one, and bounds a long one', async () => {
    const { actions, write, only } = await opened();
    await write();
    const { id, name } = only();
    actions.renameEntry(id, 'x\u0000y'.repeat(100));
    expect(only().name).toHaveLength(80);
    expect(only().name).toMatch(/^x y/);
    actions.renameEntry(id, ' \n ');
    expect(only()).toMatchObject({ name, isRenamed: false });
  });
});

describe('an answer that gives way to another', () => {
  it('is no run of its own', async () => {
    const { actions, requests, answer, only, training } = await opened();
    actions.generateLanes();
    await settled();
    const first = requests()[0]?.requestId ?? '';
    const token = { id: 300, text: ' ha', prob: 1, modelProb: 1, index: 0, alternatives: [] };
    training.emit('', {
      type: 'generatedToken',
      requestId: first,
      token: { ...token, logits: new Float32Array() },
    });
    actions.generateLanes();
    await settled();
    await answer(requests().at(-1)?.requestId ?? '', ' whole');
    expect(only().lanes).toMatchObject([{ text: ' whole', isCut: false }]);
  });
});

describe('a run that is restored', () => {
  it('puts prompts, settings, lanes and models back, and asks the very same again', async () => {
    const { actions, write, entries, requests, state } = await opened();
    actions.setPromptText('def f(n):');
    actions.editSettings({ seed: 3, temperature: 0.5 });
    actions.addLane({ prompt: 'def g(n):', checkpointId: 'small-pretrained', road: [300, 301] });
    await write();
    const [entry] = entries();
    const asked = requests().slice(-2);
    const { prompt } = state();
    actions.setPromptText('Another one');
    actions.editSettings({ seed: 99, temperature: 2 });
    actions.removeLane('prompt:2');
    actions.selectCheckpoint('untrained');
    actions.addLane();
    actions.addLane();
    await write();
    expect(entries()).toHaveLength(2);
    actions.restoreEntry(entry?.id ?? '');
    await settled();
    expect(state().prompt).toMatchObject({
      text: prompt.text,
      settings: prompt.settings,
      beside: prompt.beside,
    });
    expect(state().checkpoints.currentId).toBe('small-fine-tuned');
    const again = requests().slice(-2);
    const told = (all: typeof again) =>
      all.map(({ source, prompt: text, settings, road }) => ({ source, text, settings, road }));
    expect(told(again)).toEqual(told(asked));
  });

  it('adds no entry when it gives the same answers again', async () => {
    const { actions, write, entries, requests, answer } = await opened();
    await write();
    actions.editSettings({ seed: 77 });
    await write();
    const last = entries()[1];
    actions.restoreEntry(last?.id ?? '');
    await settled();
    const { requestId, settings } = requests().at(-1) ?? { requestId: '', settings: { seed: 0 } };
    await answer(requestId, `seed ${settings.seed}`);
    expect(entries().map(({ id }) => id)).toEqual([entries()[0]?.id, last?.id]);
  });

  it('tells of a model that is gone and restores the rest', async () => {
    const page = await opened();
    const { actions, write, entries, state, notices, training } = page;
    const runId = await page.startRunning();
    training.emit(runId, {
      type: 'saved',
      info: pointInfo({ preset: 'nano', step: 50 }),
      bytes: Uint8Array.of(1),
    });
    training.emit(runId, stepped(1, 50));
    training.emit(runId, { type: 'stopped', step: 50 });
    await settled();
    actions.selectCheckpoint(`own-${runId}-50`);
    actions.setPromptText('def mine(n):');
    actions.editSettings({ seed: 4 });
    await write();
    const [entry] = entries();
    actions.resetRun();
    training.emit(runId, { type: 'cleared' });
    await settled();
    await actions.deleteModels(runId);
    expect(state().checkpoints.points.some((point) => point.runId === runId)).toBe(false);
    actions.setPromptText('Something else');
    actions.editSettings({ seed: 5 });
    actions.restoreEntry(entry?.id ?? '');
    await settled();
    expect(notices().join()).toContain('The model "Yours: 50 steps of text" is not here any more');
    expect(state().prompt).toMatchObject({ text: 'def mine(n):', settings: { seed: 4 } });
    expect(state().checkpoints.currentId).toBe('small-fine-tuned');
    expect(training.last('generate')).toMatchObject({
      prompt: 'def mine(n):',
      source: { kind: 'checkpoint' },
    });
  });

  it('does nothing for an entry that is not there', async () => {
    const { actions, state, requests } = await opened();
    const before = state().prompt;
    actions.restoreEntry('nothing');
    await settled();
    expect(state().prompt).toBe(before);
    expect(requests()).toEqual([]);
  });
});
