import { beforeEach, describe, expect, it } from 'vitest';
import { currentPoint } from '../../../src/store/selectors';
import {
  FakeStorage,
  LOST,
  READY,
  Refusal,
  autosaved,
  pointInfo,
  recipe,
  reports,
  setUp,
  settled,
  started,
  stepped,
} from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

/** The worker brings a run back from its autosave. */
function confirmReturn(runId: string, step: number, running = true): void {
  const history = { reports: reports(1, step), evaluations: [], samples: [], probes: [], baselines: null };
  page.training.emit(runId, started({ step, running, history }));
}

describe('a lost graphics context', () => {
  it('costs nothing but the steps since the autosave, and says so', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, stepped(1, 150));
    page.training.emit(runId, autosaved(140));
    page.training.emit(runId, LOST);
    expect(page.state().engine.status).toBe('recovering');
    expect(page.record(runId).status).toBe('recovering');
    expect(page.training.restarts).toBe(1);
    page.training.emit('', READY);
    expect(page.training.last('restore')).toMatchObject({ runId, running: true, bytes: Uint8Array.of(140) });
    confirmReturn(runId, 140);
    expect(page.record(runId)).toMatchObject({ status: 'running', step: 140, restoredAtStep: 140 });
    expect(page.record(runId).reports).toHaveLength(140);
    expect(page.notices()).toEqual([
      'The browser took the graphics processor away. Training goes on from step 140.',
    ]);
  });

  it('works from memory where the browser keeps nothing', async () => {
    page.storage.trouble = new Refusal('unavailable');
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(30));
    page.training.emit('', LOST);
    page.training.emit('', READY);
    expect(page.training.last('restore')).toMatchObject({ runId, bytes: Uint8Array.of(30) });
  });

  it('leaves a paused run paused', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(30));
    page.actions.pauseRun();
    page.training.emit(runId, LOST);
    page.training.emit('', READY);
    expect(page.training.last('restore')?.running).toBe(false);
    confirmReturn(runId, 30, false);
    expect(page.record(runId).status).toBe('paused');
  });

  it('before the first autosave starts the run over, with the weights it began with', async () => {
    const runId = await page.startRunning('fineTune');
    page.training.emit(runId, LOST);
    page.training.emit('', READY);
    const starts = page.training.sent.filter(({ command }) => command.type === 'start');
    expect(starts).toHaveLength(2);
    expect(starts[1]).toEqual(starts[0]);
    expect(page.notices().join()).toContain('starts over');
  });

  it('while a start waits for the engine starts the run once', async () => {
    page = setUp();
    await page.actions.boot();
    await page.actions.startRun('pretrain');
    page.training.emit('', LOST);
    page.training.emit('', READY);
    expect(page.training.types().filter((type) => type === 'start')).toHaveLength(1);
  });

  it('starts over the run that is there, not one that was reset while its weights were fetched', async () => {
    const abandoned = page.actions.startRun('fineTune');
    page.actions.resetRun();
    const runId = await page.startRunning('pretrain');
    await abandoned;
    page.training.emit(runId, LOST);
    page.training.emit('', READY);
    const starts = page.training.sent.filter(({ command }) => command.type === 'start');
    expect(starts.map((start) => start.runId)).toEqual([runId, runId]);
  });

  it('has answers written again', async () => {
    const { settings } = page.state().prompt;
    await page.actions.generate({ laneId: 'a', checkpointId: 'untrained', prompt: 'x', settings });
    const { requestId } = page.state().prompt.generations['a'] ?? { requestId: '' };
    page.training.emit('', {
      type: 'generating',
      requestId,
      promptTokens: ['x'],
      seenCharacters: 1,
      truncated: false,
      vocabulary: [],
    });
    page.training.emit('', LOST);
    expect(page.state().prompt.generations['a']?.status).toBe('waiting');
    page.training.emit('', READY);
    expect(page.training.sent.filter(({ command }) => command.type === 'generate')).toHaveLength(2);
    expect(page.training.last('generate')?.requestId).toBe(requestId);
  });

  it('again and again without progress moves to WebAssembly, then gives up with a clear sentence', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(20));
    const loseOnce = (): void => {
      page.training.emit(runId, LOST);
      page.training.emit('', READY);
    };
    for (let i = 0; i < 3; i++) loseOnce();
    expect(page.training.last('initialise')?.backend).toBe('auto');
    loseOnce();
    expect(page.training.last('initialise')?.backend).toBe('wasm');
    expect(page.notices().join()).toContain('WebAssembly');
    for (let i = 0; i < 3; i++) loseOnce();
    expect(page.state().engine.status).toBe('ready');
    page.training.emit(runId, LOST);
    expect(page.state().engine.status).toBe('unavailable');
    expect(page.record(runId).status).toBe('failed');
    expect(page.record(runId).failure).toContain('reload the page to go on');
    expect(page.training.restarts).toBe(6);
  });

  it('is forgiven as often as training gets further in between', async () => {
    const runId = await page.startRunning();
    for (let step = 10; step <= 100; step += 10) {
      page.training.emit(runId, autosaved(step));
      page.training.emit(runId, LOST);
      page.training.emit('', READY);
      confirmReturn(runId, step);
    }
    expect(page.training.last('initialise')?.backend).toBe('auto');
    expect(page.record(runId)).toMatchObject({ status: 'running', restoredAtStep: 100 });
  });

  it('after the end of a run leaves its saved model', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 300 }), bytes: Uint8Array.of(1) });
    page.training.emit(runId, { type: 'finished', step: 300 });
    page.training.emit(runId, LOST);
    expect(page.state().runs.activeRunId).toBeNull();
    expect(page.record(runId).status).toBe('finished');
    expect(currentPoint(page.state())?.id).toBe(`own-${runId}-300`);
  });
});

describe('no engine at all', () => {
  it('is said, and ends what waited for it', async () => {
    page = setUp();
    await page.actions.boot();
    const { settings } = page.state().prompt;
    await page.actions.generate({ laneId: 'a', checkpointId: 'untrained', prompt: 'x', settings });
    page.training.emit('', {
      type: 'failed',
      code: 'noBackend',
      message: 'Nothing here can calculate.',
      requestId: null,
    });
    expect(page.state().engine).toMatchObject({
      status: 'unavailable',
      reason: 'Nothing here can calculate.',
    });
    expect(page.state().prompt.generations['a']).toMatchObject({
      status: 'failed',
      failure: 'Nothing here can calculate.',
    });
    await page.actions.startRun('pretrain');
    expect(page.training.types()).not.toContain('start');
  });
});

describe('opening the page', () => {
  const withAutosave = (status: 'running' | 'paused' | 'finished' = 'running', step = 140): FakeStorage => {
    const storage = new FakeStorage();
    storage.autosave = { runId: 'old', step, status, savedAtMs: 1, bytes: Uint8Array.of(5) };
    return storage;
  };

  it('brings a running run back and goes on with it', async () => {
    page = setUp({ storage: withAutosave() });
    await page.actions.boot();
    expect(page.training.types()).toEqual(['initialise']);
    page.training.emit('', READY);
    expect(page.training.last('restore')).toMatchObject({
      runId: 'old',
      running: true,
      bytes: Uint8Array.of(5),
    });
    // Nothing is claimed before the worker has it.
    expect(page.notices()).toEqual([]);
    confirmReturn('old', 140);
    expect(page.notices()).toEqual(['Your run came back at step 140. Training goes on.']);
    expect(page.record('old')).toMatchObject({ status: 'running', restoredAtStep: 140 });
    expect(page.state().runs.latest.pretrain).toBe('old');
    expect(page.state().checkpoints.currentId).toBe('live');
  });

  it.each([
    ['paused', 'Your run came back at step 140. It is paused.'],
    ['finished', 'Your run came back at step 140. It is over; its model is here.'],
  ] as const)('brings a run that was %s back as that', async (status, notice) => {
    page = setUp({ storage: withAutosave(status) });
    await page.boot();
    expect(page.training.last('restore')?.running).toBe(false);
    confirmReturn('old', 140, false);
    expect(page.notices()).toEqual([notice]);
    expect(page.record('old').status).toBe(status);
  });

  it('gives the reader back their text and settings with the run', async () => {
    page = setUp({ storage: withAutosave() });
    await page.boot();
    const corpus = { kind: 'ownText', name: 'a.txt', text: 'hello' } as const;
    page.training.emit(
      'old',
      started({ recipe: recipe({ preset: 'pico', totalSteps: 77, corpus }), step: 140 }),
    );
    expect(page.state().corpus).toMatchObject({
      proseKind: 'ownText',
      ownText: 'hello',
      ownTextName: 'a.txt',
    });
    expect(page.state().runs.drafts.pretrain).toMatchObject({ preset: 'pico', totalSteps: 77 });
  });

  it('does not undo what the reader set while the run was on its way', async () => {
    page = setUp({ storage: withAutosave() });
    await page.boot();
    page.actions.editDraft('pretrain', { totalSteps: 55 });
    page.training.emit('old', started({ recipe: recipe({ preset: 'pico', totalSteps: 77 }), step: 140 }));
    expect(page.state().runs.drafts.pretrain).toMatchObject({ preset: 'nano', totalSteps: 55 });
  });

  it('leaves the panels as a link set them', async () => {
    page = setUp({ storage: withAutosave(), initialHash: '#v=1&c=small-pretrained' });
    await page.boot();
    const { drafts } = page.state().runs;
    page.training.emit('old', started({ recipe: recipe({ preset: 'pico', totalSteps: 77 }), step: 140 }));
    expect(page.state().runs.drafts).toEqual(drafts);
  });

  it('comes back paused once two returns in a row got nowhere', async () => {
    const storage = withAutosave();
    const visit = async (): Promise<boolean | undefined> => {
      page = setUp({ storage });
      await page.boot();
      return page.training.last('restore')?.running;
    };
    expect([await visit(), await visit(), await visit()]).toEqual([true, true, false]);
    confirmReturn('old', 140, false);
    expect(page.notices().join()).toContain('without getting further');
    storage.autosave = withAutosave('running', 150).autosave;
    expect(await visit()).toBe(true);
  });

  it('tells of a run that cannot be brought back, and forgets it only when its file is damaged', async () => {
    for (const [code, kept] of [
      ['badCheckpoint', false],
      ['internal', true],
    ] as const) {
      const storage = withAutosave();
      page = setUp({ storage });
      await page.boot();
      page.training.emit('old', { type: 'failed', code, message: 'The file is cut short.', requestId: null });
      await settled();
      expect(page.notices().at(-1)).toBe(
        'Your earlier run could not be brought back. The file is cut short.',
      );
      expect(page.state().runs.activeRunId).toBeNull();
      expect(storage.autosave !== null).toBe(kept);
      await page.startRunning();
    }
  });

  it('does not let a hasty start overwrite the run that is coming back', async () => {
    page = setUp({ storage: withAutosave() });
    await page.boot();
    await page.actions.startRun('pretrain');
    expect(page.training.types()).not.toContain('start');
    expect(page.state().runs.activeRunId).toBe('old');
  });

  it('lists the untrained, the shipped and the own models, and opens the best shipped one', async () => {
    const storage = new FakeStorage();
    storage.points.set('own-r-10', {
      id: 'own-r-10',
      runId: 'r',
      info: pointInfo({ preset: 'nano', step: 10 }),
      bytes: Uint8Array.of(1),
    });
    page = setUp({ storage });
    await page.boot();
    const { points, status, currentId } = page.state().checkpoints;
    expect(points.map(({ label }) => label)).toEqual([
      'Untrained',
      'Pretrained, 50 steps',
      'Pretrained, 500 steps',
      'Fine-tuned, 700 steps',
      'Yours: 10 steps of text',
    ]);
    expect([status, currentId]).toEqual(['ready', 'small-fine-tuned']);
    expect(page.state().runs.drafts.fineTune).toMatchObject({ startFrom: 'own-r-10', preset: 'nano' });
  });

  it('works without shipped models and without storage, and says both', async () => {
    const storage = new FakeStorage();
    storage.shipped = [];
    storage.trouble = new Refusal('unavailable');
    page = setUp({ storage });
    await page.boot();
    expect(page.state().checkpoints).toMatchObject({ status: 'failed', currentId: 'untrained' });
    expect(page.notices()).toHaveLength(2);
    expect(page.state().runs.drafts.fineTune.startFrom).toBeNull();
    await page.startRunning();
  });
});
