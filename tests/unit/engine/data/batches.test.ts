import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../src/engine/data/batch';
import { createBatches, mixBatches, type BatchSource } from '../../../../src/engine/data/batches';
import { createRandom } from '../../../../src/engine/random';
import { byteTokenizer, createTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT, type Tokenizer } from '../../../../src/engine/tokenizer/tokenizer';
import { trainTokenizerFile } from '../../../../src/engine/tokenizer/train';

const source = (
  texts: string[],
  seed = 1,
  tokenizer: Tokenizer = byteTokenizer(),
  B = 4,
  T = 16,
): BatchSource =>
  createBatches({
    documents: texts.map((text) => tokenizer.encode(text)),
    tokenizer,
    blockSize: T,
    batchSize: B,
    random: createRandom(seed),
  });
const stories = Array.from({ length: 30 }, (_, i) => `Story number ${i} ends.`);
const rowText = ({ T, targets }: Batch, b: number): string =>
  byteTokenizer().decode([...targets.subarray(b * T, (b + 1) * T)]);

describe('createBatches', () => {
  it('gives the same batch for the same step, whatever was asked before', () => {
    const forwards = source(stories);
    const backwards = source(stories);
    const steps = [0, 1, 2, 50, 1000];
    const first = steps.map((step) => forwards.batchAt(step));
    const second = steps
      .toReversed()
      .map((step) => backwards.batchAt(step))
      .reverse();
    expect(first).toEqual(second);
    expect(forwards.batchAt(2)).toEqual(first[2]);
  });

  it('gives other batches at other steps and for other seeds', () => {
    expect(source(stories).batchAt(1)).not.toEqual(source(stories).batchAt(2));
    expect(source(stories).batchAt(1)).not.toEqual(source(stories, 2).batchAt(1));
  });

  it('has the shape it promises, every row opening with end-of-text', () => {
    const { B, T, ids, targets, lossMask } = source(stories).batchAt(0);
    expect([B, T, ids.length, targets.length, lossMask.length]).toEqual([4, 16, 64, 64, 64]);
    for (let b = 0; b < B; b++) expect(ids[b * T]).toBe(END_OF_TEXT);
  });

  it('draws every document about equally often', () => {
    const batches = source(['a'.repeat(15), 'b'.repeat(15), 'c'.repeat(15)], 1, byteTokenizer(), 10, 16);
    const counts = new Map<string, number>();
    for (let step = 0; step < 300; step++) {
      const batch = batches.batchAt(step);
      for (let b = 0; b < 10; b++) {
        const letter = rowText(batch, b).charAt(0);
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
    }
    for (const letter of 'abc') expect(Math.abs((counts.get(letter) ?? 0) - 1000)).toBeLessThan(100);
  });

  it('counts the bytes of the targets that count, whatever the length of the tokens', () => {
    const tokenizer = createTokenizer(trainTokenizerFile([stories.join('\n')], 300));
    const { targets, lossMask, targetBytes } = source(stories, 1, tokenizer).batchAt(3);
    expect(tokenizer.decodeBytes([...targets]).length).toBe(targetBytes);
    expect(targetBytes).toBeGreaterThan(lossMask.length);
    // Padding spells nothing and is not counted: "héllo" has six bytes.
    expect(source(['héllo']).batchAt(0).targetBytes).toBe(4 * 6);
  });

  it('works for a corpus of one letter', () => {
    const batch = source(['a']).batchAt(0);
    expect(batch.lossMask.reduce((sum, mask) => sum + mask, 0)).toBe(4 * 2);
    expect(batch.targetBytes).toBe(4);
  });

  it('refuses an empty corpus and sizes that are none', () => {
    expect(() => source([''])).toThrow(RangeError);
    expect(() => source(stories, 1, byteTokenizer(), 0)).toThrow(/batchSize/);
    expect(() => source(stories, 1, byteTokenizer(), 4, 2.5)).toThrow(/blockSize/);
  });
});

describe('mixBatches', () => {
  const code = source(['c'.repeat(15)]);
  const prose = source(['p'.repeat(15)]);
  const proseRows = (mixed: BatchSource, step: number): number => {
    const batch = mixed.batchAt(step);
    return Array.from({ length: batch.B }, (_, b) => rowText(batch, b)).filter((row) => row.includes('p'))
      .length;
  };

  it.each([0, 0.1, 0.15, 1 / 3, 0.5, 1])(
    'keeps a replay share of %s to within one row at every step',
    (share) => {
      const mixed = mixBatches(code, prose, share);
      let replayed = 0;
      for (let step = 0; step < 100; step++) {
        replayed += proseRows(mixed, step);
        expect(Math.abs(replayed - share * 4 * (step + 1))).toBeLessThan(1);
      }
    },
  );

  it('at share 0 and 1 is one of its sources', () => {
    expect(mixBatches(code, prose, 0).batchAt(5)).toEqual(code.batchAt(5));
    expect(mixBatches(code, prose, 1).batchAt(5)).toEqual(prose.batchAt(5));
  });

  it('depends on the step alone', () => {
    const mixed = mixBatches(source(stories), prose, 0.3);
    const late = mixed.batchAt(7);
    mixed.batchAt(1);
    expect(mixed.batchAt(7)).toEqual(late);
    expect(mixBatches(source(stories), prose, 0.3).batchAt(7)).toEqual(late);
  });

  it('adds up the bytes of the rows it took', () => {
    const short = source(['é']); // 2 bytes a row
    const mixed = mixBatches(code, short, 0.5);
    expect(mixed.batchAt(0).targetBytes).toBe(2 * 15 + 2 * 2);
  });

  it('refuses a share out of range and sources that do not fit', () => {
    for (const share of [-0.1, 1.1, NaN]) expect(() => mixBatches(code, prose, share)).toThrow(/share/);
    expect(() => mixBatches(code, source(['p'], 1, byteTokenizer(), 5), 0.5)).toThrow(/same shape/);
    const other = createTokenizer(trainTokenizerFile(['aaaa'], 258));
    expect(() => mixBatches(code, source(['p'], 1, other), 0.5)).toThrow(/same shape/);
  });
});
