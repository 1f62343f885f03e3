import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOwnText } from '../../../../src/engine/data/split';

fc.configureGlobal({ seed: 1 });

describe('splitOwnText', () => {
  it('loses nothing, and leaves something on both sides of any text long enough', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '\r\n', '\n\n', '😀', 'word ');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 600 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (text, fraction) => {
          const { train, val } = splitOwnText(text, fraction);
          expect(train + val).toBe(text);
          if (text.length >= 200) {
            expect(Math.min(train.length, val.length)).toBeGreaterThan(0);
            expect(Math.abs(val.length - fraction * text.length)).toBeLessThan(
              0.5 * fraction * text.length + 2,
            );
          }
        },
      ),
    );
  });

  it('prefers a paragraph to a line, a line to a word, and the nearest of each', () => {
    const block = 'word word word word.';
    const lines = `${`${block}\n`.repeat(90)}${`\n${block}`.repeat(10)}`;
    expect(splitOwnText(lines, 0.1).val).toBe(`${block}\n`.repeat(10).trimEnd());
    const onlyLines = `${block}\n`.repeat(100);
    expect(splitOwnText(onlyLines, 0.1).val).toBe(`${block}\n`.repeat(10));
    expect(splitOwnText('word '.repeat(100), 0.1).val).toBe('word '.repeat(10));
    expect(splitOwnText(`${'a'.repeat(170)}\r\n\r\n${'b'.repeat(40)}`, 0.2).val).toBe('b'.repeat(40));
  });

  it('does not cut an emoji in two', () => {
    for (const length of [100, 101, 102, 103]) {
      const { train, val } = splitOwnText(`${'a'.repeat(length % 2)}${'😀'.repeat(length)}`, 0.1);
      expect(train.isWellFormed?.() ?? !/[\uD800-\uDBFF]$/.test(train)).toBe(true);
      expect(val.startsWith('😀')).toBe(true);
    }
  });

  it('holds out nothing of a tiny text', () => {
    expect(splitOwnText('', 0.1)).toEqual({ train: '', val: '' });
    expect(splitOwnText('a poem', 0.1)).toEqual({ train: 'a poem', val: '' });
  });

  it.each([0, 1, -1, NaN])('refuses to hold out %s', (fraction) => {
    expect(() => splitOwnText('text', fraction)).toThrow(RangeError);
  });
});
