import { describe, expect, it } from 'vitest';
import { codeDocuments } from '../../../src/corpora/code/snippets';
import { proseDocuments } from '../../../src/corpora/prose/stories';
import { createTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
import { trainTokenizerFile } from '../../../src/engine/tokenizer/train';
import {
  collectDocuments,
  createLearning,
  isMadeOf,
  paceAfter,
  tokenizerFileOf,
  type LearnedPair,
} from '../../../src/stages/10-tokenize/learning';
import { reduceLearning, type LearningState } from '../../../src/stages/10-tokenize/useLearning';

const TEXTS = ['the cat and the hat', 'the cat sat on the mat, the cat sat'];

function learnAll(texts: readonly string[], vocabSize: number): LearnedPair[] {
  const learning = createLearning(texts, vocabSize);
  const pairs: LearnedPair[] = [];
  for (let pair = learning.next(); pair; pair = learning.next()) pairs.push(pair);
  return pairs;
}

describe('learning in front of the reader', () => {
  it('learns the very tokenizer that the engine learns at once', () => {
    expect(tokenizerFileOf(learnAll(TEXTS, 270))).toEqual(trainTokenizerFile(TEXTS, 270));
  });

  it('shows a merge as its two parts side by side', () => {
    const spelled = (parts: LearnedPair['left']): string => parts.map((part) => part.shown).join('');
    const pairs = learnAll(TEXTS, 270);
    expect(pairs.length).toBeGreaterThan(5);
    for (const { left, right, joined } of pairs) {
      expect(spelled(joined)).toBe(spelled(left) + spelled(right));
    }
  });

  it('shortens the corpus by as many tokens as pairs were joined', () => {
    for (const { count, tokensBefore, tokensAfter } of learnAll(TEXTS, 265)) {
      expect(tokensBefore - tokensAfter).toBe(count);
    }
  });

  it('is over at once when no pair occurs twice', () => {
    expect(learnAll(['abc'], 300)).toEqual([]);
    expect(learnAll([''], 300)).toEqual([]);
  });

  it('can be cut short at any merge and still be a tokenizer', () => {
    const file = tokenizerFileOf(learnAll(TEXTS, 270).slice(0, 4));
    const tokenizer = createTokenizer(file);
    expect(tokenizer.vocabSize).toBe(261);
    expect(tokenizer.decode(tokenizer.encode('the cat'))).toBe('the cat');
  });

  it('knows its own tokenizer from another one', () => {
    const pairs = learnAll(TEXTS, 270);
    const file = tokenizerFileOf(pairs);
    expect(isMadeOf(file, pairs)).toBe(true);
    expect(isMadeOf(file, pairs.slice(1))).toBe(false);
    expect(isMadeOf({ ...file, merges: file.merges.toReversed() }, pairs)).toBe(false);
  });

  it('grows faster, never slower', () => {
    const perSecond = Array.from({ length: 300 }, (_, learned) => {
      const { merges, restMs } = paceAfter(learned);
      return merges / restMs;
    });
    expect(perSecond).toEqual(perSecond.toSorted((a, b) => a - b));
  });
});

describe('collecting what to learn from', () => {
  it('takes about the same share of stories and of code', () => {
    const collecting = collectDocuments(
      [
        proseDocuments({ seed: 'tokenizer', split: 'train' }),
        codeDocuments({ seed: 'tokenizer', split: 'train' }),
      ],
      2000,
    );
    let collected = collecting.next();
    while (!collected.done) collected = collecting.next();
    const isCode = (text: string): boolean => text.includes('def ');
    const lengths = [true, false].map((code) =>
      collected.value?.filter((text) => isCode(text) === code).reduce((sum, text) => sum + text.length, 0),
    );
    for (const length of lengths) expect(length).toBeGreaterThanOrEqual(1500);
  });

  it('takes a short text whole', () => {
    const collecting = collectDocuments([['only this'].values()], 2000);
    collecting.next();
    expect(collecting.next()).toEqual({ done: true, value: ['only this'] });
  });
});

describe('the state of a training', () => {
  const running: LearningState = {
    status: 'running',
    source: 'stories',
    typed: '',
    pairs: learnAll(TEXTS, 260),
    hurried: false,
  };

  it('keeps what was learned while on hold', () => {
    const held = reduceLearning(running, { type: 'hold' });
    expect(held).toEqual({ ...running, status: 'held' });
    expect(reduceLearning(held, { type: 'run', hurried: false })).toEqual(running);
  });

  it('stays on hold while learning one merge, and finishes when there is no more', () => {
    const held = reduceLearning(running, { type: 'hold' });
    const one = reduceLearning(held, { type: 'learned', pairs: running.pairs.slice(0, 1), over: false });
    expect(one.status).toBe('held');
    expect(one.pairs).toHaveLength(running.pairs.length + 1);
    expect(reduceLearning(one, { type: 'learned', pairs: [], over: true }).status).toBe('finished');
  });

  it('forgets everything when it begins again', () => {
    const begun = reduceLearning(running, { type: 'begin', source: 'typed', typed: 'aa aa' });
    expect(begun).toMatchObject({ status: 'collecting', source: 'typed', typed: 'aa aa', pairs: [] });
  });
});
