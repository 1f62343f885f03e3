import { describe, expect, it } from 'vitest';
import { PYTHON_PROTOCOL_VERSION, type JudgeReason } from '../../../../src/protocol/python';
import { isAnswer } from '../../../../src/workers/python/door';

const answer = (reason: unknown) => ({
  protocol: PYTHON_PROTOCOL_VERSION,
  type: 'judged',
  id: 1,
  result: { verdict: 'timeout', reason, tests: [], output: '', durationMs: 1 },
  healthy: true,
});

const REASONS: readonly JudgeReason[] = [
  { kind: 'steps', limit: 5 },
  { kind: 'seconds', limit: 1.5 },
  { kind: 'emptyFunction', name: 'f' },
  { kind: 'emptyProgram' },
  { kind: 'chance' },
  { kind: 'depth' },
  { kind: 'fell', detail: 'no report' },
];

describe('the reason in an answer of the sandbox', () => {
  it.each(REASONS)('is let in: $kind', (reason) => {
    expect(isAnswer(answer(reason))).toBe(true);
  });

  it('may be absent', () => {
    expect(isAnswer(answer(undefined))).toBe(true);
  });

  it.each([
    ['a text', 'stopped'],
    ['nothing', null],
    ['of no kind that is known', { kind: 'toString' }],
    ['without its number', { kind: 'steps' }],
    ['with a text for a number', { kind: 'seconds', limit: '2' }],
    ['with an object for a name', { kind: 'emptyFunction', name: { toString: 'f' } }],
  ])('keeps the answer out when it is %s', (_, reason) => {
    expect(isAnswer(answer(reason))).toBe(false);
  });
});
