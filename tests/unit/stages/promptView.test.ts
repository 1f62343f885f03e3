import { describe, expect, it } from 'vitest';
import { END_OF_TEXT } from '../../../src/engine/tokenizer/tokenizer';
import { spokenTokenText } from '../../../src/stages/40-prompt/spokenTokenText';
import { endingOf, leastSure, splitPrompt } from '../../../src/stages/40-prompt/usePrompt';
import { restOf } from '../../../src/stages/40-prompt/useSelection';
import { generation, token } from './answers';

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

describe('restOf', () => {
  const tokens = [token(300, ' n', 0.9), token(301, ' q', 0.2), token(302, ')', 0.1)];

  it('shows the place where an answer left for another road, else the one the model was least sure of', () => {
    expect(restOf(generation({ tokens, road: [300, 301] }))).toBe(1);
    expect(restOf(generation({ tokens }))).toBe(2);
    expect(restOf(generation())).toBeNull();
  });
});

describe('spokenTokenText', () => {
  it('puts into words what cannot be heard', () => {
    expect(spokenTokenText({ id: 400, text: '\n    return' })).toBe('new line 4 spaces return');
    expect(spokenTokenText({ id: END_OF_TEXT, text: '' })).toBe('end of text');
    expect(spokenTokenText({ id: 0xf0, text: '\uFFFD' })).toBe('byte f0');
  });
});
