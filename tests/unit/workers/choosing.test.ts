import { describe, expect, it } from 'vitest';
import type { Paces } from '../../../src/protocol/training';
import { nextTask } from './harness';
import { openMachine, type Machine } from './fakeMachine';

const FAST_GPU: Machine = { webgl: { msPerStep: 4 }, wasm: { msPerStep: 55 } };
const WEAK_GPU: Machine = { webgl: { msPerStep: 90 }, wasm: { msPerStep: 55 } };
const SOFTWARE: Machine = {
  webgl: { msPerStep: 600 },
  wasm: { msPerStep: 55 },
  renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
};

const ms = ({ webgl, wasm }: Paces) => [webgl?.msPerStep, wasm?.msPerStep];

describe('the race', () => {
  it('picks the faster one, and says what it measured', async () => {
    const gpu = await openMachine(FAST_GPU).choose('auto');
    expect([gpu.backend, gpu.renderer]).toEqual(['webgl', 'A Graphics Processor']);
    expect(gpu.reason).toBe(
      'A short race decided: a training step of a nano model takes 4.0 ms on the graphics processor and 55 ms on WASM.',
    );
    expect(ms(gpu.paces)).toEqual([4, 55]);
    const wasm = await openMachine(WEAK_GPU).choose('auto');
    expect([wasm.backend, wasm.renderer]).toEqual(['wasm', null]);
    expect(wasm.reason).toContain('90 ms on the graphics processor and 55 ms on WASM');
  });

  it('does not count the first step', async () => {
    const { paces } = await openMachine({ ...FAST_GPU, webgl: { msPerStep: 4, firstMs: 900 } }).choose(
      'auto',
    );
    expect(ms(paces)).toEqual([4, 55]);
  });

  it.each([FAST_GPU, WEAK_GPU])(
    'takes less than a second and a half, and frees its models',
    async (machine) => {
      const { choose, record } = openMachine(machine);
      await choose('auto');
      expect(record.clockMs).toBeLessThan(1500);
      expect(record.modelsLoaded).toBe(2);
      expect(record.modelsFreed).toBe(2);
    },
  );

  it('is content with one step of a machine that takes more than a second for it', async () => {
    const { choose, record } = openMachine({ webgl: null, wasm: { msPerStep: 1400 } });
    expect(ms((await choose('auto')).paces)).toEqual([undefined, 1400]);
    expect(record.steps).toEqual(['wasm']);
  });

  it('tells how the programs get ready', async () => {
    const { choose, record } = openMachine(FAST_GPU);
    await choose('auto');
    expect(record.prepared).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('is not run again while program and graphics processor are the same', async () => {
    const { paces } = await openMachine(FAST_GPU).choose('auto');
    const again = openMachine(FAST_GPU);
    const chosen = await again.choose('auto', paces);
    expect([chosen.backend, again.record.steps]).toEqual(['webgl', []]);
    expect(chosen.paces).toEqual(paces);
    expect(again.record.prepared).toHaveLength(2);
    const other = openMachine({ ...FAST_GPU, renderer: 'Another One' });
    await other.choose('auto', paces);
    expect(new Set(other.record.steps)).toEqual(new Set(['webgl', 'wasm']));
  });

  it('gives the memory of a graphics processor that lost back', async () => {
    const { choose, record } = openMachine(WEAK_GPU);
    await choose('auto');
    expect(record.released).toBe(1);
  });
});

describe('a graphics processor', () => {
  const failing = [
    ['loses its context', { msPerStep: 4, trouble: 'losesContext' }],
    ['never answers', { msPerStep: 4, trouble: 'neverAnswers' }],
    ['makes losses that are no numbers', { msPerStep: 4, lossNats: NaN }],
    ['miscalculates', { msPerStep: 4, lossNats: 6.2 }],
  ] as const;
  it.each(failing)(
    'that %s in the race is out, with a sentence, now and on the next visit',
    async (_, webgl) => {
      const machine = openMachine({ ...FAST_GPU, webgl });
      const { backend, reason, paces } = await machine.choose('auto');
      expect(backend).toBe('wasm');
      expect(reason).toMatch(
        /^The graphics processor did not get through a short test, so the model trains on WASM\.$/,
      );
      expect(ms(paces)).toEqual([null, 55]);
      const nextVisit = openMachine(FAST_GPU);
      expect((await nextVisit.choose('auto', paces)).backend).toBe('wasm');
      expect(nextVisit.record.steps).toEqual([]);
      expect(machine.record.contextsLost).toBe(0);
    },
  );

  it('that makes losses that are no numbers is out even when it was chosen', async () => {
    const { choose } = openMachine({ ...FAST_GPU, webgl: { msPerStep: 4, lossNats: NaN } });
    const { backend, reason } = await choose('webgl');
    expect(backend).toBe('wasm');
    expect(reason).toMatch(/did not get through a short test/);
  });

  it('that loses its context is not waited for', async () => {
    const { choose, record } = openMachine({
      ...FAST_GPU,
      webgl: { msPerStep: 4, trouble: 'losesContext' },
    });
    await choose('auto');
    expect(record.clockMs).toBeLessThan(1500);
  });

  it.each(['doesNotStart', 'doesNotPrepare'] as const)(
    'that fails (%s) makes way for WASM',
    async (trouble) => {
      const { choose } = openMachine({ ...FAST_GPU, webgl: { msPerStep: 4, trouble } });
      expect((await choose('auto')).backend).toBe('wasm');
      expect((await choose('webgl')).reason).toMatch(/, so the model trains on WASM\.$/);
    },
  );

  it('of half precision leaves the work to WASM, even when WebGL was chosen', async () => {
    const { choose, record } = openMachine({ ...FAST_GPU, drawsFloat32: false });
    for (const choice of ['auto', 'webgl'] as const) {
      const { backend, reason } = await choose(choice);
      expect(backend).toBe('wasm');
      expect(reason).toBe(
        'The graphics processor here calculates with half precision only, so the model trains on WASM.',
      );
    }
    expect(record.steps).not.toContain('webgl');
  });

  it('that is taken away is told once it is in use, and only then', async () => {
    const inUse = openMachine(FAST_GPU);
    const { isContextLost } = await inUse.choose('auto');
    expect(isContextLost()).toBe(false);
    inUse.loseContext();
    await nextTask();
    expect([isContextLost(), inUse.record.contextsLost]).toEqual([true, 1]);
    const given = openMachine(FAST_GPU);
    await given.choose('webgl');
    const loseTheFirst = given.loseContext;
    await given.choose('wasm');
    loseTheFirst();
    await nextTask();
    expect(given.record.contextsLost).toBe(0);
  });
});

describe('software rendering', () => {
  it('is known by its name: WASM is taken without a race', async () => {
    const { choose, record } = openMachine(SOFTWARE);
    const { backend, reason, paces } = await choose('auto');
    expect(backend).toBe('wasm');
    expect(reason).toBe(
      'This browser draws WebGL in software, so the model trains on WASM, which is faster here; no race was needed.',
    );
    expect(record.steps).not.toContain('webgl');
    expect(ms(paces)).toEqual([undefined, 55]);
  });

  it('is used when it is chosen, with a warning', async () => {
    const { backend, reason } = await openMachine(SOFTWARE).choose('webgl');
    expect(backend).toBe('webgl');
    expect(reason).toContain('in software: WASM would be faster here');
  });
});

describe('a choice of the reader', () => {
  it.each(['webgl', 'wasm', 'cpu'] as const)('of %s is honoured, and says so', async (choice) => {
    const { choose, record } = openMachine(FAST_GPU);
    const { backend, reason } = await choose(choice);
    expect(backend).toBe(choice);
    expect(reason).toContain('as you chose');
    expect(new Set(record.steps)).toEqual(new Set(choice === 'cpu' ? [] : [choice]));
  });

  it('keeps what was measured of the others', async () => {
    const { paces } = await openMachine(FAST_GPU).choose('auto');
    for (const choice of ['webgl', 'wasm', 'cpu'] as const) {
      expect((await openMachine(FAST_GPU).choose(choice, paces)).paces).toEqual(paces);
    }
  });
});

describe('a machine without', () => {
  it('WebGL takes WASM', async () => {
    const { backend, reason } = await openMachine({ ...FAST_GPU, webgl: null }).choose('webgl');
    expect([backend, reason]).toEqual([
      'wasm',
      'This browser offers no WebGL 2, so the model trains on WASM.',
    ]);
  });

  it('WASM takes the graphics processor', async () => {
    const { backend, reason } = await openMachine({ ...FAST_GPU, wasm: null }).choose('auto');
    expect(backend).toBe('webgl');
    expect(reason).toContain('WASM does not start in this browser');
  });

  it('either takes plain JavaScript', async () => {
    const { backend, reason, paces } = await openMachine({ webgl: null, wasm: null }).choose('auto');
    expect(backend).toBe('cpu');
    expect(reason).toContain('Neither WebGL nor WASM');
    expect(paces).toEqual({});
  });
});
