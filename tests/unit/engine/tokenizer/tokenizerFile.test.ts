import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import {
  MAX_VOCAB_SIZE,
  parseTokenizerFile,
  truncateTokenizer,
} from '../../../../src/engine/tokenizer/tokenizerFile';
import { trainTokenizerFile } from '../../../../src/engine/tokenizer/train';
import { englishLike } from './sampleTexts';

const fileWith = (merges: unknown): unknown => ({ kind: 'byte-bpe', version: 1, merges });
const doubling = Array.from({ length: 20 }, (_, i) => (i === 0 ? [97, 97] : [256 + i, 256 + i]));

describe('parseTokenizerFile', () => {
  it('reads back what training wrote, through JSON', () => {
    const file = trainTokenizerFile([englishLike(1, 200)], 400);
    expect(parseTokenizerFile(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  it('drops what is no part of a tokenizer', () => {
    expect(parseTokenizerFile({ kind: 'byte-bpe', version: 1, merges: [], extra: 1 })).toEqual(fileWith([]));
  });

  it.each([
    ['nothing', null, /kind/],
    ['text', 'byte-bpe', /kind/],
    ['another kind', { kind: 'word', version: 1, merges: [] }, /kind/],
    ['a later version', { kind: 'byte-bpe', version: 2, merges: [] }, /version 1/],
    ['no merges', fileWith(undefined), /list of at most/],
    ['too many merges', fileWith(new Array(MAX_VOCAB_SIZE).fill([97, 97])), /list of at most/],
    ['a merge that is no pair', fileWith([[97, 98, 99]]), /Merge 0 must be a pair/],
    ['a merge of texts', fileWith([['a', 'b']]), /Merge 0 must be a pair/],
    ['a merge with a later token', fileWith([[97, 258]]), /known before it/],
    ['a merge with itself', fileWith([[257, 97]]), /known before it/],
    ['a merge over end-of-text', fileWith([[97, 256]]), /known before it/],
    ['a fraction', fileWith([[97, 98.5]]), /known before it/],
    ['a negative id', fileWith([[-1, 97]]), /known before it/],
    [
      'a repeated merge',
      fileWith([
        [97, 98],
        [97, 98],
      ]),
      /repeats/,
    ],
    ['tokens that double without end', fileWith(doubling), /the most is/],
  ])('refuses %s', (_what, value, message) => {
    expect(() => parseTokenizerFile(value)).toThrow(RangeError);
    expect(() => parseTokenizerFile(value)).toThrow(message);
  });

  it('either refuses with a RangeError or returns a tokenizer that works, whatever comes', () => {
    const id = fc.oneof(fc.integer({ min: 0, max: 262 }), fc.constantFrom(-1, 0.5, NaN, '97', null));
    const merges = fc.array(fc.oneof(fc.tuple(id, id), fc.anything()), { maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), merges.map(fileWith)), (value) => {
        try {
          const tokenizer = createTokenizer(parseTokenizerFile(value));
          expect(tokenizer.decode(tokenizer.encode('aé the'))).toBe('aé the');
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('truncateTokenizer', () => {
  it('refuses a size without room for the bytes', () => {
    expect(() => truncateTokenizer({ kind: 'byte-bpe', version: 1, merges: [] }, 256)).toThrow(RangeError);
  });
});
