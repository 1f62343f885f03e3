import { describe, expect, it } from 'vitest';
import { FakeStorage, autosaved, setUp, settled } from './fakes';

const kept = { runId: 'other', step: 140, status: 'running', savedAtMs: 1, bytes: Uint8Array.of(5) } as const;

describe('a page that is open in another tab too', () => {
  it('leaves the run of that tab alone, and says so once', async () => {
    const storage = new FakeStorage();
    storage.autosave = kept;
    const page = setUp({ storage, holdRun: () => Promise.resolve(false) });
    await page.boot();
    expect(page.training.types()).not.toContain('restore');
    const runId = await page.startRunning();
    for (const step of [10, 20]) page.training.emit(runId, autosaved(step));
    await settled();
    page.actions.resetRun();
    await settled();
    expect(storage.written).toEqual([]);
    expect(storage.autosave).toBe(kept);
    expect(page.notices()).toHaveLength(1);
    expect(page.notices()[0]).toContain('open in another tab');
  });

  it('still recovers its own run from memory', async () => {
    const page = setUp({ holdRun: () => Promise.resolve(false) });
    await page.boot();
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(10));
    page.training.emit(runId, { type: 'failed', code: 'contextLost', message: 'Lost.', requestId: null });
    page.training.emit('', { type: 'ready', backend: 'wasm', reason: '', renderer: null, paces: {} });
    expect(page.training.last('restore')).toMatchObject({ runId, bytes: Uint8Array.of(10) });
  });

  it('touches nothing before it knows whether it is alone', async () => {
    let answer: (alone: boolean) => void = () => undefined;
    const storage = new FakeStorage();
    storage.autosave = kept;
    const page = setUp({ storage, holdRun: () => new Promise((resolve) => (answer = resolve)) });
    void page.boot();
    await settled();
    expect(page.state().runs.activeRunId).toBeNull();
    answer(true);
    await settled();
    expect(page.state().runs.activeRunId).toBe('other');
  });
});

describe('the list of models', () => {
  it('is read once, whoever waits for it', async () => {
    const page = setUp();
    await Promise.all([page.actions.loadPoints(), page.boot(), page.actions.loadPoints()]);
    await page.actions.loadPoints();
    expect(page.storage.listings).toBe(1);
    expect(page.state().checkpoints.status).toBe('ready');
  });
});
