import { describe, expect, it } from 'vitest';
import { fateOf, isFate, proseBeforeAfter } from '../../../src/stages/30-fine-tune/prediction';
import { pythonSpans } from '../../../src/ui/code/pythonSpans';
import { drawDeck } from '../../../src/stages/30-fine-tune/snippetDeck';
import { joinSnippets, splitSnippets } from '../../../src/stages/30-fine-tune/splitSnippets';
import { startChoices } from '../../../src/stages/30-fine-tune/startChoices';
import type { SavedPoint } from '../../../src/store/state';

describe('what became of the stories', () => {
  it.each([
    [0.4, 0.36, 'better'],
    [0.4, 0.41, 'same'],
    [0.4, 0.43, 'worse'],
    [0.36, 0.47, 'worse'],
    [0.36, 0.5, 'lost'],
    [0.36, 5.6, 'lost'],
    [2.31, 3.71, 'lost'],
  ])('from %f to %f bits per byte is called "%s"', (before, after, fate) => {
    expect(fateOf(before, after)).toBe(fate);
  });

  it('compares the first measurement with the last', () => {
    const losses = [0.4, null, 3, 2].map((proseBitsPerByte) => ({ proseBitsPerByte }));
    expect(proseBeforeAfter(losses)).toEqual({ before: 0.4, after: 2 });
    expect(proseBeforeAfter(losses.slice(0, 2))).toBeNull();
  });

  it('ignores a kept guess that is none', () => {
    expect([isFate('lost'), isFate('constructor'), isFate(undefined)]).toEqual([true, false, false]);
  });
});

describe('splitting snippets', () => {
  const ADD = 'def add(a, b):\n    return a + b';
  const TWICE = '# twice n\ndef twice(n):\n    m = n\n\n    return m * 2';

  it('separates at an empty line before the next function or its comment', () => {
    expect(splitSnippets(`${ADD}\n\n${TWICE}\n`)).toEqual({ snippets: [ADD, TWICE], leftOut: 0 });
  });

  it('separates at lines of dashes', () => {
    expect(splitSnippets(`${ADD}\n---\n${TWICE}`).snippets).toEqual([ADD, TWICE]);
  });

  it('keeps an import and a comment with the function below them', () => {
    const whole = `import math\n\n# area\n\ndef area(r):\n    return math.pi * r * r`;
    expect(splitSnippets(whole).snippets).toEqual([whole]);
  });

  it('leaves out and counts parts without a function', () => {
    expect(splitSnippets(`hello\n---\n${ADD}\n---\n1 + 1`)).toEqual({ snippets: [ADD], leftOut: 2 });
    expect(splitSnippets('  \n\n')).toEqual({ snippets: [], leftOut: 0 });
  });

  it('reads Windows line ends', () => {
    expect(splitSnippets(`${ADD}\n\n${TWICE}`.replaceAll('\n', '\r\n')).snippets).toEqual([ADD, TWICE]);
  });

  it('splits what it joined into the same snippets', () => {
    const texts = drawDeck(5, 20).map(({ text }) => text);
    expect(splitSnippets(joinSnippets(texts))).toEqual({ snippets: texts, leftOut: 0 });
  });

  it('is quick with a megabyte of anything', () => {
    for (const text of ['\n'.repeat(1e6), 'def f():\n\n'.repeat(1e5), ' \n'.repeat(5e5), '-'.repeat(1e6)]) {
      const started = performance.now();
      splitSnippets(text);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

describe('the snippet browser', () => {
  it('draws the same hand for the same number, and another for another', () => {
    expect(drawDeck(1, 5)).toEqual(drawDeck(1, 5));
    expect(drawDeck(1, 5)).not.toEqual(drawDeck(2, 5));
  });

  it('colours without changing a character', () => {
    for (const { text } of drawDeck(9, 60)) {
      expect(
        pythonSpans(text)
          .map((span) => span.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('knows keywords from names, strings and comments that contain them', () => {
    const kinds = pythonSpans('# if so\ndef format_if(x):\n    return "if"').flatMap(({ kind, text }) =>
      kind === 'plain' ? [] : [[kind, text]],
    );
    expect(kinds).toEqual([
      ['note', '# if so'],
      ['keyword', 'def'],
      ['name', 'format_if'],
      ['keyword', 'return'],
      ['text', '"if"'],
    ]);
  });
});

describe('the models to start from', () => {
  const point = (
    id: string,
    origin: SavedPoint['origin'],
    phase: SavedPoint['info']['phase'],
    step: number,
    runId: string | null = null,
    preset: SavedPoint['info']['preset'] = 'nano',
  ): SavedPoint => ({
    id,
    origin,
    runId,
    label: id,
    info: {
      phase,
      preset,
      config: { nLayer: 1, nHead: 1, nEmbd: 8, blockSize: 8, vocabSize: 300 },
      parameterCount: 1000,
      step,
      totalSteps: 300,
      priorSteps: 0,
      bytesSeen: 0,
      seed: 7,
      evaluation: null,
      sample: null,
    },
  });
  const points = [
    point('untrained', 'untrained', 'untrained', 0),
    point('nano-50', 'shipped', 'pretrained', 50),
    point('nano-300', 'shipped', 'pretrained', 300),
    point('pico-300', 'shipped', 'pretrained', 300, null, 'pico'),
    point('tuned', 'shipped', 'fineTuned', 500),
    point('a-10', 'run', 'pretrained', 10, 'a'),
    point('a-20', 'run', 'pretrained', 20, 'a'),
    point('b-30', 'run', 'pretrained', 30, 'b'),
    point('c-0', 'run', 'pretrained', 0, 'c'),
  ];

  it('are the end of each own run, latest first, then the shipped one of each size', () => {
    expect(startChoices(points, null).map(({ id }) => id)).toEqual(['b-30', 'a-20', 'nano-300', 'pico-300']);
  });

  it('always include the one chosen, once', () => {
    expect(startChoices(points, 'a-10').map(({ id }) => id)).toContain('a-10');
    expect(startChoices(points, 'b-30').filter(({ id }) => id === 'b-30')).toHaveLength(1);
  });

  it('have distinct names', () => {
    const names = startChoices(points, null).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
