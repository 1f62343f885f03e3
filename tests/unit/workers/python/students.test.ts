import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPrograms, SUITE } from '../../../../scripts/pythonSuite.mjs';
import { startJudge } from './sandboxInNode';

interface Recorded {
  readonly timeout?: true;
  readonly stdout?: string;
  readonly error?: { readonly type: string; readonly line: number; readonly message: string } | null;
}

const { programs: recorded } = JSON.parse(readFileSync(`${SUITE}/expected.json`, 'utf8')) as {
  programs: Record<string, Recorded>;
};

const SYNTAX = ['SyntaxError', 'IndentationError', 'TabError'];

/** What CPython did, told as the sandbox tells it. */
function expectationOf({ timeout, stdout, error }: Recorded): object {
  if (timeout) return { verdict: 'timeout' };
  if (!error) return { verdict: 'passed', output: stdout };
  const verdict = SYNTAX.includes(error.type) ? 'parse error' : 'runtime error';
  return { verdict, type: error.type, line: error.line, output: stdout };
}

describe('programs as students write them', () => {
  const judge = startJudge();
  const programs = readPrograms();
  const results = programs.map(({ name, source }) => {
    const { verdict, message = '', reason, line, output } = judge(source);
    const expected = recorded[name];
    if (!expected) throw new Error(`${name} is not recorded: run npm run record:python`);
    const type = message.split(':')[0];
    const actual = {
      timeout: { verdict },
      passed: { verdict, output },
      'wrong answer': { verdict, output },
      'parse error': { verdict, type, line, output },
      'runtime error': { verdict, type, line, output },
      'not supported here': { verdict, output },
    }[verdict];
    return { name, verdict, message, reason, actual, expected };
  });

  it('are at least 220, and recorded whole', () => {
    expect(programs.length).toBeGreaterThanOrEqual(220);
    expect(Object.keys(recorded).sort()).toEqual(programs.map(({ name }) => name).sort());
  });

  it('end in the verdict, type of error, line and output of CPython, unless they are refused', () => {
    const judged = results.filter(({ verdict }) => verdict !== 'not supported here');
    for (const { name, actual, expected } of judged) expect(actual, name).toEqual(expectationOf(expected));
    expect(judged.length).toBeGreaterThan(200);
  });

  it('are refused in at most one of ten', () => {
    const refused = results.filter(({ verdict }) => verdict === 'not supported here');
    console.log(`${refused.length} of ${results.length} not supported here`);
    expect(refused.length / results.length).toBeLessThanOrEqual(0.1);
    // By the name of what the sandbox lacks, or by a reason; never by both, and never without.
    for (const { name, message, reason } of refused) expect(message === '', name).toBe(reason !== undefined);
  });

  it('that make a mistake are told it in the words of CPython, nearly always', () => {
    const mistakes = results.filter(
      ({ expected, verdict }) => expected.error && verdict !== 'not supported here',
    );
    const other = mistakes.filter(({ message, expected }) => {
      const words = expected.error?.message ?? '';
      return message !== (words === '' ? expected.error?.type : `${expected.error?.type}: ${words}`);
    });
    expect(other.length / mistakes.length).toBeLessThan(0.1);
  });
});
