import { beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/protocol/python';
import type { TrainingCommand } from '../../../src/protocol/training';
import { comparisonOf, wordingResults, wordingsStatus } from '../../../src/stages/40-prompt/wordingResults';
import { setUp, settled } from './fakes';

type Evaluate = Extract<TrainingCommand, { type: 'evaluate' }>;

let page: ReturnType<typeof setUp>;
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

const lab = () => page.state().wordings;

async function turn(): Promise<void> {
  await import('../../../src/corpora/code/wordings');
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await settled();
  }
}

function lastAsked(): Evaluate {
  const command = page.training.last('evaluate');
  if (!command) throw new Error('Expected an evaluate command, none was sent');
  return command;
}

async function run(): Promise<Evaluate> {
  void page.actions.runWordings();
  await turn();
  return lastAsked();
}

/** Writes programs with these verdicts, in the order they were asked for. */
function write({ requestId, requests }: Evaluate, verdicts: readonly Verdict[]): void {
  const programs = verdicts.map((verdict, index) => ({ index, text: ` #${verdict}` }));
  page.training.emit('', {
    type: 'evaluatedPrograms',
    requestId,
    programs,
    done: programs.length,
    total: requests.length,
  });
}
async function end({ requestId }: Evaluate): Promise<void> {
  page.training.emit('', { type: 'evaluatedAll', requestId, ended: 'done', durationMs: 5 });
  await turn();
}

describe('what is chosen', () => {
  it('stays in range whatever is typed', () => {
    page.actions.editWordings({ samples: 1e9, own: 'x'.repeat(5000), given: ['nothing', 'nothing'] });
    expect(lab().choice).toMatchObject({ samples: 32, given: ['nothing'] });
    expect(lab().choice.own).toHaveLength(600);
    page.actions.editWordings({ samples: Number.NaN });
    expect(lab().choice.samples).toBe(32);
  });
});

describe('a comparison of wordings', () => {
  it('asks every wording equally often, from exact to vague, with the same draws for each', async () => {
    page.actions.editWordings({ given: ['vagueComment', 'commentAndName'], samples: 3 });
    page.actions.editSettings({ temperature: 0.5, seed: 4 });
    const { requests, settings } = await run();
    expect(requests.map(({ prompt }) => prompt)).toEqual([
      ...Array.from({ length: 3 }, () => expect.stringContaining('def max_of_two(') as string),
      ...Array.from({ length: 3 }, () => '# write a function\ndef f(a, b):'),
    ]);
    const seeds = requests.map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(3);
    expect(seeds.slice(3)).toEqual(seeds.slice(0, 3));
    expect(settings).toMatchObject({ temperature: 0.5, maxNewTokens: 64 });
  });

  it('counts what passes by wording, and says what differs', async () => {
    page.actions.editWordings({ given: ['commentAndName', 'vagueComment'], samples: 8 });
    const command = await run();
    write(command, [
      ...Array.from({ length: 8 }, () => 'passed' as const),
      ...Array.from({ length: 8 }, () => 'wrong answer' as const),
    ]);
    await end(command);
    expect(lab().status).toBe('done');
    const results = wordingResults(lab());
    expect(results.map(({ passed, judged }) => [passed, judged])).toEqual([
      [8, 8],
      [0, 8],
    ]);
    expect(results.map(({ looks }) => looks.length)).toEqual([1, 1]);
    expect(comparisonOf(results, false)).toBe(
      '“comment and name”: 8 of 8 pass. “a vague wish”: 0 of 8 pass. This difference is hardly chance: the words steer.',
    );
  });

  it('does not call a small difference more than chance', async () => {
    page.actions.editWordings({ given: ['commentAndName', 'nameOnly'], samples: 2 });
    const command = await run();
    write(command, ['passed', 'passed', 'passed', 'wrong answer']);
    await end(command);
    expect(comparisonOf(wordingResults(lab()), false)).toContain('may still be chance');
    expect(comparisonOf(wordingResults(lab()), true)).not.toContain('chance');
  });

  it('leaves out of the count what Python cannot run here', async () => {
    page.actions.editWordings({ given: ['nameOnly'], samples: 2 });
    const command = await run();
    write(command, ['passed', 'not supported here']);
    await end(command);
    expect(wordingResults(lab())[0]).toMatchObject({ passed: 1, judged: 1 });
  });

  it('asks the own words too, last, by the tests of the task', async () => {
    page.actions.editWordings({ given: ['nameOnly'], own: 'give the larger number', samples: 1 });
    const { requests } = await run();
    expect(requests.at(-1)?.prompt).toBe('# give the larger number\ndef max_of_two(a, b):');
    expect(lab().asked?.wordings.at(-1)?.tests[0]?.call).toMatch(/^max_of_two\(/);
  });

  it('puts as many solved examples before the request as were wished', async () => {
    page.actions.editWordings({ given: ['nameOnly'], examples: 3, samples: 1 });
    const { requests } = await run();
    expect(requests[0]?.prompt.match(/^def /gm)).toHaveLength(4);
  });

  it.each([
    ['nothing to ask', { given: [], own: ' ' }, 'Choose at least one wording, or write your own.'],
    ['words that cannot be called', { own: 'def larger(a, b, c):' }, 'Your function takes 3 values'],
    ['a task that is gone', { taskId: 'gone' }, 'not here any more'],
  ] as const)('says what is wrong with %s, and asks nothing', async (_, change, sentence) => {
    page.actions.editWordings(change);
    void page.actions.runWordings();
    await turn();
    expect(lab().status).toBe('failed');
    expect(wordingsStatus(lab())).toContain(sentence);
    expect(page.training.types()).not.toContain('evaluate');
  });

  it('keeps what was tested when it is stopped, and hears no more', async () => {
    page.actions.editWordings({ given: ['nameOnly'], samples: 3 });
    const command = await run();
    write(command, ['passed']);
    await turn();
    page.actions.cancelWordings();
    write(command, ['passed', 'passed', 'passed']);
    await turn();
    expect(lab().status).toBe('cancelled');
    expect(wordingResults(lab())[0]).toMatchObject({ passed: 1, judged: 1 });
  });

  it('is not stopped with an evaluation', async () => {
    page.actions.editWordings({ given: ['nameOnly'], samples: 1 });
    const command = await run();
    page.actions.cancelEvaluation();
    write(command, ['passed']);
    await end(command);
    expect(lab().status).toBe('done');
  });

  it('tells on what it was asked, whatever is chosen since', async () => {
    page.actions.editWordings({ given: ['nameOnly'], samples: 1 });
    await run();
    page.actions.selectCheckpoint('small-pretrained');
    page.actions.editWordings({ taskId: 'plain/add', samples: 9 });
    expect(lab().asked).toMatchObject({
      taskId: 'plain/max_of_two',
      checkpointId: 'small-fine-tuned',
      samples: 1,
    });
  });
});
