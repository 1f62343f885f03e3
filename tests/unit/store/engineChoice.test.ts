import { beforeEach, describe, expect, it } from 'vitest';
import { canStart, statusOf } from '../../../src/store/selectors';
import { FakeStorage, LOST, READY, autosaved, setUp, settled, started } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

const NO_BACKEND = {
  type: 'failed',
  code: 'noBackend',
  message: 'Nothing here can calculate.',
  requestId: null,
} as const;

const lane = () => page.state().prompt.generations['a'];
const ask = (): Promise<void> => {
  const { settings } = page.state().prompt;
  return page.actions.generate({ laneId: 'a', checkpointId: 'untrained', prompt: 'x', settings });
};
const sent = (type: string) => page.training.types().filter((sentType) => sentType === type).length;

const withAutosave = (): FakeStorage => {
  const storage = new FakeStorage();
  storage.autosave = {
    runId: 'old',
    step: 140,
    status: 'running',
    savedAtMs: 1,
    bytes: Uint8Array.of(5),
  };
  return storage;
};

describe('choosing another engine', () => {
  it('starts a fresh worker with it, but not under a run', async () => {
    await page.startRunning();
    page.actions.chooseBackend('wasm');
    expect(page.training.restarts).toBe(0);
    page.actions.resetRun();
    page.actions.chooseBackend('wasm');
    expect(page.training.restarts).toBe(1);
    expect(page.training.last('initialise')?.backend).toBe('wasm');
    expect(page.state().engine).toMatchObject({ status: 'starting', choice: 'wasm' });
  });

  it('has the answer that was being written asked for again', async () => {
    await ask();
    const requestId = lane()?.requestId ?? '';
    page.training.emit('', {
      type: 'generating',
      requestId,
      promptTokens: ['x'],
      seenCharacters: 1,
      truncated: false,
      vocabulary: [],
    });
    page.actions.chooseBackend('wasm');
    expect(lane()?.status).toBe('waiting');
    page.training.emit('', READY);
    expect(sent('generate')).toBe(2);
    expect(page.training.last('generate')?.requestId).toBe(requestId);
  });

  it('asks once for an answer that had waited for the engine before', async () => {
    page = setUp();
    await page.actions.boot();
    await ask();
    page.actions.chooseBackend('wasm');
    page.training.emit('', READY);
    expect(sent('generate')).toBe(1);
  });

  it('still brings back the run that was on its way, once', async () => {
    page = setUp({ storage: withAutosave() });
    await page.actions.boot();
    page.actions.chooseBackend('wasm');
    page.training.emit('', READY);
    expect(sent('restore')).toBe(1);
    page.training.emit('old', started({ step: 140 }));
    expect(page.record('old')).toMatchObject({ status: 'running', restoredAtStep: 140 });
  });

  it('goes on with an unfinished run that the engine before could not keep', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(20));
    for (let loss = 0; loss < 7; loss++) {
      page.training.emit(runId, LOST);
      page.training.emit('', READY);
    }
    expect(page.record(runId).status).toBe('failed');
    page.actions.chooseBackend('cpu');
    expect(page.record(runId).status).toBe('recovering');
    page.training.emit('', READY);
    page.training.emit(runId, started({ step: 20 }));
    expect(page.record(runId)).toMatchObject({ status: 'running', step: 20, failure: null });
  });

  it('leaves a run that is over where it is, even before its last autosave came', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(20));
    page.training.emit(runId, { type: 'finished', step: 300 });
    page.actions.chooseBackend('cpu');
    page.training.emit('', READY);
    expect(page.training.types()).not.toContain('restore');
    expect(page.record(runId).status).toBe('finished');
    await page.startRunning();
  });
});

describe('after no engine was found on opening the page', () => {
  beforeEach(async () => {
    page = setUp({ storage: withAutosave() });
    await page.actions.boot();
    page.training.emit('', NO_BACKEND);
  });

  it('one that works brings the kept run back', async () => {
    await page.actions.startRun('pretrain');
    expect(page.notices().join()).toContain('Nothing can be trained here.');
    page.actions.chooseBackend('wasm');
    page.training.emit('', READY);
    expect(page.training.last('restore')).toMatchObject({ runId: 'old', bytes: Uint8Array.of(5) });
    await settled();
    expect(page.storage.autosave?.runId).toBe('old');
  });

  it('the panels show no run that would be coming back', () => {
    expect(statusOf('pretrain')(page.state())).toBe('idle');
    page.actions.chooseBackend('wasm');
    expect(statusOf('pretrain')(page.state())).toBe('recovering');
  });
});

describe('a worker that cannot be loaded', () => {
  it('is told although it names a run that was forgotten since', async () => {
    const runId = await page.startRunning();
    page.actions.resetRun();
    page.actions.chooseBackend('wasm');
    page.training.emit(runId, NO_BACKEND);
    expect(page.state().engine.status).toBe('unavailable');
  });
});

describe('a run that is coming back', () => {
  it('shows so in both panels, and makes way after a reset', async () => {
    page = setUp({ storage: withAutosave() });
    await page.boot();
    expect([statusOf('pretrain')(page.state()), statusOf('fineTune')(page.state())]).toEqual([
      'recovering',
      'recovering',
    ]);
    expect(canStart(page.state())).toBe(false);
    page.actions.goTo('pretrain');
    page.actions.resetRun();
    await settled();
    expect(page.storage.autosave).toBeNull();
    expect(statusOf('pretrain')(page.state())).toBe('idle');
    expect(canStart(page.state())).toBe(true);
    await page.startRunning();
  });

  it('shows in its own panel alone once the worker has it', async () => {
    page = setUp({ storage: withAutosave() });
    await page.boot();
    page.training.emit('old', started({ step: 140 }));
    expect([statusOf('pretrain')(page.state()), statusOf('fineTune')(page.state())]).toEqual([
      'running',
      'idle',
    ]);
  });
});

describe('a reset after the engine was changed', () => {
  it('still keeps a reload from bringing the run back', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(300, 'finished'));
    page.training.emit(runId, { type: 'finished', step: 300 });
    page.actions.chooseBackend('cpu');
    page.actions.goTo('pretrain');
    page.actions.resetRun();
    await settled();
    expect(page.storage.autosave).toBeNull();
    expect(page.state().runs.latest.pretrain).toBeNull();
  });
});
