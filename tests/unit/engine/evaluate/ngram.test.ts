import { describe, expect, it } from 'vitest';
import { ngramBaselines } from '../../../../src/engine/evaluate/ngram';
import { createRandom } from '../../../../src/engine/random';
import { englishLike, manyWords } from '../tokenizer/sampleTexts';

describe('ngramBaselines', () => {
  it('gets better with every byte of context on English-like text', () => {
    const { uniform, unigram, bigram, fourGram } = ngramBaselines(englishLike(1, 2000), englishLike(2, 200));
    expect(uniform).toBeGreaterThan(unigram + 0.3);
    expect(unigram).toBeGreaterThan(bigram + 0.3);
    expect(bigram).toBeGreaterThan(fourGram + 0.3);
  });

  it('gains nothing from context where there is nothing to know', () => {
    const random = createRandom('noise');
    const noise = (length: number): string =>
      Array.from({ length }, () => random.pick([...'abcdefgh'])).join('');
    const { uniform, unigram, fourGram } = ngramBaselines(noise(20_000), noise(5000));
    expect(uniform).toBeCloseTo(3, 10);
    expect(unigram).toBeCloseTo(3, 1);
    expect(fourGram).toBeGreaterThan(2.95);
  });

  it('agrees with counting by hand', () => {
    // Train "aab": a twice, b once, 2 kinds: p(b) = (1 + 2 * 1/2) / (3 + 2) = 2/5.
    const { uniform, unigram, bigram, fourGram } = ngramBaselines('aab', 'ab');
    const [pA, pB] = [3 / 5, 2 / 5];
    expect(uniform).toBe(1);
    expect(unigram).toBeCloseTo(-(Math.log2(pA) + Math.log2(pB)) / 2, 12);
    // After a: a once, b once, 2 kinds: p(b | a) = (1 + 2 * 2/5) / (2 + 2).
    const pBafterA = (1 + 2 * pB) / 4;
    expect(bigram).toBeCloseTo(-(Math.log2(pA) + Math.log2(pBafterA)) / 2, 12);
    expect(fourGram).toBe(bigram);
  });

  it('finds no byte impossible, seen in training or not', () => {
    for (const loss of Object.values(ngramBaselines('aaaa', 'xyz 字'))) {
      expect(Number.isFinite(loss)).toBe(true);
      expect(loss).toBeGreaterThan(0);
    }
  });

  it('refuses an empty text', () => {
    expect(() => ngramBaselines('', 'a')).toThrow(RangeError);
    expect(() => ngramBaselines('a', '')).toThrow(RangeError);
  });

  it('counts 300 KB in under 0.6 s of one core', () => {
    const text = manyWords(1, 330_000);
    const before = process.cpuUsage();
    ngramBaselines(text.slice(0, 300_000), text.slice(300_000));
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.6);
  });
});
