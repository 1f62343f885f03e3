import { describe, expect, it } from 'vitest';
import { gridMove } from '../../../src/stages/50-evaluate/gridMove';
import { failuresOf, isFailing } from '../../../src/stages/50-evaluate/prediction';
import { sweepChartPoints } from '../../../src/stages/50-evaluate/sweepPoints';
import { taskTitle } from '../../../src/stages/taskTitle';
import { modelOptions, programsPerModel, rowsByGroup } from '../../../src/stages/50-evaluate/useEvaluate';
import { distanceOf, testStates } from '../../../src/stages/50-evaluate/useFix';
import { memoryCounts } from '../../../src/stages/50-evaluate/useMemory';
import { missingOf } from '../../../src/stages/50-evaluate/useOwnTask';
import { failingTest, mostTelling, stateOf } from '../../../src/stages/50-evaluate/verdicts';
import type { TaskResult } from '../../../src/store/evaluationSelectors';
import { INITIAL_EVALUATION } from '../../../src/store/evaluationSlice';
import type { SavedPoint } from '../../../src/store/state';
import { pointInfo } from '../store/fakes';
import { judgement, PASSED, program, TESTS, WRONG } from './evaluatePrograms';

describe('the open program', () => {
  const broken = program({ id: 'broken', judgement: judgement('parse error') });
  const wrong = program({ id: 'wrong', judgement: WRONG });
  const right = program({ id: 'right', judgement: PASSED });

  it('is one that runs and is wrong, else one that broke, else one that is right', () => {
    expect(mostTelling([right, broken, wrong])?.id).toBe('wrong');
    expect(mostTelling([right, broken])?.id).toBe('broken');
    expect(mostTelling([program(), right])?.id).toBe('right');
    expect(mostTelling([program()])).toBeNull();
  });

  it('shows the first test that failed', () => {
    expect(failingTest(WRONG)).toEqual({ call: 'double(3)', expected: '6', actual: '5', passed: false });
    expect(failingTest(PASSED)).toBeNull();
  });

  it('is told apart from one that is not judged and one that is not written', () => {
    expect([right, program(), undefined].map(stateOf)).toEqual(['passed', 'open', 'missing']);
  });
});

describe('the prediction', () => {
  it('is measured on what failed only: broke, or ran and was wrong', () => {
    expect(failuresOf({ total: 20, runs: 12, passes: 10 })).toEqual({
      broken: 8,
      wrong: 2,
      mostly: 'broken',
    });
    expect(failuresOf({ total: 20, runs: 18, passes: 10 })).toEqual({ broken: 2, wrong: 8, mostly: 'wrong' });
    expect(failuresOf({ total: 20, runs: 15, passes: 10 })).toEqual({ broken: 5, wrong: 5, mostly: 'both' });
  });

  it('has no answer when nothing failed', () => {
    expect(failuresOf({ total: 3, runs: 3, passes: 3 }).mostly).toBeNull();
  });

  it('forgets a guess that is not offered any more', () => {
    expect(isFailing('wrong')).toBe(true);
    expect(isFailing('lost')).toBe(false);
  });
});

describe('the title of a task', () => {
  it.each([
    ['# return the factorial of n\ndef factorial(n):', 'return the factorial of n'],
    ['def factorial(n):\n    """Return the factorial."""', 'Return the factorial.'],
    ['def factorial(n):', 'factorial(n)'],
    ['  free text ', 'free text'],
  ])('%j is "%s"', (prompt, title) => {
    expect(taskTitle(prompt)).toBe(title);
  });
});

describe('the grid', () => {
  const size = { rows: 3, columns: 4 };

  it('is walked with the arrow keys and stops at its edges', () => {
    const at = { row: 1, column: 3 };
    expect(gridMove('ArrowUp', false, at, size)).toEqual({ row: 0, column: 3 });
    expect(gridMove('ArrowRight', false, at, size)).toEqual(at);
    expect(gridMove('ArrowDown', false, { row: 2, column: 0 }, size)).toEqual({ row: 2, column: 0 });
    expect(gridMove('ArrowLeft', false, { row: 2, column: 0 }, size)).toEqual({ row: 2, column: 0 });
  });

  it('is crossed with Home and End, and as a whole with Ctrl', () => {
    const at = { row: 1, column: 2 };
    expect(gridMove('Home', false, at, size)).toEqual({ row: 1, column: 0 });
    expect(gridMove('End', true, at, size)).toEqual({ row: 2, column: 3 });
    expect(gridMove('a', false, at, size)).toBeNull();
  });

  it('holds the rows of one model, group by group, numbered throughout', () => {
    const result = (checkpointId: string, group: TaskResult['group'], taskId: string): TaskResult => ({
      ...{ checkpointId, group, taskId, prompt: '', programs: [] },
      counts: { total: 0, parses: 0, runs: 0, passes: 0, unsupported: 0 },
    });
    const tasks = [
      result('a', 'seen', '1'),
      result('a', 'seen', '2'),
      result('a', 'far', '3'),
      result('b', 'seen', '1'),
    ];
    const groups = rowsByGroup(tasks, 'a');
    expect(groups.map(({ group, firstRow, rows }) => [group, firstRow, rows.length])).toEqual([
      ['seen', 0, 2],
      ['far', 2, 1],
    ]);
  });
});

describe('the choice of models', () => {
  const point = (id: string, origin: SavedPoint['origin'], step: number): SavedPoint => ({
    ...{ id, origin, label: id, runId: origin === 'run' ? 'run' : null },
    info: pointInfo({ phase: 'fineTuned', step }),
  });
  const points = [point('shipped', 'shipped', 700), point('own-0', 'run', 0), point('own-100', 'run', 100)];

  it("offers the reader's own first, without the copies that runs begin with", () => {
    expect(modelOptions(points, ['shipped'], false).map(({ value }) => value)).toEqual([
      'own-100',
      'shipped',
    ]);
  });

  it('offers the model in training before all others', () => {
    expect(modelOptions(points, ['live'], true)[0]?.value).toBe('live');
  });
});

it('asks every group for as many programs as tasks and answers are set', () => {
  const settings = { ...INITIAL_EVALUATION.settings, tasksPerGroup: 5, samplesPerTask: 4 };
  expect(programsPerModel({ ...settings, groups: ['seen', 'far'] })).toBe(40);
});

describe("the reader's version", () => {
  const wrong = program({ judgement: WRONG });
  const fix = { source: 'x', judgedSource: 'x', isRunning: false };

  it('says which tests pass since the change, and which passed before', () => {
    const states = testStates(wrong, { ...fix, judgement: PASSED });
    expect(states.map(({ outcome, turned }) => [outcome, turned])).toEqual([
      ['passed', false],
      ['passed', true],
    ]);
  });

  it('leaves every test open once the program is changed again', () => {
    const states = testStates(wrong, { ...fix, judgement: PASSED, source: 'y' });
    expect(states.map(({ outcome }) => outcome)).toEqual(['open', 'open']);
  });

  it('leaves the tests open that a broken program never reached', () => {
    const states = testStates(wrong, { ...fix, judgement: judgement('runtime error', ['4']) });
    expect(states.map(({ outcome }) => outcome)).toEqual(['passed', 'open']);
  });

  it('is as far from the model’s as the characters and lines that differ', () => {
    expect(distanceOf('def f(n):\n    return n + 2', 'def f(n):\n    return n * 2')).toEqual({
      characters: 1,
      lines: 1,
    });
  });
});

describe('memory or new', () => {
  it('counts right programs only, and of them those that no training text spells', () => {
    const right = (id: string) => program({ id, judgement: PASSED });
    const snippet = { snippet: '', similarity: 1, isVerbatim: false, isRenamed: true };
    const programs = [right('a'), right('b'), right('c'), program({ id: 'd', judgement: WRONG })];
    const nearest = { a: snippet, b: { ...snippet, isRenamed: false }, d: snippet };
    expect(memoryCounts(programs, nearest)).toEqual([{ checkpointId: 'fine-tuned', compared: 2, fresh: 1 }]);
  });
});

describe('the own task', () => {
  it('can be asked once it has a prompt and whole tests', () => {
    expect(missingOf({ prompt: ' ', tests: TESTS })).toBe('prompt');
    expect(missingOf({ prompt: 'def f():', tests: [{ call: 'f()', expected: ' ' }] })).toBe('tests');
    expect(missingOf({ prompt: 'def f():', tests: [...TESTS, { call: '', expected: '' }] })).toBe('half');
    expect(missingOf({ prompt: 'def f():', tests: TESTS })).toBeNull();
  });
});

it('draws the sweep as shares of what could be judged, and how sure they are', () => {
  const counts = { parsed: 9, total: 10, passed: 5, distinct: 4 };
  const points = sweepChartPoints([
    { ...counts, temperature: 0.5 },
    { ...counts, temperature: 1, total: 0 },
  ]);
  expect(points).toMatchObject([{ temperature: 0.5, parsed: 0.9, distinct: 0.4, programs: 10 }]);
  // Wilson's interval of 5 in 10, as tables have it.
  expect(points[0]?.passed.rate).toBe(0.5);
  expect(points[0]?.passed.low).toBeCloseTo(0.237, 3);
  expect(points[0]?.passed.high).toBeCloseTo(0.763, 3);
});
