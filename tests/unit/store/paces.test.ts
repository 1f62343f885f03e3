import { describe, expect, it } from 'vitest';
import type { Paces } from '../../../src/protocol/training';
import { readPaces } from '../../../src/store/paces';
import { timedMs } from '../../../src/store/selectors';
import { FakeStorage, READY, Refusal, setUp, settled } from './fakes';

const MEASURED: Paces = {
  webgl: { of: 'A Graphics Processor', msPerStep: 5 },
  wasm: { of: 'build-1', msPerStep: 55 },
};

const visitedBefore = (text = JSON.stringify(MEASURED)): FakeStorage => {
  const storage = new FakeStorage();
  storage.preferences.set('paces', text);
  return storage;
};

describe('what was measured of a machine', () => {
  it('is kept when the engine is ready, and handed to the engine of the next visit', async () => {
    const first = setUp();
    await first.actions.boot();
    expect(first.training.last('initialise')?.paces).toEqual({});
    first.training.emit('', { ...READY, paces: MEASURED });
    await settled();
    const next = setUp({ storage: first.storage });
    await next.actions.boot();
    expect(next.training.last('initialise')?.paces).toEqual(MEASURED);
  });

  it('is shown for the engine in use', async () => {
    const page = setUp();
    await page.actions.boot();
    expect(timedMs(page.state())).toBeNull();
    page.training.emit('', { ...READY, paces: MEASURED });
    expect(timedMs(page.state())).toBe(5);
    page.training.emit('', { ...READY, backend: 'wasm', paces: MEASURED });
    expect(timedMs(page.state())).toBe(55);
    page.training.emit('', { ...READY, backend: 'cpu', paces: MEASURED });
    expect(timedMs(page.state())).toBeNull();
  });

  it('goes with the choice of another engine', async () => {
    const page = setUp({ storage: visitedBefore() });
    await page.boot();
    page.training.emit('', { ...READY, paces: MEASURED });
    page.actions.chooseBackend('wasm');
    expect(page.training.last('initialise')).toMatchObject({ backend: 'wasm', paces: MEASURED });
  });

  it('is measured again when the reader asks, but not under a run', async () => {
    const page = setUp({ storage: visitedBefore() });
    await page.boot();
    await page.startRunning();
    page.actions.measureAgain();
    expect(page.training.restarts).toBe(0);
    page.actions.resetRun();
    page.actions.measureAgain();
    expect(page.training.restarts).toBe(1);
    expect(page.training.last('initialise')).toMatchObject({ backend: 'auto', paces: {} });
    expect(page.state().engine).toMatchObject({ status: 'starting', choice: 'auto', paces: {} });
  });

  it('is measured again where storage refuses', async () => {
    const storage = visitedBefore();
    storage.trouble = new Refusal('unavailable');
    const page = setUp({ storage });
    await page.boot();
    expect(page.training.last('initialise')?.paces).toEqual({});
    expect(page.state().engine.status).toBe('ready');
  });

  it('is waited for a second at most', async () => {
    const storage = visitedBefore();
    storage.gate = new Promise(() => undefined);
    const timers: { callback: () => void; delayMs: number }[] = [];
    const page = setUp({ storage, setTimer: (callback, delayMs) => timers.push({ callback, delayMs }) });
    void page.actions.boot();
    await settled();
    expect(page.training.types()).not.toContain('initialise');
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([1000]);
    timers[0]?.callback();
    await settled();
    expect(page.training.last('initialise')?.paces).toEqual({});
  });
});

describe('a kept measurement that is damaged', () => {
  it.each<[string, string | null, Paces]>([
    ['absent', null, {}],
    ['no JSON', '{', {}],
    ['no object', '7', {}],
    ['of a negative time', '{"webgl":{"of":"a","msPerStep":-1}}', {}],
    [
      'of nothing in particular',
      '{"webgl":{"msPerStep":1},"wasm":{"of":"b","msPerStep":2}}',
      { wasm: { of: 'b', msPerStep: 2 } },
    ],
    [
      'of a graphics processor that failed',
      '{"webgl":{"of":"a","msPerStep":null}}',
      { webgl: { of: 'a', msPerStep: null } },
    ],
  ])('is read as far as it means something: %s', (_, text, paces) => {
    expect(readPaces(text)).toEqual(paces);
  });
});

describe('the engine of a page just opened', () => {
  it('starts when the page rests', async () => {
    let rest = (): void => undefined;
    const page = setUp({ whenIdle: (callback) => (rest = callback) });
    void page.actions.boot();
    await settled();
    expect(page.training.types()).toEqual([]);
    rest();
    await settled();
    expect(page.training.types()).toEqual(['initialise']);
  });

  it('starts at once when it is needed, and once', async () => {
    let rest = (): void => undefined;
    const page = setUp({ whenIdle: (callback) => (rest = callback) });
    void page.actions.boot();
    await settled();
    void page.actions.startRun('pretrain');
    await settled();
    expect(page.training.types()).toEqual(['initialise']);
    rest();
    await settled();
    page.training.emit('', READY);
    expect(page.training.types()).toEqual(['initialise', 'start']);
  });

  it('shows how far it is until it is ready', async () => {
    const page = setUp();
    await page.actions.boot();
    page.training.emit('', { type: 'preparing', ready: 12, total: 28 });
    expect(page.state().engine).toMatchObject({ status: 'starting', preparing: { ready: 12, total: 28 } });
    page.training.emit('', READY);
    expect(page.state().engine.preparing).toBeNull();
  });
});
