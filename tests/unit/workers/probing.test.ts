import { afterEach, describe, expect, it } from 'vitest';
import { findTask, splitOf } from '../../../src/corpora/code/tasks';
import type { RunRecipe } from '../../../src/protocol/training';
import { isProbeStep } from '../../../src/workers/training/milestones';
import { probePrompts } from '../../../src/workers/training/probing';
import { areProbes } from '../../../src/workers/training/recordChecks';
import { closeHarnesses, openReadyHarness, recipe, type Harness } from './harness';

afterEach(closeHarnesses);

const FINE_TUNE: Partial<RunRecipe> = { phase: 'fineTune', corpus: { kind: 'snippets' } };

function probesOf(harness: Harness) {
  return harness.of('probed').map(({ probe }) => probe);
}

describe('the probing prompts', () => {
  it('are eight tasks of each kind, and no prompt twice', () => {
    const prompts = probePrompts();
    expect(new Set(prompts.map(({ text }) => text)).size).toBe(32);
    const splits = prompts.map(({ task }) => splitOf(task));
    expect(splits.filter((split) => split === 'seen')).toHaveLength(16);
    expect(splits.filter((split) => split === 'near')).toHaveLength(8);
    expect(splits.filter((split) => split === 'far')).toHaveLength(8);
  });

  it('are asked at steps 10 and 25, then every 50 steps', () => {
    const steps = Array.from({ length: 201 }, (_, step) => step).filter(isProbeStep);
    expect(steps).toEqual([10, 25, 50, 100, 150, 200]);
  });
});

describe('a run that learns code', () => {
  it('is probed at its milestones and at its end, and tells each probe once', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ ...FINE_TUNE, totalSteps: 12 }), origin: null });
    await harness.until('finished');
    expect(probesOf(harness).map(({ step }) => step)).toEqual([10, 12]);
    for (const { programs } of probesOf(harness)) {
      expect(programs.map(({ prompt }) => prompt)).toEqual(probePrompts().map(({ text }) => text));
      expect(programs.every(({ taskId }) => findTask(taskId) !== undefined)).toBe(true);
    }
    // Its learner is the only thing still in use.
    expect(harness.inUse()).toBe(1);
  });

  it('answers with what its model finds likeliest at that step', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ ...FINE_TUNE, totalSteps: 12 }), origin: null });
    await harness.until('finished');
    const { prompt, text } = probesOf(harness).at(-1)?.programs[20] ?? { prompt: '', text: '' };
    const settings = { temperature: 0, topK: 0, topP: 1, seed: 9, maxNewTokens: 48 };
    harness.send('', {
      type: 'generate',
      requestId: 'g',
      source: { kind: 'live' },
      prompt,
      settings,
      road: [],
    });
    expect(text).toBe((await harness.until('generated')).text);
    expect(text).not.toBe('');
  });

  it('is probed at its end when it is stopped, but not before its first step', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ ...FINE_TUNE, totalSteps: 500 }), origin: null });
    await harness.until('stepped', ({ reports }) => (reports.at(-1)?.step ?? 0) >= 3);
    harness.send('a', { type: 'stop' });
    const { step } = await harness.until('stopped');
    expect(probesOf(harness).at(-1)?.step).toBe(step);
    harness.send('b', { type: 'start', recipe: recipe({ ...FINE_TUNE, totalSteps: 500 }), origin: null });
    harness.send('b', { type: 'stop' });
    await harness.until('stopped', ({ runId }) => runId === 'b');
    expect(harness.of('probed').filter(({ runId }) => runId === 'b')).toEqual([]);
  });

  it('has its probes back when it is restored, and goes on with the same ones', async () => {
    const whole = await openReadyHarness();
    const fineTune = recipe({ ...FINE_TUNE, totalSteps: 26 });
    whole.send('a', { type: 'start', recipe: fineTune, origin: null });
    await whole.until('probed');
    whole.send('a', { type: 'save' });
    const { bytes } = await whole.until('autosaved');
    await whole.until('finished');
    const again = await openReadyHarness();
    again.send('a', { type: 'restore', bytes, running: true });
    const { history } = await again.until('started');
    await again.until('finished');
    expect(history.probes.map(({ step }) => step)).toEqual([10]);
    expect([...history.probes, ...probesOf(again)]).toEqual(probesOf(whole));
  });

  it('answers a pause in the middle of a probe, and finishes the probe later', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ ...FINE_TUNE, totalSteps: 12 }), origin: null });
    await harness.until('evaluated', ({ evaluation }) => evaluation.step === 10);
    harness.send('a', { type: 'pause' });
    const { step } = await harness.until('paused');
    expect(step).toBe(10);
    expect(probesOf(harness)).toEqual([]);
    harness.send('a', { type: 'resume' });
    await harness.until('finished');
    expect(probesOf(harness).map((probe) => probe.step)).toEqual([10, 12]);
  });
});

describe('a run that learns prose', () => {
  it('is never probed', async () => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 12 }), origin: null });
    await harness.until('finished');
    expect(harness.of('probed')).toEqual([]);
  });
});

describe('stored probes', () => {
  const program = { taskId: 't', prompt: 'p', text: 'x' };

  it.each([
    ['none', []],
    ['some', [{ step: 10, programs: [program] }]],
  ])('are taken: %s', (_name, value) => {
    expect(areProbes(value)).toBe(true);
  });

  it.each([
    ['missing', undefined],
    ['no list', { step: 10 }],
    ['without a step', [{ programs: [program] }]],
    ['without programs', [{ step: 10 }]],
    ['with a program that is none', [{ step: 10, programs: [{ ...program, text: 3 }] }]],
  ])('are refused: %s', (_name, value) => {
    expect(areProbes(value)).toBe(false);
  });
});
