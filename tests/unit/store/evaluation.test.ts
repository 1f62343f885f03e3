import { beforeEach, describe, expect, it } from 'vitest';
import { findTask, tasksOf } from '../../../src/corpora/code/tasks';
import type { Verdict } from '../../../src/protocol/python';
import type { TrainingCommand } from '../../../src/protocol/training';
import { chosenCheckpoints, funnels, passRates, taskResults } from '../../../src/store/evaluationSelectors';
import { EVALUATION_LIMITS } from '../../../src/store/evaluationState';
import { SWEEP_TEMPERATURES } from '../../../src/store/sweep';
import { FakeStorage, LOST, READY, setUp, settled, SHIPPED } from './fakes';

type Evaluate = Extract<TrainingCommand, { type: 'evaluate' }>;

let page: ReturnType<typeof setUp>;
let clock = 0;

beforeEach(async () => {
  const storage = new FakeStorage();
  storage.shipped = SHIPPED;
  clock = 1000;
  page = setUp({ storage, now: () => clock });
  await page.boot();
});

const evaluation = () => page.state().evaluation;

/** Lets the catalogue load and everything that can settle do so. */
async function turn(): Promise<void> {
  await import('../../../src/corpora/code/questions');
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await settled();
  }
}

function asked(): Evaluate[] {
  return page.training.sent.flatMap(({ command }) => (command.type === 'evaluate' ? [command] : []));
}

/** The latest evaluation the worker was asked for. */
function lastAsked(): Evaluate {
  const command = asked().at(-1);
  if (!command) throw new Error('Expected an evaluate command, none was sent');
  return command;
}

/** Writes programs that get these verdicts for the requests from `first` on. */
function write({ requestId, requests }: Evaluate, verdicts: readonly Verdict[], first = 0): void {
  const programs = verdicts.map((verdict, i) => ({ index: first + i, text: ` #${verdict} ${first + i}` }));
  const done = first + programs.length;
  page.training.emit('', {
    type: 'evaluatedPrograms',
    requestId,
    programs,
    done,
    total: requests.length,
  });
}

function writeAll(command: Evaluate, verdictOf: (index: number) => Verdict): void {
  write(
    command,
    command.requests.map((_, i) => verdictOf(i)),
  );
  end(command);
}

function end({ requestId }: Evaluate): void {
  page.training.emit('', { type: 'evaluatedAll', requestId, ended: 'done', durationMs: 5 });
}

/** Two seen tasks, three answers each. */
function chooseFew(): void {
  page.actions.editEvaluation({ groups: ['seen'], tasksPerGroup: 2, samplesPerTask: 3 });
}

describe('the settings of an evaluation', () => {
  it('stay in range whatever is typed', () => {
    page.actions.editEvaluation({ tasksPerGroup: 1e9, samplesPerTask: 0, temperature: -1, topP: Number.NaN });
    expect(evaluation().settings).toMatchObject({
      tasksPerGroup: EVALUATION_LIMITS.tasksPerGroup.max,
      samplesPerTask: 1,
      temperature: 0,
      topP: 0.95,
    });
  });

  it('keep at least one group, in order of difficulty', () => {
    page.actions.editEvaluation({ groups: ['far', 'seen'] });
    expect(evaluation().settings.groups).toEqual(['seen', 'far']);
    page.actions.editEvaluation({ groups: [] });
    expect(evaluation().settings.groups).toEqual(['seen', 'far']);
  });

  it('never ask for more tasks than the smallest group has', () => {
    const smallest = Math.min(...(['seen', 'near', 'far'] as const).map((split) => tasksOf(split).length));
    expect(EVALUATION_LIMITS.tasksPerGroup.max).toBeLessThanOrEqual(smallest);
  });

  it('mean the current model until another one is chosen, and never the same one twice', () => {
    expect(chosenCheckpoints(page.state())).toEqual(['small-fine-tuned']);
    page.actions.editEvaluation({ checkpointIds: ['small-pretrained', 'small-fine-tuned'] });
    expect(chosenCheckpoints(page.state())).toEqual(['small-pretrained', 'small-fine-tuned']);
    page.actions.editEvaluation({ checkpointIds: ['small-fine-tuned', 'small-fine-tuned'] });
    expect(chosenCheckpoints(page.state())).toEqual(['small-fine-tuned']);
    page.actions.editEvaluation({ checkpointIds: ['gone', 'gone too'] });
    expect(chosenCheckpoints(page.state())).toEqual(['small-fine-tuned']);
  });
});

describe('an evaluation', () => {
  it('asks every task as often as wished, each answer with a seed of its own', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    const { requests, settings } = lastAsked();
    expect(requests).toHaveLength(6);
    expect(new Set(requests.map(({ prompt }) => prompt)).size).toBe(2);
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(6);
    expect(settings).toEqual({ temperature: 0.8, topK: 40, topP: 0.95, maxNewTokens: 64 });
    expect(evaluation()).toMatchObject({ status: 'writing', done: 0, total: 6, secondsLeft: null });
  });

  it('judges what is written while the rest is being written', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    clock += 3000;
    write(lastAsked(), ['passed', 'wrong answer']);
    await turn();
    expect(evaluation()).toMatchObject({ status: 'writing', done: 2 });
    expect(evaluation().programs.map(({ judgement }) => judgement?.verdict)).toEqual([
      'passed',
      'wrong answer',
    ]);
    expect(evaluation().secondsLeft).toBeCloseTo(6);
  });

  it('ends once everything is written and judged', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    let open = (): void => undefined;
    page.python.gate = new Promise((resolve) => (open = resolve));
    writeAll(lastAsked(), () => 'passed');
    await turn();
    expect(evaluation()).toMatchObject({ status: 'judging', done: 0 });
    expect(page.python.busiest).toBe(4);
    open();
    await turn();
    expect(evaluation()).toMatchObject({ status: 'done', done: 6, total: 6, secondsLeft: null });
  });

  it('judges a program by the tests of its task, prompt and text together', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    writeAll(lastAsked(), () => 'passed');
    await turn();
    const [program] = evaluation().programs;
    expect(program?.source).toBe(`${program?.prompt}${program?.text}`);
    expect(page.python.judged[0]).toMatchObject({ source: program?.source, tests: program?.tests });
    expect(program?.tests.length).toBe(findTask(program?.taskId ?? '')?.tests.length);
  });

  it('keeps the order it asked in, however the answers come', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    write(lastAsked(), ['passed'], 4);
    write(lastAsked(), ['passed'], 1);
    await turn();
    expect(evaluation().programs.map(({ sample }) => sample)).toEqual([1, 1]);
    const [first, second] = evaluation().asked?.tasks ?? [];
    expect(evaluation().programs.map(({ taskId }) => taskId)).toEqual([first?.taskId, second?.taskId]);
  });

  it('asks two models the same tasks with the same seeds, one after the other', async () => {
    chooseFew();
    page.actions.editEvaluation({ checkpointIds: ['small-pretrained', 'small-fine-tuned'] });
    void page.actions.runEvaluation();
    await turn();
    writeAll(lastAsked(), () => 'wrong answer');
    await turn();
    const [first, second] = asked();
    expect(second?.requests).toEqual(first?.requests);
    expect([first?.source, second?.source]).toMatchObject([
      { checkpointId: 'small-pretrained' },
      { checkpointId: 'small-fine-tuned' },
    ]);
    writeAll(lastAsked(), () => 'passed');
    await turn();
    expect(evaluation()).toMatchObject({ status: 'done', done: 12 });
    expect(funnels(page.state()).map(({ checkpointId, passes }) => [checkpointId, passes])).toEqual([
      ['small-pretrained', 0],
      ['small-fine-tuned', 6],
    ]);
  });

  it('draws the same tasks for the same seed, others for another', async () => {
    const tasksOfSeed = async (seed: number) => {
      page.actions.editEvaluation({ groups: ['seen'], tasksPerGroup: 5, seed });
      void page.actions.runEvaluation();
      await turn();
      return evaluation().asked?.tasks.map(({ prompt }) => prompt);
    };
    const seven = await tasksOfSeed(7);
    expect(await tasksOfSeed(8)).not.toEqual(seven);
    expect(await tasksOfSeed(7)).toEqual(seven);
  });
});

describe('cancelling an evaluation', () => {
  it('calls off the worker, judges nothing more and keeps what was judged', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    write(lastAsked(), ['passed', 'passed']);
    await turn();
    page.actions.cancelEvaluation();
    expect(evaluation()).toMatchObject({ status: 'cancelled', done: 2, secondsLeft: null });
    expect(page.training.last('cancelGenerate')?.requestId).toBe(lastAsked().requestId);
    write(lastAsked(), ['passed'], 2);
    end(lastAsked());
    await turn();
    expect(page.python.judged).toHaveLength(2);
    expect(evaluation()).toMatchObject({ status: 'cancelled', done: 2 });
  });

  it('leaves the probes of a run to be judged', async () => {
    const runId = await page.startRunning('fineTune');
    page.training.emit(runId, { type: 'probed', probe: { step: 10, programs: [] } });
    page.actions.cancelEvaluation();
    await turn();
    expect(page.record(runId).verdicts).toHaveLength(1);
  });

  it('leaves what is over as it was', () => {
    page.actions.cancelEvaluation();
    expect(evaluation()).toMatchObject({ status: 'idle', sweepStatus: 'idle' });
  });

  it('is what a new evaluation does to the one before', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    const before = lastAsked();
    void page.actions.runEvaluation();
    await turn();
    expect(page.training.last('cancelGenerate')?.requestId).toBe(before.requestId);
    write(before, ['passed']);
    await turn();
    expect(evaluation().programs).toEqual([]);
    expect(evaluation().status).toBe('writing');
  });
});

describe('an evaluation that cannot go on', () => {
  it('says why when the worker refuses', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    const { requestId } = lastAsked();
    page.training.emit('', { type: 'failed', code: 'badCheckpoint', message: 'No model.', requestId });
    await turn();
    expect(evaluation()).toMatchObject({ status: 'failed', failure: 'No model.' });
  });

  it('says why when there is no interpreter, and says nothing about the programs', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    page.python.gate = Promise.reject(new Error('Failed to fetch'));
    page.python.gate.catch(() => undefined);
    writeAll(lastAsked(), () => 'passed');
    await turn();
    expect(evaluation().status).toBe('failed');
    expect(evaluation().failure).toContain('interpreter could not be loaded');
    expect(evaluation().programs.every(({ judgement }) => judgement === null)).toBe(true);
  });

  it('says why when there is no engine', async () => {
    page.training.emit('', { type: 'failed', code: 'noBackend', message: 'No engine.', requestId: null });
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    expect(evaluation()).toMatchObject({ status: 'failed', failure: 'No engine.' });
  });

  it('asks a fresh worker again after a lost context, and counts no program twice', async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    write(lastAsked(), ['passed', 'passed']);
    await turn();
    page.training.emit('', LOST);
    page.training.emit('', READY);
    expect(asked()).toHaveLength(2);
    expect(asked()[1]).toEqual(asked()[0]);
    writeAll(lastAsked(), () => 'passed');
    await turn();
    expect(evaluation()).toMatchObject({ status: 'done', done: 6 });
  });

  it('fails when the model in training is lost: what comes back has other weights', async () => {
    await page.startRunning('fineTune');
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    expect(lastAsked().source).toEqual({ kind: 'live' });
    page.training.emit('', LOST);
    await turn();
    expect(evaluation().status).toBe('failed');
    expect(evaluation().failure).toContain('once more');
  });
});

describe('what an evaluation shows', () => {
  const verdicts: readonly Verdict[] = [
    'passed',
    'wrong answer',
    'parse error',
    'not supported here',
    'runtime error',
    'passed',
  ];

  beforeEach(async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    writeAll(lastAsked(), (i) => verdicts[i] ?? 'timeout');
    await turn();
  });

  it('is a funnel without the programs that are not supported', () => {
    expect(funnels(page.state())).toEqual([
      {
        checkpointId: 'small-fine-tuned',
        asked: 6,
        written: 6,
        judged: 6,
        total: 5,
        parses: 4,
        runs: 3,
        passes: 2,
        unsupported: 1,
      },
    ]);
  });

  it('is a row of answers for each task', () => {
    const rows = taskResults(page.state());
    expect(rows.map(({ programs }) => programs.map(({ sample }) => sample))).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(rows.map(({ counts }) => counts.passes)).toEqual([1, 1]);
  });

  it('is the chance to pass at once, over tasks, and in k attempts where there were k', () => {
    // Task one: 1 of 3 passes. Task two: 1 of the 2 that are supported, too few for k = 3.
    const [rate] = passRates(page.state());
    expect(rate).toMatchObject({ group: 'seen', tasks: 2, k: 3, passAtK: 1 });
    expect(rate?.passAt1).toBeCloseTo((1 / 3 + 1 / 2) / 2);
  });
});

describe('the sweep', () => {
  it('asks the same tasks at every temperature and tells correctness and variety of each', async () => {
    chooseFew();
    void page.actions.runSweep();
    for (const [i] of SWEEP_TEMPERATURES.entries()) {
      await turn();
      expect(evaluation().sweep).toHaveLength(i);
      writeAll(lastAsked(), (index) => (index === 0 ? 'parse error' : index < 3 ? 'passed' : 'wrong answer'));
    }
    await turn();
    expect(evaluation().sweepStatus).toBe('done');
    expect(asked().map(({ settings }) => settings.temperature)).toEqual(SWEEP_TEMPERATURES);
    const [first] = evaluation().sweep;
    // The answers to a task differ in a comment only.
    expect(first).toEqual({ temperature: 0, passed: 2, parsed: 5, distinct: 2, total: 6 });
  });

  it('ends when it is cancelled, with the temperatures it had done', async () => {
    chooseFew();
    void page.actions.runSweep();
    await turn();
    writeAll(lastAsked(), () => 'passed');
    await turn();
    page.actions.cancelEvaluation();
    await turn();
    expect(evaluation().sweepStatus).toBe('cancelled');
    expect(evaluation().sweep.map(({ temperature }) => temperature)).toEqual([0]);
    expect(asked()).toHaveLength(2);
  });
});

describe('the own task', () => {
  it('is answered and judged by the tests the reader wrote', async () => {
    const tests = [
      { call: 'f(1)', expected: '2' },
      { call: ' ', expected: '' },
    ];
    page.actions.editOwnTask({ prompt: 'def f(n):\n', tests, samples: 3 });
    void page.actions.runOwnTask();
    await turn();
    expect(lastAsked().requests).toHaveLength(3);
    writeAll(lastAsked(), (i) => (i === 1 ? 'passed' : 'wrong answer'));
    await turn();
    const { status, programs } = evaluation().ownTask;
    expect(status).toBe('done');
    expect(programs.map(({ judgement }) => judgement?.verdict)).toEqual([
      'wrong answer',
      'passed',
      'wrong answer',
    ]);
    expect(page.python.judged[0]).toMatchObject({ source: 'def f(n): #wrong answer 0', tests: [tests[0]] });
  });

  it.each([
    ['a prompt', { prompt: ' ' }],
    ['a test', { tests: [{ call: 'f(1)', expected: '' }] }],
  ])('is not begun without %s', async (_name, change) => {
    page.actions.editOwnTask(change);
    await page.actions.runOwnTask();
    expect(evaluation().ownTask).toMatchObject({ status: 'failed' });
    expect(asked()).toEqual([]);
  });

  it('forgets what was judged by other tests', async () => {
    void page.actions.runOwnTask();
    await turn();
    const before = lastAsked();
    page.actions.editOwnTask({ samples: 2 });
    writeAll(before, () => 'passed');
    await turn();
    expect(evaluation().ownTask).toMatchObject({ status: 'idle', programs: [], samples: 2 });
  });
});

describe('a program the reader has changed', () => {
  it('is judged like any other', async () => {
    const tests = [{ call: 'f(1)', expected: '1' }];
    const { verdict } = await page.actions.judgeSource('def f(n): return n #passed', tests);
    expect(verdict).toBe('passed');
  });
});

describe('memory or new', () => {
  const snippet = { snippet: 'def f(a):\n    return a', isVerbatim: true, isRenamed: true, similarity: 1 };

  beforeEach(async () => {
    chooseFew();
    void page.actions.runEvaluation();
    await turn();
    writeAll(lastAsked(), () => 'passed');
    await turn();
  });

  it('looks programs up in the snippets that their model has read, once', async () => {
    const ids = evaluation().programs.map(({ id }) => id);
    void page.actions.compareWithTraining(ids.slice(0, 2));
    const sent = page.training.last('compare');
    expect(sent?.seed).toBe(7);
    expect(sent?.programs).toEqual(
      evaluation()
        .programs.slice(0, 2)
        .map(({ source }) => source),
    );
    page.training.emit('', {
      type: 'compared',
      requestId: sent?.requestId ?? '',
      nearest: [snippet, snippet],
    });
    await turn();
    expect(evaluation().nearest).toEqual({ [ids[0] ?? '']: snippet, [ids[1] ?? '']: snippet });
    void page.actions.compareWithTraining(ids.slice(1, 3));
    expect(page.training.last('compare')?.programs).toHaveLength(1);
  });

  it('says so when it fails, and can be asked again', async () => {
    const ids = evaluation().programs.map(({ id }) => id);
    void page.actions.compareWithTraining(ids);
    const requestId = page.training.last('compare')?.requestId ?? '';
    page.training.emit('', { type: 'failed', code: 'internal', message: 'No room.', requestId });
    await turn();
    expect(page.notices().join()).toContain('No room.');
    void page.actions.compareWithTraining(ids);
    expect(page.training.last('compare')?.requestId).not.toBe(requestId);
  });
});
