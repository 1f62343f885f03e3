import { beforeEach, describe, expect, it } from 'vitest';
import { FakeStorage, autosaved, pointInfo, Refusal, setUp, settled } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

describe('autosaves', () => {
  it('are written one at a time, and only the latest of those that wait', async () => {
    const storage = new FakeStorage();
    page = setUp({ storage });
    await page.boot();
    const runId = await page.startRunning();
    let open: () => void = () => undefined;
    storage.gate = new Promise((resolve) => (open = resolve));
    page.training.emit(runId, autosaved(10));
    await settled();
    for (const step of [20, 30, 40]) page.training.emit(runId, autosaved(step));
    await settled();
    expect(storage.written).toEqual([10]);
    open();
    await settled();
    expect(storage.written).toEqual([10, 40]);
    expect(storage.autosave).toMatchObject({ runId, step: 40, status: 'running', savedAtMs: 1_000_000 });
  });

  it('asked for are waited for until they are written', async () => {
    const runId = await page.startRunning();
    let open: () => void = () => undefined;
    page.storage.gate = new Promise((resolve) => (open = resolve));
    let isSaved = false;
    void page.actions.saveNow().then(() => (isSaved = true));
    await settled();
    expect(page.training.types().at(-1)).toBe('save');
    page.training.emit(runId, autosaved(10));
    await settled();
    expect(isSaved).toBe(false);
    open();
    await settled();
    expect(isSaved).toBe(true);
  });

  it('are not waited for without a run, nor for ever', async () => {
    const timers: (() => void)[] = [];
    page = setUp({ setTimer: (callback) => timers.push(callback) });
    await page.boot();
    await page.actions.saveNow();
    await page.startRunning();
    let isSaved = false;
    void page.actions.saveNow().then(() => (isSaved = true));
    await settled();
    expect(isSaved).toBe(false);
    for (const ring of timers) ring();
    await settled();
    expect(isSaved).toBe(true);
  });

  it('remember a pause that came after them, so that a reload does not set the run going', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(10));
    page.training.emit(runId, { type: 'paused', step: 12 });
    await settled();
    expect(page.storage.autosave).toMatchObject({ step: 10, status: 'paused' });
  });

  it('say that a run is over only when they hold its end', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(10));
    page.training.emit(runId, { type: 'finished', step: 300 });
    await settled();
    // A page closed now goes on from step 10 and finishes once more.
    expect(page.storage.autosave).toMatchObject({ step: 10, status: 'running' });
    page.training.emit(runId, autosaved(300, 'finished'));
    await settled();
    expect(page.storage.autosave).toMatchObject({ step: 300, status: 'finished' });
  });

  it('of a run that was stopped do not set it going again', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(10));
    page.training.emit(runId, { type: 'stopped', step: 12 });
    await settled();
    expect(page.storage.autosave).toMatchObject({ step: 10, status: 'paused' });
  });

  it.each([
    ['full', 'no room left'],
    ['unavailable', 'private window'],
  ] as const)('that fail (%s) are told once, and training goes on', async (failure, words) => {
    const runId = await page.startRunning();
    page.storage.trouble = new Refusal(failure);
    for (const step of [10, 20, 30]) {
      page.training.emit(runId, autosaved(step));
      page.training.emit(runId, { type: 'saved', info: pointInfo({ step }), bytes: Uint8Array.of(1) });
      await settled();
    }
    expect(page.notices()).toHaveLength(1);
    expect(page.notices()[0]).toContain(words);
    expect(page.record(runId).status).toBe('running');
    expect(page.storage.written).toEqual([10, 20, 30]);
  });

  it('are asked for when the page is hidden, if there is a run', async () => {
    page.actions.saveNow();
    expect(page.training.types()).not.toContain('save');
    const runId = await page.startRunning();
    page.actions.saveNow();
    expect(page.training.last('save')?.runId).toBe(runId);
  });
});
