import { afterEach, describe, expect, it } from 'vitest';
import { codeDocuments } from '../../../src/corpora/code/snippets';
import { createRandom } from '../../../src/engine/random';
import { closeHarnesses, openReadyHarness } from './harness';

afterEach(closeHarnesses);

/** The n-th snippet that a run of this seed reads first. */
function snippetOf(seed: number, n: number): string {
  const documents = codeDocuments({ seed: createRandom(seed).fork('corpus').fork(0).path, split: 'train' });
  for (let i = 0; i < n; i++) documents.next();
  return documents.next().value;
}

describe('a comparison with the training snippets', () => {
  it('tells what a run of the seed read from what it never read', async () => {
    const harness = await openReadyHarness();
    const read = snippetOf(7, 3);
    const made = 'def f(a):\n    return "never written by anybody" + a * 31337';
    harness.send('', { type: 'compare', requestId: 'c', programs: [read, made], preset: 'small', seed: 7 });
    const { nearest } = await harness.until('compared');
    expect(nearest).toHaveLength(2);
    expect(nearest[0]).toMatchObject({ isVerbatim: true, similarity: 1 });
    expect(nearest[1]?.isVerbatim).toBe(false);
    expect(nearest[1]?.similarity).toBeLessThan(0.9);
    expect(nearest[1]?.snippet).toContain('def ');
  });

  it('ends at once when it is called off, with what it has found', async () => {
    const harness = await openReadyHarness();
    harness.send('', {
      type: 'compare',
      requestId: 'c',
      programs: [snippetOf(8, 0)],
      preset: 'small',
      seed: 8,
    });
    harness.send('', { type: 'cancelGenerate', requestId: 'c' });
    const { nearest } = await harness.until('compared');
    expect(nearest).toEqual([]);
  });
});
