import { afterEach, describe, expect, it } from 'vitest';
import { createTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
import type { CorpusRecipe, RunRecipe } from '../../../src/protocol/training';
import { corpusOf, type RunCorpus } from '../../../src/workers/training/corpusOf';
import { keptProse } from '../../../src/workers/training/runRecord';
import { splitOwnText } from '../../../src/engine/data/split';
import { closeHarnesses, openReadyHarness, recipe } from './harness';

afterEach(closeHarnesses);

const SHAPE = { tokenizer: createTokenizer(recipe().tokenizer), blockSize: 64, batchSize: 4 };

function open(change: Partial<RunRecipe>): RunCorpus {
  return corpusOf(recipe({ batchSize: 4, ...change }), { kind: 'stories' }, SHAPE);
}

/** The text of each row of a step's batch, as far as it counts. */
function rowsAt({ source }: RunCorpus, step: number): string[] {
  const { B, T, targets, lossMask } = source.batchAt(step);
  return Array.from({ length: B }, (_, b) =>
    SHAPE.tokenizer.decode(
      [...targets.subarray(b * T, (b + 1) * T)].filter((_, t) => lossMask[b * T + t] === 1),
    ),
  );
}

function ownText(text: string): Partial<RunRecipe> {
  return { corpus: { kind: 'ownText', name: 'own', text } };
}

describe('what a run reads', () => {
  it.each<[string, Partial<RunRecipe>]>([
    ['stories', {}],
    ['snippets with replay', { corpus: { kind: 'snippets' }, replay: 0.5 }],
    ['own text', ownText('A line of text.\n'.repeat(20_000))],
  ])('at a step does not depend on the steps read before: %s', (_name, change) => {
    const inOrder = open(change);
    for (let step = 0; step < 80; step++) inOrder.source.batchAt(step);
    expect(open(change).source.batchAt(79)).toEqual(inOrder.source.batchAt(79));
  });

  it('is new text in every part of a run', () => {
    const corpus = open({});
    const rows = new Set([0, 30, 60, 90].flatMap((step) => rowsAt(corpus, step)));
    expect(rows.size).toBe(16);
  });

  it('starts in well under a third of a second', () => {
    open({});
    const startedAtMs = performance.now();
    open({ corpus: { kind: 'snippets' }, replay: 0.2, batchSize: 16 });
    open(ownText('Some words that go on and on. '.repeat(60_000)));
    expect(performance.now() - startedAtMs).toBeLessThan(600);
  });

  it('never holds text that is held out', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `Line number ${i} is here.\n`);
    const corpus = open(ownText(lines.join('')));
    const held = new Set(
      corpus.proseVal.flatMap(
        ({ targets }) => SHAPE.tokenizer.decode([...targets]).match(/number \d+ is/g) ?? [],
      ),
    );
    expect(held.size).toBeGreaterThan(10);
    const read = Array.from({ length: 100 }, (_, step) => rowsAt(corpus, step))
      .flat()
      .join('|');
    for (const line of held) expect(read).not.toContain(line);
  });

  it('repeats prose in the share that replay asks for', () => {
    const corpus = open({ corpus: { kind: 'snippets' }, replay: 0.25 });
    const rows = Array.from({ length: 40 }, (_, step) => rowsAt(corpus, step)).flat();
    // Prose never holds one of these signs; 64 tokens of code nearly always do.
    const isCode = (row: string) => /[=()[\]_#]/.test(row);
    expect(rows.filter((row) => !isCode(row)).length).toBeGreaterThanOrEqual(36);
    expect(rows.filter((row) => !isCode(row)).length).toBeLessThanOrEqual(44);
  });

  it('mixes own snippets with generated ones, or leaves these out', () => {
    const corpus = (only: boolean): CorpusRecipe => ({
      kind: 'ownSnippets',
      snippets: ['zebra = 1', '  '],
      only,
    });
    const text = (only: boolean) =>
      Array.from({ length: 20 }, (_, step) => rowsAt(open({ corpus: corpus(only) }), step))
        .flat()
        .join('\n');
    expect(text(true)).not.toContain('def ');
    expect(text(true)).toContain('zebra');
    expect(text(false)).toContain('def ');
    expect(text(false)).toContain('zebra');
  });
});

describe('own text of any kind', () => {
  it.each([
    ['one letter', 'a'],
    ['shorter than the context', 'To be, or not to be.'],
    ['emoji', '🦉🌙✨'.repeat(100)],
    ['right to left', 'שלום עולם. '.repeat(50)],
    ['without any space', 'x'.repeat(5000)],
    ['null characters', '\u0000\u0001'.repeat(300)],
    ['half a surrogate pair', '\ud83e and more \udd89'],
  ])('is trained on: %s', async (_name, text) => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 2, ...ownText(text) }), origin: null });
    await harness.until('finished');
    const reports = harness.of('stepped').flatMap(({ reports }) => reports);
    expect(reports.every(({ lossNats }) => Number.isFinite(lossNats))).toBe(true);
  });

  it.each<[string, CorpusRecipe]>([
    ['empty text', { kind: 'ownText', name: 'own', text: '' }],
    ['white space', { kind: 'ownText', name: 'own', text: ' \n\t ' }],
    ['no snippet', { kind: 'ownSnippets', snippets: [], only: true }],
    ['blank snippets', { kind: 'ownSnippets', snippets: ['', '\n'], only: true }],
  ])('is refused with a sentence when there is nothing in it: %s', async (_name, corpus) => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ corpus }), origin: null });
    const failed = await harness.until('failed');
    expect(failed.code).toBe('badCorpus');
    expect(failed.message).toMatch(/^There is no .*\.$/);
    harness.send('b', { type: 'start', recipe: recipe({ totalSteps: 1 }), origin: null });
    await harness.until('finished');
  });
});

describe('own material that is too long to be saved with its run', () => {
  const refusal = async (corpus: CorpusRecipe) => {
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 1, corpus }), origin: null });
    const failed = await harness.until('failed');
    expect(harness.of('started')).toEqual([]);
    return failed;
  };

  it.each<[string, CorpusRecipe]>([
    ['text', { kind: 'ownText', name: 'own', text: 'x '.repeat(1_000_001) }],
    ['text of few characters but many bytes', { kind: 'ownText', name: 'own', text: '🦉'.repeat(500_001) }],
    [
      'snippets',
      { kind: 'ownSnippets', snippets: Array.from({ length: 501 }, () => 'x'.repeat(4000)), only: true },
    ],
  ])('is refused, never cut in silence: %s', async (_name, corpus) => {
    const failed = await refusal(corpus);
    expect(failed.code).toBe('badCorpus');
    expect(failed.message).toMatch(/^A run can learn from at most 2,000,000 bytes .*, and this is 2,00.*\.$/);
  });

  it('is read and saved up to exactly two million bytes', async () => {
    // In the file every character is escaped twice, here to 10 bytes for 2.
    const text = '\u0001\n'.repeat(1_000_000);
    const harness = await openReadyHarness();
    harness.send('a', { type: 'start', recipe: recipe({ totalSteps: 1, ...ownText(text) }), origin: null });
    const { bytes } = await harness.until('autosaved');
    harness.send('b', { type: 'restore', bytes, running: false });
    const started = await harness.until('started', ({ runId }) => runId === 'b');
    expect(started.recipe.corpus).toEqual({ kind: 'ownText', name: 'own', text });
  });
});

describe('the prose that a saved point keeps', () => {
  it.each([100, 100_000, 100_001, 100_002, 100_003, 399_999, 400_000, 1_000_000])(
    'is kept as it is by every run after: %d characters',
    (length) => {
      const text = 'The owl sleeps by day.\n'.repeat(50_000).slice(0, length);
      const kept = keptProse({ kind: 'ownText', name: 'own', text });
      expect(keptProse(kept)).toEqual(kept);
      expect(kept.kind === 'ownText' && kept.text.length).toBeLessThanOrEqual(100_002);
    },
  );

  it('holds out only what was held out before', () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `Sentence ${i}.`).join('\n');
    const before = splitOwnText(text, 0.1);
    const kept = keptProse({ kind: 'ownText', name: 'own', text });
    expect(kept.kind === 'ownText' && kept.text.length).toBeLessThan(101_000);
    const { val } = splitOwnText(kept.kind === 'ownText' ? kept.text : '', 0.1);
    expect(val.length).toBeGreaterThan(5000);
    expect(before.val).toContain(val);
  });
});
