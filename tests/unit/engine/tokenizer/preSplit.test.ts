import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PIECE_BYTES, preSplit } from '../../../../src/engine/tokenizer/preSplit';

fc.configureGlobal({ seed: 1 });

describe('preSplit', () => {
  it.each([
    ['two words', ['two', ' words']],
    ['def f(n):\n    return n', ['def', ' f', '(', 'n', '):', '\n    ', 'return', ' n']],
    ['a\n\n  b', ['a', '\n', '\n  ', 'b']],
    ['x = 120', ['x', ' =', ' 1', '2', '0']],
    ['\tif a:\r\n', ['\t', 'if', ' a', ':', '\r', '\n']],
    ['naïve Größe', ['naïve', ' Größe']],
    ['नमस्ते دنیا', ['नमस्ते', ' دنیا']],
    ['two  spaces', ['two', ' ', ' spaces']],
    ['ok 👍🏽!', ['ok', ' 👍🏽!']],
    ['', []],
  ])('cuts %j where tokens may end', (text, pieces) => {
    expect([...preSplit(text)]).toEqual(pieces);
  });

  it('loses nothing of any text, lone surrogates and NUL included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
        (text) => {
          expect([...preSplit(text)].join('')).toBe(text);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('\n', ' ', 'a', '1', '.', '\0', '\ud800', '\udc00', '\ufeff', '́'),
        }),
        (text) => {
          expect([...preSplit(text)].join('')).toBe(text);
        },
      ),
    );
  });

  it('keeps pieces short, however long a word, an indentation or a row of signs is', () => {
    for (const unit of ['a', '\n ', ' ', '-', '字', '😀']) {
      const text = unit.repeat(500) + ' '.repeat(500);
      const lengths = Array.from(preSplit(text), (piece) => new TextEncoder().encode(piece).length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_PIECE_BYTES);
    }
  });
});
