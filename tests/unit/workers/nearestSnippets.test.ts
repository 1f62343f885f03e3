import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawBody, drawPrompt } from '../../../src/corpora/code/prompts';
import { bodyOf } from '../../../src/corpora/code/render';
import { PRESETS } from '../../../src/engine/config';
import type { TrainingMemory } from '../../../src/engine/evaluate/memorisation';
import { createRandom } from '../../../src/engine/random';
import { createTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../../src/engine/tokenizer/tokenizer';
import { parseTokenizerFile } from '../../../src/engine/tokenizer/tokenizerFile';
import { corpusOf } from '../../../src/workers/training/corpusOf';
import { SnippetMemory, snippetsRead, type Reader } from '../../../src/workers/training/nearestSnippets';
import { recipe } from './harness';

const { batchSize, shape, fineTuneSteps } = PRESETS.small;
const small = (seed: number): Reader => ({ preset: 'small', seed });
const shipped: unknown = JSON.parse(readFileSync('public/checkpoints/tokenizer.json', 'utf8'));
const tokenizer = createTokenizer(parseTokenizerFile(shipped));

/** All steps from one on up to another. */
const stepsFrom = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Snippets that a run of `small` trains on at some steps, as far as they stand whole in a row. */
function trainedOn(seed: number, steps: readonly number[]): string[] {
  const wished = recipe({ corpus: { kind: 'snippets' }, seed, batchSize });
  const { source } = corpusOf(
    wished,
    { kind: 'stories' },
    { tokenizer, blockSize: shape.blockSize, batchSize },
  );
  return steps.flatMap((step) => {
    const { B, T, targets } = source.batchAt(step);
    return Array.from({ length: B }, (_, b) => [...targets.subarray(b * T, (b + 1) * T)]).flatMap((row) => {
      const ends = row.flatMap((id, t) => (id === END_OF_TEXT ? [t] : []));
      return ends.slice(1).map((end, i) => tokenizer.decode(row.slice((ends[i] ?? 0) + 1, end)));
    });
  });
}

function shareIn(texts: readonly string[], read: ReadonlySet<string>): number {
  return texts.filter((text) => read.has(text)).length / texts.length;
}

/** The memory, complete, and how many pieces of work that took. */
function filled(snippets: SnippetMemory, seed: number): { memory: TrainingMemory; pieces: number } {
  for (let pieces = 1; ; pieces++) {
    const memory = snippets.read(small(seed));
    if (memory) return { memory, pieces };
  }
}

describe('the memory of what a run reads', () => {
  it('holds what a run of the seed trains on, first step to last, and not what one of another seed does', () => {
    const read = new Set(snippetsRead(small(7)));
    const steps = [
      ...stepsFrom(0, 50),
      ...stepsFrom(340, 360),
      ...stepsFrom(fineTuneSteps - 10, fineTuneSteps),
    ];
    const own = trainedOn(7, steps);
    expect(own.length).toBeGreaterThan(2000);
    expect(shareIn(own, read)).toBeGreaterThan(0.98);
    expect(shareIn(trainedOn(8, steps), read)).toBeLessThan(0.5);
  });

  it('ends where the run does', () => {
    const read = new Set(snippetsRead(small(7)));
    expect(shareIn(trainedOn(7, stepsFrom(fineTuneSteps, fineTuneSteps + 10)), read)).toBeLessThan(0.5);
  });

  it('is filled a piece at a time, kept for its seed, and filled anew for another', () => {
    const snippets = new SnippetMemory();
    const { memory, pieces } = filled(snippets, 7);
    expect(pieces).toBeGreaterThan(100);
    expect(snippets.read(small(7))).toBe(memory);
    const [first = ''] = snippetsRead(small(7));
    expect(memory.nearest(first)).toMatchObject({ isVerbatim: true });
    expect(snippets.read(small(8))).toBeNull();
  });

  it('knows right answers to seen tasks in any wording up to names, and none to held-out tasks', () => {
    const { memory } = filled(new SnippetMemory(), 7);
    const random = createRandom('answers');
    for (const split of ['train', 'newWording', 'near', 'far'] as const) {
      for (let i = 0; i < 150; i++) {
        const prompt = drawPrompt(random, split);
        const program = prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
        const isSeen = split === 'train' || split === 'newWording';
        expect(memory.nearest(program)?.isRenamed, program).toBe(isSeen);
      }
    }
  });
});
