import { beforeAll, describe, expect, it } from 'vitest';
import type { ArgumentKind, Task, TaskTest } from '../../../src/corpora/code/task';
import { allTasks } from '../../../src/corpora/code/tasks';
import { createRandom, type Random } from '../../../src/engine/random';
import { EQUIVALENCE_REASONS, whyEquivalent } from './equivalent';
import { startInterpreter, type Judge } from './interpreter';
import { mutantsOf, referencePrograms, type Mutant } from './mutants';

const MUTANTS = allTasks().flatMap(mutantsOf);
const WRONG = MUTANTS.filter((mutant) => whyEquivalent(mutant) === undefined);
const EQUIVALENT = MUTANTS.filter((mutant) => whyEquivalent(mutant) !== undefined);

const describeMutant = ({ task, fault, change }: Mutant): string => `${task.id} (${fault}): ${change}`;

/** Tests that compare with the reference, on arguments for which it has an answer. */
function comparisons(random: Random, task: Task): TaskTest[] {
  return Array.from({ length: 200 }, () => {
    const args = task.argumentKinds.map((kind) => drawArgument(random, kind)).join(', ');
    return { call: `${task.functionName}(${args})`, expected: `reference(${args})` };
  });
}

const drawNumber = (random: Random): number => (1 + random.int(30)) * (random.next() < 0.5 ? -1 : 1);

/** A number other than 0, or a list that holds a positive and a negative number and often 0. */
function drawArgument(random: Random, kind: ArgumentKind): string {
  if (kind === 'number') return String(drawNumber(random));
  const more = Array.from({ length: random.int(5) }, () => random.int(7) - 3);
  return `[${random.shuffle([1 + random.int(9), -1 - random.int(9), ...more]).join(', ')}]`;
}

/** The reference under the name `reference`, and the mutant after it. */
function besideReference({ task, original, program }: Mutant): string {
  return `${original.replaceAll(`${task.functionName}(`, 'reference(')}\n\n${program}`;
}

describe('the tests of the tasks', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await startInterpreter();
  });

  it('reject at least 99 % of all mutants: every task, every kind of fault', () => {
    const survivors = WRONG.filter(({ program, task }) => judge(program, task.tests) === 'pass');
    const share = 1 - survivors.length / WRONG.length;
    console.log(
      `${WRONG.length} mutants, ${(100 * share).toFixed(2)} % rejected, ${survivors.length} survive`,
    );
    for (const mutant of survivors) console.log(`  ${describeMutant(mutant)}`);
    expect(WRONG.length).toBeGreaterThan(5000);
    expect(new Set(WRONG.map(({ task }) => task.id)).size).toBe(allTasks().length);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });

  it('reject at least 95 % of each kind of fault among 400 mutants drawn from a seed', () => {
    const drawn = createRandom('mutants').shuffle(WRONG).slice(0, 400);
    for (const fault of ['off by one', 'wrong operator', 'missing part', 'swapped'] as const) {
      const some = drawn.filter((mutant) => mutant.fault === fault);
      const caught = some.filter(({ program, task }) => judge(program, task.tests) !== 'pass').length;
      expect(some.length, fault).toBeGreaterThan(15);
      expect(caught / some.length, fault).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('reject by more than a look: most mutants run and answer wrongly instead of breaking off', () => {
    const verdicts = WRONG.map(({ program, task }) => judge(program, task.tests));
    expect(verdicts.filter((verdict) => verdict.includes('SyntaxError'))).toEqual([]);
    expect(verdicts.filter((verdict) => verdict === 'wrong').length / verdicts.length).toBeGreaterThan(0.75);
  });

  it('reject the right answer to another task, unless both ask for the same', () => {
    const answers = allTasks().map((task) => ({
      task,
      kinds: task.argumentKinds.map(placeOf).join(' '),
      prompt: referencePrograms(task).prompt,
      habit: referencePrograms(task).bodies[0] ?? '',
      results: new Map(
        task.tests.map(({ call, expected }) => [call.slice(task.functionName.length), expected]),
      ),
    }));
    const confused = answers.flatMap(({ task, kinds, prompt, results }) =>
      answers
        .filter((other) => other.task !== task && other.kinds === kinds)
        .filter((other) => agree(results, other.results))
        .filter((other) => {
          const body = other.habit.replaceAll(`${other.task.functionName}(`, `${task.functionName}(`);
          return judge(prompt + body, task.tests) === 'pass';
        })
        .map((other) => `${task.id} = ${other.task.id}`),
    );
    expect(confused.filter((pair) => !SAME_QUESTION.some((pattern) => pattern.test(pair)))).toEqual([]);
  });
});

/** Whether two tasks want the same wherever their tests ask about the same arguments. */
function agree(results: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return [...results].every(([args, expected]) => (others.get(args) ?? expected) === expected);
}

/** What an argument is in Python. */
function placeOf(kind: ArgumentKind): 'list' | 'text' | 'number' {
  if (kind === 'list' || kind === 'words') return 'list';
  return kind === 'text' || kind === 'person' || kind === 'letter' ? 'text' : 'number';
}

/** Pairs of tasks with one meaning. "Small below 3, else big" is "big from 3 on, else small". */
const SAME_QUESTION = [
  /^plain\/(minutes_to_seconds = plain\/hours_to_minutes|hours_to_minutes = plain\/minutes_to_seconds)$/,
  /^plain\/(multiply = plain\/rectangle_area|rectangle_area = plain\/multiply)$/,
  /^pipe\/max\/(id|double|cube)\/positive = pipe\/max\/\1\/all$/,
  /^condition\/less\/(.+) = condition\/least\/\1$/,
  /^condition\/least\/(.+) = condition\/less\/\1$/,
];

describe('the mutants set aside as equivalent', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await startInterpreter();
  });

  it('are few, and every reason is needed', () => {
    expect(EQUIVALENT.length).toBeLessThan(0.01 * MUTANTS.length);
    expect(new Set(EQUIVALENT.map(whyEquivalent))).toEqual(new Set(EQUIVALENCE_REASONS));
  });

  it('answer as the reference does, to the tests and to 200 drawn arguments each', () => {
    const random = createRandom('equivalent');
    const different = EQUIVALENT.filter((mutant) => {
      const tests = [...mutant.task.tests, ...comparisons(random, mutant.task)];
      return judge(besideReference(mutant), tests) !== 'pass';
    });
    expect(different.map(describeMutant)).toEqual([]);
  });

  it('are told from wrong ones by such a comparison', () => {
    const random = createRandom('wrong');
    const numeric = WRONG.filter(({ task }) => /^(pipe\/sum|constant)/.test(task.id));
    const told = numeric.filter(
      (mutant) => judge(besideReference(mutant), comparisons(random, mutant.task)) !== 'pass',
    );
    expect(numeric.length).toBeGreaterThan(500);
    expect(told.length).toBe(numeric.length);
  });
});
