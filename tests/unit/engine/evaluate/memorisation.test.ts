import { describe, expect, it } from 'vitest';
import { codeDocuments } from '../../../../src/corpora/code/snippets';
import { functionBody } from '../../../../src/engine/evaluate/functionBody';
import { TrainingMemory } from '../../../../src/engine/evaluate/memorisation';

const SUM =
  '# add up the numbers\ndef total(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result';
const DOUBLE = '# twice n\ndef double(n):\n    return n * 2';

function remembering(...texts: readonly string[]): TrainingMemory {
  const memory = new TrainingMemory();
  for (const text of texts) memory.add(text);
  return memory;
}

/** Tokens in common in the same order, as a share of all: found by trying, for every token, with and without it. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const known = new Map<number, number>();
  const common = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0;
    const key = i * (b.length + 1) + j;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = a[i] === b[j] ? 1 + common(i + 1, j + 1) : Math.max(common(i + 1, j), common(i, j + 1));
    known.set(key, found);
    return found;
  };
  return (2 * common(0, 0)) / Math.max(1, a.length + b.length);
}

describe('the memory of training texts', () => {
  it('knows a body again under another request and another name, blanks aside', () => {
    const found = remembering(SUM, DOUBLE).nearest('def twice(n):\n    # easy\n    return n*2\n\nprint(1)');
    expect(found).toEqual({ text: DOUBLE, isVerbatim: true, isRenamed: true, similarity: 1 });
  });

  it('tells a body under other names from the same body, and measures how many words differ', () => {
    const found = remembering(SUM, DOUBLE).nearest('def double(number):\n    return number * 2');
    // Four pieces of six are the same: line break, return, *, 2, but not the argument and its use.
    expect(found).toEqual({ text: DOUBLE, isVerbatim: false, isRenamed: true, similarity: 4 / 6 });
  });

  it('picks the closest names among texts that differ in names only', () => {
    const body = (argument: string, value: string) =>
      `def f(${argument}):\n    ${value} = ${argument} + 1\n    return ${value} * ${argument}`;
    const found = remembering(body('a', 'b'), body('n', 'up'), body('n', 'k')).nearest(body('n', 'r'));
    expect(found).toMatchObject({ isVerbatim: false, isRenamed: true });
    expect(found?.text).toBe(body('n', 'up'));
  });

  it('finds the text with the most words in common in the same order', () => {
    const memory = remembering(DOUBLE, SUM, '# n plus one\ndef next_one(n):\n    return n + 1');
    const found = memory.nearest(
      'def total(xs):\n    result = 1\n    for x in xs:\n        result += x\n    return result',
    );
    expect(found).toMatchObject({ text: SUM, isVerbatim: false, isRenamed: false });
    expect(found?.similarity).toBeGreaterThan(0.9);
    expect(found?.similarity).toBeLessThan(1);
  });

  it('tells indentation apart', () => {
    const memory = remembering('def f(n):\n    if n:\n        n = 1\n    return n');
    expect(memory.nearest('def f(n):\n    if n:\n        n = 1\n        return n')?.isVerbatim).toBe(false);
  });

  it('finds what a search through every text finds', () => {
    const documents = codeDocuments({ seed: 'memory', split: 'train' });
    const texts = Array.from({ length: 150 }, () => documents.next().value);
    const memory = remembering(...texts);
    const strangers = codeDocuments({ seed: 'strangers', split: 'val' });
    for (let i = 0; i < 60; i++) {
      const program = strangers.next().value.replace('return', i % 2 ? 'return 1 +' : 'return');
      const wanted = functionBody(program).unnamed;
      const most = Math.max(...texts.map((text) => inOrder(wanted, functionBody(text).unnamed)));
      const found = memory.nearest(program)?.text ?? '';
      expect(inOrder(wanted, functionBody(found).unnamed)).toBe(most);
    }
  });

  it('keeps texts with the same body once, and has nothing to say when it read nothing', () => {
    const memory = remembering(SUM, SUM.replace('total', 'sum_of'), SUM.replaceAll('result', 's'), DOUBLE);
    expect(memory.size).toBe(3);
    expect(memory.familyCount).toBe(2);
    expect(remembering().nearest(SUM)).toBeNull();
  });

  it('takes whatever a model writes', () => {
    const memory = remembering(SUM);
    for (const text of ['', 'def', 'def f(', '\u0000', '# only a comment', 'x'.repeat(5000)]) {
      const similarity = memory.nearest(text)?.similarity ?? NaN;
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }
  });
});
