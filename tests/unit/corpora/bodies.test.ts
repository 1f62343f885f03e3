import { beforeAll, describe, expect, it } from 'vitest';
import { plainChoice, bodyOf, promptOf } from '../../../src/corpora/code/render';
import type { Task } from '../../../src/corpora/code/task';
import { allTasks } from '../../../src/corpora/code/tasks';
import { drawPrompt, drawBody } from '../../../src/corpora/code/prompts';
import { createRandom } from '../../../src/engine/random';
import { startInterpreter, type Judge } from './interpreter';

const NAMES = ['p', 'q', 'r'];

function programs(task: Task): string[] {
  const choice = plainChoice(task, NAMES.slice(0, task.argumentKinds.length));
  return task.bodies.map((body) => promptOf(choice) + bodyOf(body, choice));
}

/** Small mistakes a writer could make: pattern and replacement, applied to one place at a time. */
const MUTATIONS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ \+ /g, () => ' - '],
  [/ - /g, () => ' + '],
  [/ \* /g, () => ' + '],
  [/ \/\/? /g, () => ' * '],
  [/ % /g, () => ' // '],
  [/ \+= /g, () => ' -= '],
  [/ \*= /g, () => ' += '],
  [/ == /g, () => ' != '],
  [/ < /g, () => ' >= '],
  [/ > /g, () => ' <= '],
  [/ < /g, () => ' <= '],
  [/ > /g, () => ' >= '],
  [/ >= /g, () => ' > '],
  [/ <= /g, () => ' < '],
  [/ (?:and|or) /g, (found) => (found === ' and ' ? ' or ' : ' and ')],
  [/True|False/g, (found) => (found === 'True' ? 'False' : 'True')],
  [/\b\d+\b/g, (found) => String(Number(found) + 1)],
];

function mutants(program: string): string[] {
  const start = program.indexOf(':\n') + 1;
  const body = program.slice(start);
  return MUTATIONS.flatMap(([pattern, change]) =>
    [...body.matchAll(pattern)].map(
      (match) =>
        program.slice(0, start + match.index) + change(match[0]) + body.slice(match.index + match[0].length),
    ),
  );
}

describe('the task catalogue under MicroPython', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await startInterpreter();
  });

  it('accepts every reference body of every task', () => {
    const refused = allTasks().flatMap((task) =>
      programs(task)
        .map((program) => ({ program, verdict: judge(program, task.tests) }))
        .filter(({ verdict }) => verdict !== 'pass'),
    );
    expect(refused).toEqual([]);
  });

  it('accepts what the corpus writes, whatever the names, forms and wordings drawn', () => {
    const random = createRandom('names');
    for (let i = 0; i < 3000; i++) {
      const prompt = drawPrompt(random, 'train');
      const program = prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
      expect(judge(program, prompt.tests), program).toBe('pass');
    }
  });

  it('rejects at least 90 % of one-place mutations, and some of every task that has any', () => {
    let rejected = 0;
    let total = 0;
    const blind: string[] = [];
    for (const task of allTasks()) {
      const wrong = programs(task).flatMap(mutants);
      const caught = wrong.filter((program) => judge(program, task.tests) !== 'pass').length;
      if (wrong.length > 0 && caught === 0) blind.push(task.id);
      rejected += caught;
      total += wrong.length;
    }
    expect(blind).toEqual([]);
    expect(total).toBeGreaterThan(1500);
    expect(rejected / total).toBeGreaterThan(0.9);
  });

  it('rejects a body that ignores its arguments, for every task', () => {
    const lazy = [
      'return None',
      'return True',
      'return False',
      'return 0',
      'return ""',
      'return p',
      'return []',
    ];
    const fooled = allTasks().filter((task) => {
      const prompt = promptOf(plainChoice(task, NAMES.slice(0, task.argumentKinds.length)));
      return lazy.some((line) => judge(`${prompt}\n    ${line}`, task.tests) === 'pass');
    });
    expect(fooled).toEqual([]);
  });
});
