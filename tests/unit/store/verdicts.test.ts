import { beforeEach, describe, expect, it } from 'vitest';
import { drawQuestions } from '../../../src/corpora/code/questions';
import type { Verdict } from '../../../src/protocol/python';
import type { Probe, RunHistory } from '../../../src/protocol/training';
import { countVerdicts } from '../../../src/store/verdicts';
import { LOST, READY, recipe, setUp, settled, started } from './fakes';

const QUESTIONS = drawQuestions('probe', 'train', 6);

/** A probe whose programs get these verdicts. */
function probeOf(step: number, verdicts: readonly Verdict[]): Probe {
  const programs = verdicts.map((verdict, i) => {
    const question = QUESTIONS[i % QUESTIONS.length];
    return { taskId: question?.task.id ?? '', prompt: question?.text ?? '', text: ` #${verdict}` };
  });
  return { step, programs };
}

function historyOf(probes: readonly Probe[]): RunHistory {
  return { reports: [], evaluations: [], samples: [], probes, baselines: null };
}

/** The catalogue of tasks is loaded on demand. */
async function judged(): Promise<void> {
  await import('../../../src/corpora/code/tasks');
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let turn = 0; turn < 20; turn++) await settled();
}

let page: ReturnType<typeof setUp>;

beforeEach(async () => {
  page = setUp();
  await page.boot();
});

describe('countVerdicts', () => {
  const all: readonly Verdict[] = [
    'passed',
    'passed',
    'wrong answer',
    'runtime error',
    'timeout',
    'parse error',
    'not supported here',
  ];

  it('counts what parses, runs and passes, without what is not supported', () => {
    const judgements = all.map((verdict) => ({ verdict }));
    expect(countVerdicts(judgements)).toEqual({ total: 6, parses: 5, runs: 3, passes: 2, unsupported: 1 });
  });

  it('gives zeros for nothing', () => {
    expect(countVerdicts([])).toEqual({ total: 0, parses: 0, runs: 0, passes: 0, unsupported: 0 });
  });
});

describe('a probe', () => {
  it('is judged as it comes, with the tests of its task under the name the prompt gives', async () => {
    const runId = await page.startRunning('fineTune');
    page.training.emit(runId, {
      type: 'probed',
      probe: probeOf(10, ['passed', 'parse error', 'wrong answer']),
    });
    await judged();
    expect(page.record(runId).verdicts).toEqual([
      { step: 10, total: 3, parses: 2, runs: 2, passes: 1, unsupported: 0 },
    ]);
    const [first] = page.python.judged;
    expect(first?.source).toBe(`${QUESTIONS[0]?.text} #passed`);
    expect(first?.tests).toEqual(QUESTIONS[0]?.tests);
  });

  it('adds a point to the curves, in the order of steps', async () => {
    const runId = await page.startRunning('fineTune');
    for (const step of [10, 25, 50])
      page.training.emit(runId, { type: 'probed', probe: probeOf(step, ['passed']) });
    await judged();
    expect(page.record(runId).verdicts.map(({ step }) => step)).toEqual([10, 25, 50]);
    expect(page.record(runId).probes.map(({ step }) => step)).toEqual([10, 25, 50]);
  });

  it('leaves out programs about a task that is not in the catalogue any more', async () => {
    const runId = await page.startRunning('fineTune');
    const { programs } = probeOf(10, ['passed', 'passed']);
    const gone = programs.map((program, i) => (i === 0 ? { ...program, taskId: 'plain/gone' } : program));
    page.training.emit(runId, { type: 'probed', probe: { step: 10, programs: gone } });
    await judged();
    expect(page.record(runId).verdicts[0]?.total).toBe(1);
  });

  it('counts nothing without an interpreter, and says so', async () => {
    page = setUp({
      python: {
        judge: () => Promise.reject(new Error('The interpreter did not load.')),
        cancel: () => undefined,
        dispose: () => undefined,
      },
    });
    await page.boot();
    const runId = await page.startRunning('fineTune');
    page.training.emit(runId, { type: 'probed', probe: probeOf(10, ['passed', 'passed']) });
    await judged();
    expect(page.record(runId).verdicts).toEqual([]);
    expect(page.notices().at(-1)).toContain('cannot be tested');
  });

  it('of a run that was reset is not judged any more', async () => {
    const runId = await page.startRunning('fineTune');
    page.training.emit(runId, { type: 'probed', probe: probeOf(10, ['passed']) });
    page.actions.goTo('fine-tune');
    page.actions.resetRun();
    await judged();
    expect(page.python.judged).toEqual([]);
    expect(page.state().runs.records[runId]).toBeUndefined();
  });
});

describe('a run that comes back', () => {
  const probes = [probeOf(10, ['parse error', 'passed']), probeOf(25, ['passed', 'passed'])];
  const expected = [
    { step: 10, total: 2, parses: 1, runs: 1, passes: 1, unsupported: 0 },
    { step: 25, total: 2, parses: 2, runs: 2, passes: 2, unsupported: 0 },
  ];

  it('has its probes judged again', async () => {
    const { storage } = page;
    await storage.saveAutosave({
      runId: 'old',
      step: 30,
      status: 'paused',
      savedAtMs: 1,
      bytes: Uint8Array.of(1),
    });
    page = setUp({ storage });
    await page.boot();
    const fineTune = recipe({ phase: 'fineTune', corpus: { kind: 'snippets' } });
    const back = started({ recipe: fineTune, step: 30, running: false, history: historyOf(probes) });
    page.training.emit('old', back);
    await judged();
    expect(page.record('old').probes).toEqual(probes);
    expect(page.record('old').verdicts).toEqual(expected);
  });

  it('after a lost context has the points of its autosave and no later ones', async () => {
    const runId = await page.startRunning('fineTune');
    for (const probe of [...probes, probeOf(50, ['passed'])])
      page.training.emit(runId, { type: 'probed', probe });
    await judged();
    page.training.emit(runId, { type: 'autosaved', step: 30, status: 'running', bytes: Uint8Array.of(1) });
    page.training.emit('', LOST);
    page.training.emit('', READY);
    page.training.emit(runId, started({ step: 30, history: historyOf(probes) }));
    await judged();
    expect(page.record(runId).verdicts).toEqual(expected);
  });
});
