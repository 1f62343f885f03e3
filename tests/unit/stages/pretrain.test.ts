import { describe, expect, it } from 'vitest';
import { proseLexicon } from '../../../src/corpora/prose/lexicon';
import { proseDocuments } from '../../../src/corpora/prose/stories';
import { realWords } from '../../../src/engine/evaluate/realWords';
import { bytesPerToken, timesRead } from '../../../src/stages/20-pretrain/amountRead';
import { markWords } from '../../../src/stages/20-pretrain/markWords';
import { storyShares } from '../../../src/stages/curves';
import { outcomeOf } from '../../../src/stages/20-pretrain/asked';
import { isGuess, judge, stepOfMostRealWords } from '../../../src/stages/20-pretrain/prediction';
import { storyMeasure } from '../store/recordingSamples';

const samples = (...pairs: [number, number | null][]) =>
  pairs.map(([step, share]) => ({ step, realWords: share }));

describe('the step from which most words are real', () => {
  it('is the first of those that stay so', () => {
    expect(stepOfMostRealWords(samples([0, 0.2], [50, 0.85], [100, 0.97]))).toBe(50);
  });

  it('is not a lucky early sample', () => {
    expect(stepOfMostRealWords(samples([0, 0.2], [10, 1], [25, 0.5], [100, 0.9]))).toBe(100);
  });

  it('does not exist when the last sample falls short, or nothing was measured', () => {
    expect(stepOfMostRealWords(samples([50, 0.9], [100, 0.7]))).toBeNull();
    expect(stepOfMostRealWords(samples([0, null]))).toBeNull();
    expect(stepOfMostRealWords([])).toBeNull();
  });
});

describe('what is said after a run', () => {
  const stories = [10, 50].map((step, i) => ({ ...storyMeasure(step), realWords: [0.4, 0.57][i] ?? 0 }));
  const lucky = [{ step: 50, prompt: 'Once', text: ' upon a time', realWords: 0.85 }];

  it('rests on all its stories, as the chart beside it does, and not on one lucky sample', () => {
    const { verdict, result } = outcomeOf({ stories, samples: lucky, step: 60 }, 'within100');
    expect(result).toContain('57%');
    expect(verdict).toBe('open');
  });

  it('rests on the samples where no stories were asked for', () => {
    const { verdict, result } = outcomeOf({ stories: [], samples: lucky, step: 60 }, 'within100');
    expect(result).toContain('85%');
    expect(verdict).toBe('right');
  });
});

describe('judging a guess', () => {
  it('counts both ends of a span right', () => {
    expect([0, 25, 26].map((step) => judge('within25', step, 300))).toEqual(['right', 'right', 'wrong']);
    expect([25, 26, 100].map((step) => judge('within100', step, 300))).toEqual(['wrong', 'right', 'right']);
  });

  it('leaves open what a short run cannot tell', () => {
    expect(judge('within25', null, 120)).toBe('wrong');
    expect(judge('within300', null, 120)).toBe('open');
    expect(judge('later', null, 120)).toBe('open');
    expect(judge('later', null, 300)).toBe('right');
  });

  it('ignores a kept guess that is none', () => {
    expect(isGuess('within25')).toBe(true);
    expect(isGuess('toString')).toBe(false);
    expect(isGuess(undefined)).toBe(false);
  });
});

describe('the lines of the coherence of stories', () => {
  const course = [10, 50, 100].map((step, i) => ({
    ...storyMeasure(step),
    realWords: 0.5 + i / 10,
    pronouns: { checked: [0, 7, 8][i] ?? 0, right: [0, 7, 2][i] ?? 0 },
  }));

  it('are in percent', () => {
    expect(storyShares(course, 'realWords').map(({ step, value }) => [step, Math.round(value)])).toEqual([
      [10, 50],
      [50, 60],
      [100, 70],
    ]);
    expect(storyShares(course, 'things').map(({ value }) => value)).toEqual([50, 50, 50]);
  });

  it('leave out steps at which hardly anything could be checked', () => {
    expect(storyShares(course, 'pronouns')).toEqual([{ step: 100, value: 25 }]);
  });
});

describe('marking words', () => {
  const lexicon = new Set(['the', 'dog', "don't"]);
  const invented = (text: string): string[] =>
    markWords(text, lexicon).flatMap((piece) => (piece.kind === 'invented' ? piece.text : []));

  it('marks a made-up word without the punctuation around it', () => {
    expect(invented('The dog, the "karm". ')).toEqual(['karm']);
  });

  it('spares a word that the end of the sample may have cut', () => {
    expect(invented('the karm')).toEqual([]);
    expect(invented('the karm ')).toEqual(['karm']);
  });

  it('loses no character', () => {
    for (const text of ['', ' ', "the don't\n\n karm7dog � ", '🙂 the', 'karm']) {
      expect(
        markWords(text, lexicon)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('counts as the engine counts', () => {
    const story = proseDocuments({ seed: 3, split: 'val' }).next().value;
    const sample = `${story.replaceAll('the', 'thx')} blorf and quib. One da`;
    const words = proseLexicon();
    const marked = markWords(sample, words).filter(({ kind }) => kind !== 'between');
    const counted = realWords(sample, words);
    expect(marked.length).toBe(counted.words);
    expect(marked.filter(({ kind }) => kind === 'real').length).toBe(counted.real);
    expect(counted.real).toBeLessThan(counted.words);
  });
});

describe('how much of a text is read', () => {
  it('is steps times tokens times bytes a token, in texts', () => {
    expect(timesRead(100, 500, 2, 10_000)).toBe(10);
    expect(timesRead(100, 500, 2, 0)).toBe(0);
  });

  it('measures bytes, not characters, a token', () => {
    expect(bytesPerToken('aé', () => [1])).toBe(3);
    expect(bytesPerToken('', () => [])).toBe(1);
  });
});
