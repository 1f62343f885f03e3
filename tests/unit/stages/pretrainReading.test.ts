import { describe, expect, it } from 'vitest';
import type { TokenizerFile } from '../../../src/engine/tokenizer/tokenizer';
import { trainTokenizerFile } from '../../../src/engine/tokenizer/train';
import { anyTokenBits } from '../../../src/stages/20-pretrain/anyToken';
import { drawExcerpt } from '../../../src/stages/20-pretrain/excerptTexts';

describe('the excerpt of what it reads', () => {
  it('holds two stories about somebody and one how-to about nobody', () => {
    const nameInside = /[a-z] [A-Z][a-z]/;
    expect(drawExcerpt().map((text) => nameInside.test(text))).toEqual([true, true, false]);
  });
});

describe('a guesser that takes every token for equally likely', () => {
  const noMerges: TokenizerFile = { kind: 'byte-bpe', version: 1, merges: [] };

  it('needs the logarithm of the vocabulary for every byte when a token is a byte', () => {
    expect(anyTokenBits(noMerges, 'any text at all')).toBeCloseTo(Math.log2(257), 10);
  });

  it('needs as much less as tokens are longer', () => {
    const file = trainTokenizerFile(['abab'], 258);
    expect(file.merges).toHaveLength(1);
    expect(anyTokenBits(file, 'ab'.repeat(10))).toBeCloseTo(Math.log2(258) / 2, 10);
  });

  it('does better on our stories with tokens learned from English than with bytes', () => {
    const file = trainTokenizerFile(['Once upon a time, there was a girl. She went to the market.'], 290);
    expect(anyTokenBits(file, null)).toBeLessThan(anyTokenBits(noMerges, null));
  });
});
