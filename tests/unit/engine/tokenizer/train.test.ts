import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/engine/random';
import { createTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import { applyMerge } from '../../../../src/engine/tokenizer/pairs';
import { preSplit } from '../../../../src/engine/tokenizer/preSplit';
import { truncateTokenizer } from '../../../../src/engine/tokenizer/tokenizerFile';
import { trainTokenizer, trainTokenizerFile, type MergeStep } from '../../../../src/engine/tokenizer/train';
import type { TokenizerFile } from '../../../../src/engine/tokenizer/tokenizer';
import { englishLike, manyWords, PYTHON } from './sampleTexts';

const ascii = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function watch(texts: readonly string[], vocabSize: number): { steps: MergeStep[]; file: TokenizerFile } {
  const training = trainTokenizer(texts, vocabSize);
  const steps: MergeStep[] = [];
  for (;;) {
    const step = training.next();
    if (step.done) return { steps, file: step.value };
    steps.push(step.value);
  }
}

/** The same algorithm in its slowest form: count every pair of every piece again in every round. */
function trainSlowly(texts: readonly string[], vocabSize: number): [number, number][] {
  let pieces = texts.flatMap((text) => Array.from(preSplit(text), (p) => [...new TextEncoder().encode(p)]));
  const merges: [number, number][] = [];
  for (let id = 257; id < vocabSize; id++) {
    const counts = new Map<string, number>();
    for (const ids of pieces) {
      for (let i = 1; i < ids.length; i++) {
        const pair = `${ids[i - 1]},${ids[i]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
    const ranked = Array.from(counts, ([pair, count]) => {
      const [left = 0, right = 0] = pair.split(',').map(Number);
      return { left, right, count };
    }).sort((a, b) => b.count - a.count || a.left - b.left || a.right - b.right);
    const best = ranked[0];
    if (!best || best.count < 2) break;
    merges.push([best.left, best.right]);
    pieces = pieces.map((ids) => applyMerge(ids, { ...best, id }));
  }
  return merges;
}

describe('trainTokenizer', () => {
  it('solves the textbook example: aaabdaaabac becomes XdXac', () => {
    const { steps, file } = watch(['aaabdaaabac'], 260);
    expect(steps.map(({ bytes }) => ascii(bytes))).toEqual(['aa', 'ab', 'aaab']);
    expect(steps.map(({ count }) => count)).toEqual([4, 2, 2]);
    expect(steps.map(({ tokensBefore, tokensAfter }) => [tokensBefore, tokensAfter])).toEqual([
      [11, 9],
      [9, 7],
      [7, 5],
    ]);
    expect(createTokenizer(file).encode('aaabdaaabac')).toEqual([259, 100, 259, 97, 99]);
  });

  it('learns exactly what counting everything again in every round would learn', () => {
    const random = createRandom('letters');
    const letters = Array.from({ length: 400 }, () => random.pick([...'aab é\n--'])).join('');
    for (const texts of [
      [englishLike(1, 60), PYTHON],
      ['aaaaaaa aaaa aaaaa', '        \n\n        '],
      [letters],
    ]) {
      expect(trainTokenizerFile(texts, 300).merges).toEqual(trainSlowly(texts, 300));
    }
  });

  it('shows every merge of the final file, in order, with what it spells', () => {
    const { steps, file } = watch([englishLike(2, 200)], 320);
    expect(steps.map(({ merge }) => [merge.left, merge.right])).toEqual(file.merges);
    expect(steps.map(({ merge }) => merge.id)).toEqual(steps.map((_, i) => 257 + i));
    const tokenizer = createTokenizer(file);
    for (const { merge, bytes } of steps) expect(tokenizer.bytesOf(merge.id)).toEqual(bytes);
  });

  it('reports the length of the corpus that encoding really gives', () => {
    const text = englishLike(3, 100);
    const { steps, file } = watch([text], 300);
    expect(steps[0]?.tokensBefore).toBe(text.length);
    for (const [i, { tokensAfter }] of steps.entries()) {
      const tokenizer = createTokenizer(truncateTokenizer(file, 258 + i));
      expect(tokensAfter).toBe(tokenizer.encode(text).length);
    }
  });

  it('gives the same merges for the same texts', () => {
    const text = englishLike(4, 300);
    expect(trainTokenizerFile([text], 400)).toEqual(trainTokenizerFile([text], 400));
  });

  it('learned for a small vocabulary is the start of what is learned for a large one', () => {
    const texts = [englishLike(5, 300), PYTHON];
    const large = trainTokenizerFile(texts, 400);
    for (const size of [257, 258, 300, 399, 400, 500]) {
      expect(truncateTokenizer(large, size)).toEqual(trainTokenizerFile(texts, Math.min(size, 400)));
    }
  });

  it('stops early when no pair occurs twice', () => {
    expect(trainTokenizerFile(['abc'], 8192).merges).toEqual([]);
    expect(trainTokenizerFile([], 300).merges).toEqual([]);
    expect(trainTokenizerFile(['abab cd'], 8192).merges).toEqual([[97, 98]]);
  });

  it('never joins two pieces or two documents', () => {
    expect(trainTokenizerFile(['a', 'b', 'a', 'b', 'a', 'b'], 300).merges).toEqual([]);
    const texts = [englishLike(6, 500), PYTHON.repeat(5)];
    const pieces = [...new Set(texts.flatMap((text) => [...preSplit(text)]))];
    const tokenizer = createTokenizer(trainTokenizerFile(texts, 500));
    expect(tokenizer.merges.length).toBeGreaterThan(60);
    for (const { id } of tokenizer.merges) {
      expect(pieces.some((piece) => piece.includes(tokenizer.decode([id])))).toBe(true);
    }
  });

  it('makes a line break with its indentation one token', () => {
    const tokenizer = createTokenizer(trainTokenizerFile([PYTHON.repeat(20)], 400));
    expect(tokenizer.encode('\n    ')).toHaveLength(1);
    expect(tokenizer.encode('\n        ')).toHaveLength(1);
  });

  it.each([256, 0, NaN, 300.5, 8193])('refuses a vocabulary of %s', (size) => {
    expect(() => trainTokenizer(['abc'], size).next()).toThrow(RangeError);
  });

  it('learns 255 merges from a megabyte in well under 1.5 s of one core', () => {
    const text = manyWords(7, 1_000_000);
    const before = process.cpuUsage();
    trainTokenizerFile([text], 512);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1.5);
  });
});
