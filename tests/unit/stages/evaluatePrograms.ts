import type { EvaluatedProgram } from '../../../src/store/evaluationState';

type Judgement = NonNullable<EvaluatedProgram['judgement']>;

export const TESTS = [
  { call: 'double(2)', expected: '4' },
  { call: 'double(3)', expected: '6' },
];

/** A judgement in which each test gave the value listed for it; null for none. */
export function judgement(
  verdict: Judgement['verdict'],
  values: readonly (string | null)[] = [],
  change: Partial<Judgement> = {},
): Judgement {
  const tests = TESTS.slice(0, values.length).map((test, index) => {
    const actual = values[index] ?? null;
    return { ...test, actual, passed: actual === test.expected };
  });
  return { verdict, tests, output: '', durationMs: 1, ...change };
}

export const PASSED = judgement('passed', ['4', '6']);
export const WRONG = judgement('wrong answer', ['4', '5']);

const PROMPT = '# return twice n\ndef double(n):';

/** An answer of the fine-tuned model to a seen task. */
export function program(change: Partial<EvaluatedProgram> = {}): EvaluatedProgram {
  const text = change.text ?? '\n    return n + 2';
  return {
    id: 'a',
    checkpointId: 'fine-tuned',
    group: 'seen',
    taskId: 'plain/double',
    sample: 0,
    prompt: PROMPT,
    text,
    source: PROMPT + text,
    tests: TESTS,
    judgement: null,
    ...change,
  };
}
