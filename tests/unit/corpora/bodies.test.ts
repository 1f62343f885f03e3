import { beforeAll, describe, expect, it } from 'vitest';
import { plainChoice, bodyOf, promptOf } from '../../../src/corpora/code/render';
import type { ArgumentKind, Task } from '../../../src/corpora/code/task';
import { allTasks } from '../../../src/corpora/code/tasks';
import { drawPrompt, drawBody } from '../../../src/corpora/code/prompts';
import { createRandom } from '../../../src/engine/random';
import { startInterpreter, type Judge } from './interpreter';

const NAMES = ['p', 'q', 'r'];

/** The empty value of what can be empty. */
const EMPTY: Partial<Record<ArgumentKind, string>> = { list: '[]', words: '[]', text: '""', person: '""' };

function programs(task: Task): string[] {
  const choice = plainChoice(task, NAMES.slice(0, task.argumentKinds.length));
  return task.bodies.map((body) => promptOf(choice) + bodyOf(body, choice));
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

  it('asks every task about the empty list or text, unless the reference has no answer to it', () => {
    const silent = allTasks().filter((task) => {
      const [kind] = task.argumentKinds;
      const empty = EMPTY[kind ?? 'number'];
      if (empty === undefined || task.tests.some(({ call }) => call.includes(`(${empty}`))) return false;
      const rest = task.argumentKinds.slice(1).map((other) => EMPTY[other] ?? '1');
      const call = `${task.functionName}(${[empty, ...rest].join(', ')})`;
      return programs(task).every(
        (program) => !judge(program, [{ call, expected: '0' }]).startsWith('error'),
      );
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('asks every task about a list of numbers of which one comes twice, one is negative and one alone', () => {
    const uneven = allTasks().filter((task) => {
      if (!task.argumentKinds.includes('list')) return false;
      const lists = task.tests.flatMap(({ call }) =>
        [...call.matchAll(/\[([^\]]+)\]/g)].map(([, items = '']) => items.split(', ')),
      );
      const twice = lists.some((items) => new Set(items).size < items.length);
      const negative = lists.some((items) => items.some((item) => item.startsWith('-')));
      const alone = lists.some((items) => items.length === 1);
      return !(twice && negative && (alone || task.id === 'plain/second_largest'));
    });
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });

  it('accepts what the corpus writes, whatever the names, forms and wordings drawn', () => {
    const random = createRandom('names');
    for (let i = 0; i < 3000; i++) {
      const prompt = drawPrompt(random, 'train');
      const program = prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
      expect(judge(program, prompt.tests), program).toBe('pass');
    }
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
