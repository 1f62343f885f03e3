import { describe, expect, it } from 'vitest';
import { commentsOf } from '../../../src/corpora/code/prompts';
import { plainChoice, promptOf } from '../../../src/corpora/code/render';
import { allTasks, findTask } from '../../../src/corpora/code/tasks';
import { signatureOf, testsOfPrompt } from '../../../src/corpora/code/testsOfPrompt';
import { EXAMPLE_PROMPTS } from '../../../src/corpora/examplePrompts';

const calls = (prompt: string): readonly string[] | undefined =>
  testsOfPrompt(prompt)?.map(({ call }) => call);

describe('the function a prompt begins', () => {
  it.each([
    ['def f(n):', 'f', ['n']],
    ['# add\ndef add( a ,b ) :', 'add', ['a', 'b']],
    ['def f():\n    """Say hello."""', 'f', []],
    ['def first(x):\n    return x\n\ndef second(y):', 'second', ['y']],
  ])('is the last one: %j', (prompt, name, argumentNames) => {
    expect(signatureOf(prompt)).toEqual({ name, argumentNames });
  });

  it.each(['', 'Once upon a time', 'define f(n):', 'def f(n)', '    def f(n):', 'def 9f(n):'])(
    'is none where none is begun: %j',
    (prompt) => {
      expect(signatureOf(prompt)).toBeNull();
    },
  );
});

describe('the tests for a request', () => {
  it('are those of the task of every example', () => {
    for (const { prompt, taskId, functionName } of EXAMPLE_PROMPTS.filter((example) => example.taskId)) {
      expect(calls(prompt)?.[0], prompt).toMatch(new RegExp(`^${functionName}\\(`));
      expect(testsOfPrompt(prompt)?.map(({ expected }) => expected)).toEqual(
        findTask(taskId ?? '')?.tests.map(({ expected }) => expected),
      );
    }
  });

  it('are found by words, in a comment or a docstring, whatever the function is called', () => {
    for (const id of [
      'plain/factorial',
      'plain/is_palindrome',
      'pipe/sum/square/even',
      'plain/reverse_string',
    ]) {
      const task = findTask(id);
      if (!task) throw new Error(`no task ${id}`);
      const choice = plainChoice(task, ['abc', 'xyz'].slice(0, task.argumentKinds.length));
      const expected = task.tests.map((test) => test.expected);
      for (const form of ['comment', 'docstring'] as const)
        for (const comment of [choice.comment, ...commentsOf(task, 'newWording')]) {
          const prompt = promptOf({ ...choice, form, comment, functionName: 'thing' });
          expect(
            testsOfPrompt(prompt)?.map((test) => test.expected),
            prompt,
          ).toEqual(expected);
          expect(calls(prompt)?.every((call) => call.startsWith('thing('))).toBe(true);
        }
    }
  });

  it('are found by a name that says the task', () => {
    expect(calls('def factorial(k):')?.[0]).toMatch(/^factorial\(/);
    expect(calls('def is_even(value):')?.[0]).toMatch(/^is_even\(/);
  });

  it('are none for a wish nobody has tests for, whatever the function is called', () => {
    expect(testsOfPrompt('def launch_rocket(n):')).toBeNull();
    expect(testsOfPrompt('# write a function\ndef f(n):')).toBeNull();
    expect(testsOfPrompt('# bake a cake\ndef factorial(n):')).toBeNull();
    expect(testsOfPrompt('def factorial(n, m):')).toBeNull();
    expect(testsOfPrompt('Nora found a kite.')).toBeNull();
  });

  it.each(['\n\n', '\n'])('are those of the last request when examples stand before it, after %j', (gap) => {
    const solved = '# return the square of n\ndef square(n):\n    return n * n';
    const even = findTask('plain/is_even')?.tests.map((test) => test.expected);
    const asked = (request: string) => testsOfPrompt(solved + gap + request)?.map((test) => test.expected);
    expect(asked('# check if n is even\ndef check(n):')).toEqual(even);
    expect(asked('def is_even(n):')).toEqual(even);
    expect(asked('# bake a cake\ndef cake(n):')).toBeUndefined();
  });

  it('do not judge what asks for more than the words they are found by', () => {
    const sum = '# return the sum of a and b';
    expect(testsOfPrompt(`${sum}\ndef add(a, b):`)).not.toBeNull();
    expect(testsOfPrompt(`# Please return the sum of a and b!\ndef add(a, b):`)).not.toBeNull();
    expect(testsOfPrompt(`${sum} times two\ndef add(a, b):`)).toBeNull();
    expect(testsOfPrompt(`# do not ${sum.slice(2)}\ndef add(a, b):`)).toBeNull();
    expect(testsOfPrompt(`${sum}\ndef add(a, b):\n    """Return twice the sum."""`)).toBeNull();
  });

  it('are its own for every wording of every task', () => {
    const asked = allTasks().flatMap((task) => {
      const choice = plainChoice(task, ['numbers', 'b', 'c'].slice(0, task.argumentKinds.length));
      return task.comments.map((comment) => ({ task, prompt: promptOf({ ...choice, comment }) }));
    });
    expect(asked.length).toBeGreaterThan(3000);
    const isOwn = ({ task, prompt }: (typeof asked)[number]): boolean =>
      testsOfPrompt(prompt)?.every(({ call }, i) => call === task.tests[i]?.call) ?? false;
    expect(asked.filter((one) => !isOwn(one)).map(({ prompt }) => prompt)).toEqual([]);
  });

  it.each([
    ['null bytes', `${'\u0000'.repeat(99_000)}\ndef f(n):`],
    ['a lone surrogate', '\ud83e def f('],
    ['ten thousand functions', 'def f(n):\n'.repeat(10_000)],
    ['empty lines', `${'\n '.repeat(49_000)}def f(n):`],
    ['empty comments', `${'#\n'.repeat(49_000)}def f(n):`],
    ['a long comment', `# ${'return the sum of '.repeat(5_500)}\ndef f(n):`],
    ['a docstring without an end', `def f(n):\n    ${'"'.repeat(99_000)}`],
    ['fifty thousand arguments', `def f(${'a,'.repeat(49_000)}):`],
    ['arguments called as nothing should be', 'def __proto__($&, $a, constructor):'],
    ['arguments called as local variables are', '# count the x\ndef x(y, z, u):'],
  ])('are none, and nothing breaks, for %s', (_, prompt) => {
    expect(testsOfPrompt(prompt)).toBeNull();
  });
});
