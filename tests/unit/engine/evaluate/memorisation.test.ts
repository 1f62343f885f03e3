import { describe, expect, it } from 'vitest';
import { TrainingMemory } from '../../../../src/engine/evaluate/memorisation';

const SUM =
  '# add up the numbers\ndef total(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result';
const DOUBLE = '# twice n\ndef double(n):\n    return n * 2';

function remembering(...texts: readonly string[]): TrainingMemory {
  const memory = new TrainingMemory();
  for (const text of texts) memory.add(text);
  return memory;
}

describe('the memory of training texts', () => {
  it('knows a body again under another request and another name, blanks aside', () => {
    const found = remembering(SUM, DOUBLE).nearest('def twice(n):\n    # easy\n    return n*2\n\nprint(1)');
    expect(found).toEqual({ text: DOUBLE, isVerbatim: true, similarity: 1 });
  });

  it('calls a body with other arguments no memory, but finds what it was made after', () => {
    const found = remembering(SUM, DOUBLE).nearest('def double(number):\n    return number * 2');
    expect(found).toMatchObject({ text: DOUBLE, isVerbatim: false });
    expect(found?.similarity).toBeCloseTo(4 / 5, 5); // all but `number` of the five pieces: line break, return, n, *, 2
  });

  it('finds the text with the most words in common in the same order', () => {
    const memory = remembering(DOUBLE, SUM, '# n plus one\ndef next_one(n):\n    return n + 1');
    const found = memory.nearest(
      'def total(xs):\n    result = 1\n    for x in xs:\n        result += x\n    return result',
    );
    expect(found).toMatchObject({ text: SUM, isVerbatim: false });
    expect(found?.similarity).toBeGreaterThan(0.9);
    expect(found?.similarity).toBeLessThan(1);
  });

  it('tells indentation apart', () => {
    const memory = remembering('def f(n):\n    if n:\n        n = 1\n    return n');
    expect(memory.nearest('def f(n):\n    if n:\n        n = 1\n        return n')?.isVerbatim).toBe(false);
  });

  it('keeps texts with the same body once, and has nothing to say when it read nothing', () => {
    expect(remembering(SUM, SUM.replace('total', 'sum_of'), DOUBLE).size).toBe(2);
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
