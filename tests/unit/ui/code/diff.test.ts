import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPart, charactersChanged, lineDiff } from '../../../../src/ui/code/diff';

const program = fc
  .array(fc.constantFrom('def f(n):', '    return n', '    return 0', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** The definition, in exponential time. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distance(restA, restB);
  return 1 + Math.min(distance(restA, b), distance(a, restB), distance(restA, restB));
}

describe('lineDiff', () => {
  it('is both texts at once, whatever they are', () => {
    fc.assert(
      fc.property(program, program, (before, after) => {
        const lines = lineDiff(before, after);
        const without = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map(({ text }) => text)
            .join('\n');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('finds the one line that was changed', () => {
    expect(lineDiff('def f(n):\n    return n\n# end', 'def f(n):\n    return -n\n# end')).toEqual([
      { kind: 'same', text: 'def f(n):' },
      { kind: 'removed', text: '    return n' },
      { kind: 'added', text: '    return -n' },
      { kind: 'same', text: '# end' },
    ]);
  });

  it('keeps the lines that two texts share in order, and only the fewest others', () => {
    const lines = lineDiff('a\nb\nc\nd', 'b\nx\nd');
    expect(lines.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(['b', 'd']);
    expect(lines).toHaveLength(5);
  });
});

describe('charactersChanged', () => {
  it('equals the definition on short texts', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(charactersChanged(a, b)).toBe(distance(a, b));
      }),
    );
  });

  it('counts a sign that was turned round as one', () => {
    expect(charactersChanged('    return a < b', '    return a > b')).toBe(1);
  });
});

describe('changedPart', () => {
  it('counts no character both at the beginning and at the end', () => {
    expect(changedPart('aaa', 'aa')).toEqual(['aa', 'a', '']);
    expect(changedPart('return n', 'return -n')).toEqual(['return ', '', 'n']);
  });
});
