import { describe, expect, it } from 'vitest';
import { codeDocuments } from '../../../../src/corpora/code/snippets';
import { functionBody } from '../../../../src/engine/evaluate/functionBody';
import { distinctPrograms } from '../../../../src/engine/evaluate/variety';

const DOUBLE = 'def double(n):\n    return n * 2';

describe('distinctPrograms', () => {
  it('counts programs that differ in names, blanks or comments once', () => {
    const spellings = [DOUBLE, 'def double(n):\n  return n*2  # twice', 'def twice(x):\n    return x * 2'];
    expect(distinctPrograms(spellings)).toBe(1);
    expect(distinctPrograms([...spellings, 'def double(n):\n    return n + n'])).toBe(2);
    expect(distinctPrograms([])).toBe(0);
  });

  it('does not take what is written below the function for variety', () => {
    expect(distinctPrograms([DOUBLE, `${DOUBLE}\n\ndef other(a):\n    return a`])).toBe(1);
  });

  it('counts broken programs like any other', () => {
    expect(distinctPrograms(['def f(n):\n    return n *', 'def f(m):\n    return m *', 'def f(n):'])).toBe(2);
  });

  it('counts as many as comparing every program with every other finds', () => {
    const documents = codeDocuments({ seed: 'variety', split: 'train' });
    const programs = Array.from({ length: 300 }, () => documents.next().value);
    const isSame = (one: string, other: string): boolean => {
      const [a, b] = [functionBody(one).unnamed, functionBody(other).unnamed];
      return a.length === b.length && a.every((token, i) => token === b[i]);
    };
    const first = programs.filter(
      (program, i) => !programs.slice(0, i).some((before) => isSame(before, program)),
    );
    expect(distinctPrograms(programs)).toBe(first.length);
    expect(first.length).toBeGreaterThan(50);
    expect(first.length).toBeLessThan(250);
  });
});
