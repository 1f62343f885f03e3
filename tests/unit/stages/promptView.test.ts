import { describe, expect, it } from 'vitest';
import { END_OF_TEXT } from '../../../src/engine/tokenizer/tokenizer';
import { rowsOf } from '../../../src/stages/40-prompt/rowsOf';
import { spokenTokenText } from '../../../src/stages/40-prompt/spokenTokenText';
import { endingOf, isStale, leastSure, splitPrompt } from '../../../src/stages/40-prompt/usePrompt';
import type { Generation } from '../../../src/store/state';

const SETTINGS = { temperature: 0.8, topK: 40, topP: 0.95, seed: 1, maxNewTokens: 96 };

const token = (id: number, text: string, prob = 0.5): Generation['tokens'][number] => ({
  id,
  text,
  prob,
  modelProb: prob,
  index: 0,
  alternatives: [],
});

const generation = (change: Partial<Generation>): Generation => ({
  laneId: 'prompt',
  requestId: 'prompt#1',
  checkpointId: 'small-fine-tuned',
  prompt: 'def f(n):',
  settings: SETTINGS,
  status: 'done',
  promptTokens: ['def', ' f', '(n', '):'],
  seenCharacters: 9,
  truncated: false,
  tokens: [],
  text: '',
  failure: null,
  ...change,
});

describe('splitPrompt', () => {
  it('shows the prompt without the whitespace the model does not read', () => {
    expect(splitPrompt(generation({ prompt: 'def f(n):\n\n' }))).toEqual(['', 'def f(n):']);
  });

  it('cuts a long prompt where the sight of the model begins', () => {
    const long = generation({ prompt: 'forgotten def f(n):', truncated: true });
    expect(splitPrompt(long)).toEqual(['forgotten ', 'def f(n):']);
  });

  it('never loses a character, even where a token is half of one', () => {
    const cut = generation({ prompt: 'a😀b', seenCharacters: 1, truncated: true });
    expect(splitPrompt(cut)).toEqual(['a😀', 'b']);
  });
});

describe('splitPrompt of another script', () => {
  it('counts characters, not the bytes that each may take as tokens', () => {
    const tokens = Array.from({ length: 10 }, () => '\uFFFD');
    const cut = generation({
      prompt: 'שלום עולם',
      promptTokens: tokens,
      seenCharacters: 4,
      truncated: true,
    });
    expect(splitPrompt(cut)).toEqual(['שלום ', 'עולם']);
  });
});

describe('endingOf', () => {
  it('tells a model that stopped from one that was cut off or stopped by the reader', () => {
    const tokens = [token(300, ' n'), token(END_OF_TEXT, '')];
    expect(endingOf(generation({ tokens }))).toBe('itself');
    expect(endingOf(generation({ tokens: tokens.slice(0, 1) }))).toBe('length');
    expect(endingOf(generation({ status: 'cancelled' }))).toBe('stopped');
    expect(endingOf(generation({ status: 'streaming' }))).toBeNull();
  });
});

describe('leastSure', () => {
  it('points at the least likely token that can be seen', () => {
    const tokens = [
      token(300, ' n', 0.9),
      token(301, ' q', 0.2),
      token(302, ')', 0.8),
      token(END_OF_TEXT, '', 0.01),
    ];
    expect(leastSure({ tokens })).toBe(1);
    expect(leastSure({ tokens: [token(END_OF_TEXT, '', 1)] })).toBeNull();
  });
});

describe('isStale', () => {
  const now = { prompt: { text: 'def f(n):', settings: SETTINGS, generations: {} } };

  it('is false while Generate would write the same', () => {
    expect(isStale(now, generation({}), 'small-fine-tuned')).toBe(false);
  });

  it.each([
    ['prompt', generation({ prompt: 'def g(n):' }), 'small-fine-tuned'],
    ['model', generation({}), 'untrained'],
  ])('notices another %s', (_, shown, model) => {
    expect(isStale(now, shown, model)).toBe(true);
  });

  it.each(Object.keys(SETTINGS))('notices another setting: %s', (name) => {
    const shown = generation({ settings: { ...SETTINGS, [name]: 0.5 } });
    expect(isStale(now, shown, 'small-fine-tuned')).toBe(true);
  });
});

describe('rowsOf', () => {
  const alternatives = Array.from({ length: 10 }, (_, i) => token(300 + i, `t${i}`, 0.3 / (i + 1)));

  it('lists the likeliest, and adds the written one in the last row when it is not among them', () => {
    const likely = rowsOf({ ...token(302, 't2'), alternatives });
    const unlikely = rowsOf({ ...token(999, 'odd'), alternatives });
    expect(likely.map(({ id }) => id)).toEqual([300, 301, 302, 303, 304, 305, 306]);
    expect(unlikely.map(({ id }) => id)).toEqual([300, 301, 302, 303, 304, 305, 999]);
  });
});

describe('spokenTokenText', () => {
  it('puts into words what cannot be heard', () => {
    expect(spokenTokenText({ id: 400, text: '\n    return' })).toBe('new line 4 space return');
    expect(spokenTokenText({ id: END_OF_TEXT, text: '' })).toBe('end of text');
    expect(spokenTokenText({ id: 0xf0, text: '\uFFFD' })).toBe('byte f0');
  });
});
