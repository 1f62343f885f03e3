import { describe, expect, it } from 'vitest';
import { sweepPoint } from '../../../src/store/sweep';
import { judgement, PASSED, program, WRONG } from '../stages/evaluatePrograms';

const answer = (taskId: string, source: string, judged = PASSED) =>
  program({ taskId, source, judgement: judged });
const distinctOf = (...programs: readonly ReturnType<typeof answer>[]): number =>
  sweepPoint(0.5, programs).distinct;

describe('a temperature of the sweep', () => {
  it('counts answers that differ in blanks, comments or names only as one', () => {
    expect(
      distinctOf(
        answer('double', '# twice n\ndef double(n):\n    return n * 2'),
        answer('double', 'def double(n):\n  return n*2'),
        answer('double', 'def twice(x):\n    return x * 2  # done'),
        answer('double', 'def double(n):\n    return n + n'),
      ),
    ).toBe(2);
  });

  it('counts the same program once for each task it answers', () => {
    const source = 'def f(n):\n    return n';
    expect(distinctOf(answer('a', source), answer('a', source), answer('b', source))).toBe(2);
  });

  it('leaves out what is not judged and what is not supported here', () => {
    const point = sweepPoint(0.5, [
      answer('a', 'def f(n):\n    return n', WRONG),
      answer('a', 'def f(n):\n    return n + 1', judgement('not supported here')),
      program({ taskId: 'a', source: 'def f(n):\n    return n + 2' }),
    ]);
    expect(point).toEqual({ temperature: 0.5, passed: 0, parsed: 1, distinct: 1, total: 1 });
  });
});
