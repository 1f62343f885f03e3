import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer, byteTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
import { trainTokenizerFile } from '../../../src/engine/tokenizer/train';
import {
  CODE_SAMPLE,
  EXAMPLE_TEXT,
  PREDICTED_LINE,
  PROSE_SAMPLE,
} from '../../../src/stages/10-tokenize/examples';
import {
  hasLoneSurrogate,
  keepBeginning,
  MAX_CHARACTERS,
  pasteInto,
} from '../../../src/stages/10-tokenize/keptText';
import {
  chipsOf,
  indentTokens,
  readText,
  tokenCountChoices,
  tokenFacts,
} from '../../../src/stages/10-tokenize/reading';

const some = (name: string) => (count: number) => (count === 1 ? name : `${count} ${name}s`);
const NAMES = { space: some('space'), newline: some('new line'), tab: some('tab'), byte: 'byte' };
const trained = createTokenizer(trainTokenizerFile([EXAMPLE_TEXT, CODE_SAMPLE, CODE_SAMPLE], 320));

describe('what is kept of a text', () => {
  it('keeps a text that fits untouched', () => {
    expect(keepBeginning('abc', 3)).toBe('abc');
  });

  it('never cuts a character in two', () => {
    expect(keepBeginning('a🙂b', 2)).toBe('a');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 12 }), (text, limit) => {
        const kept = keepBeginning(text, limit);
        expect(text.startsWith(kept)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(hasLoneSurrogate(kept)).toBe(false);
      }),
      { seed: 7 },
    );
  });

  it('takes the beginning of a huge paste in place of the selection', () => {
    const pasted = pasteInto('one two three', 'x'.repeat(50_000_000), 4, 7);
    expect(pasted).toHaveLength(MAX_CHARACTERS);
    expect(pasted.startsWith('one xxx')).toBe(true);
    expect(pasteInto('one two three', 'TWO', 4, 7)).toBe('one TWO three');
  });

  it('tells half a character from a whole one', () => {
    expect(hasLoneSurrogate('a\ud83d')).toBe(true);
    expect(hasLoneSurrogate('a🙂')).toBe(false);
  });
});

describe('reading a text', () => {
  it('counts characters as a reader does, bytes as a file does', () => {
    const { characters, bytes, ids, bytesPerToken } = readText(byteTokenizer(), 'é👩‍👩‍👧');
    expect({ characters, bytes, tokens: ids.length, bytesPerToken }).toEqual({
      characters: 2,
      bytes: 20,
      tokens: 20,
      bytesPerToken: 1,
    });
  });

  it('counts flags, skin tones, accents and joined emoji as the platform does', () => {
    const platform = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const text of [
      '🇫🇷🇯🇵',
      '👍🏽!',
      'e\u0301a',
      '👩‍👩‍👧‍👦 x',
      '❤️',
      'a\r\nb',
      'שָׁלוֹם',
      '한국어',
      '世界',
      '\ud83d',
    ]) {
      expect({ text, count: readText(byteTokenizer(), text).characters }).toEqual({
        text,
        count: [...platform.segment(text)].length,
      });
    }
  });

  it('reads nothing as nothing', () => {
    expect(readText(trained, '')).toEqual({ ids: [], characters: 0, bytes: 0, bytesPerToken: 0 });
  });

  it('draws every byte of any text, lone surrogates and control characters too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 }), (codePoints) => {
        const text = String.fromCodePoint(...codePoints);
        const { ids, bytes } = readText(trained, `${text}\ud800\u0000`);
        expect(chipsOf(trained, ids, NAMES)).toHaveLength(ids.length);
        expect(ids.reduce((sum, id) => sum + tokenFacts(trained, id).bytes.length, 0)).toBe(bytes);
      }),
      { seed: 7 },
    );
  });

  it('tells how a token was made', () => {
    const first = trained.merges[0];
    expect(first).toBeDefined();
    expect(tokenFacts(trained, 257).origin?.number).toBe(1);
    expect(tokenFacts(trained, 65)).toMatchObject({ origin: null, parts: [{ kind: 'text', shown: 'A' }] });
  });

  it('finds the tokens that hold a line break and its indentation', () => {
    const found = indentTokens(trained, trained.encode(CODE_SAMPLE));
    expect(found.map((id) => trained.decode([id]))).toContain('\n    ');
    expect(indentTokens(byteTokenizer(), byteTokenizer().encode(CODE_SAMPLE))).toEqual([]);
  });
});

describe('the examples', () => {
  it('compares a story and a function of exactly the same number of bytes', () => {
    const bytes = (text: string): number => new TextEncoder().encode(text).length;
    expect(bytes(CODE_SAMPLE)).toBe(bytes(PROSE_SAMPLE));
  });

  it('offers the true number among different guesses, in order', () => {
    for (const truth of [1, 2, 9, PREDICTED_LINE.length]) {
      const choices = tokenCountChoices(PREDICTED_LINE, truth);
      expect(choices).toContain(truth);
      expect(choices).toEqual([...new Set(choices)].sort((a, b) => a - b));
      expect(choices.length).toBeGreaterThanOrEqual(2);
    }
  });
});
