import { describe, expect, it } from 'vitest';
import {
  ownWording,
  withExamples,
  worded,
  WORDING_IDS,
  wordingTasks,
} from '../../../src/corpora/code/wordings';
import { signatureOf } from '../../../src/corpora/code/testsOfPrompt';
import { wordingProblemText } from '../../../src/store/wordingProblems';

const [first] = wordingTasks();
if (!first) throw new Error('Expected tasks');

describe('the wordings of a task', () => {
  it('are all different, and each begins a function that its tests call', () => {
    for (const task of wordingTasks()) {
      const prompts = WORDING_IDS.map((id) => {
        const { prompt, tests } = worded(task, id);
        const name = signatureOf(prompt)?.name ?? '';
        expect(tests.length, task.id).toBeGreaterThan(0);
        for (const { call } of tests) expect(call, prompt).toContain(`${name}(`);
        return prompt;
      });
      expect(new Set(prompts).size, task.id).toBeGreaterThanOrEqual(WORDING_IDS.length - 1);
    }
  });

  it('have examples before them that are other tasks, one more with each', () => {
    const { prompt } = worded(first, 'nameOnly');
    const [none, one, three] = [0, 1, 3].map((count) => withExamples(prompt, first, count));
    expect(none).toBe(prompt);
    expect(one?.endsWith(`\n\n${prompt}`)).toBe(true);
    expect(three?.startsWith((one ?? '').slice(0, -prompt.length))).toBe(true);
  });
});

describe('own words', () => {
  it('become a comment above the signature of the task, whatever marks they bring', () => {
    for (const own of ['add two numbers', '# add two numbers', '  add two numbers\n\n'])
      expect(ownWording(first, own)).toMatchObject({ ok: true, prompt: '# add two numbers\ndef add(a, b):' });
  });

  it('may begin a function of their own, which the tests then call', () => {
    const own = ownWording(first, 'def plus(x, y):');
    expect(own).toMatchObject({ ok: true, prompt: 'def plus(x, y):' });
    expect(own.ok && own.tests.every(({ call }) => call.startsWith('plus('))).toBe(true);
  });

  it.each([
    ['', { kind: 'empty' }, 'Your own wording is empty. Write it first, or leave it out.'],
    ['   ', { kind: 'empty' }, 'Your own wording is empty. Write it first, or leave it out.'],
    [
      'def (:',
      { kind: 'unreadable', example: 'def add(a, b):' },
      'Your wording begins a function that cannot be read. Write its line as in def add(a, b):',
    ],
    [
      'def plus(x):',
      { kind: 'argumentCount', given: 1, needed: 2, example: 'def add(a, b):' },
      'Your function takes 1 value, but the tests of this task give it 2, as in def add(a, b):',
    ],
  ] as const)('are refused in a sentence when they cannot be tested: %j', (own, problem, sentence) => {
    expect(ownWording(first, own)).toEqual({ ok: false, problem });
    expect(wordingProblemText(problem)).toBe(sentence);
  });
});
