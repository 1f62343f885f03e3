import { describe, expect, it } from 'vitest';
import { lexiconOf, realWords } from '../../../../src/engine/evaluate/realWords';

const lexicon = lexiconOf(["The girl didn't see Noé.", 'the stone']);

describe('lexiconOf', () => {
  it('holds every word once, in lower case, with its apostrophe and accents', () => {
    expect([...lexicon].sort()).toEqual(["didn't", 'girl', 'noé', 'see', 'stone', 'the']);
  });
});

describe('realWords', () => {
  it('counts the words that exist, whatever their case, digits and signs aside', () => {
    expect(realWords('THE girl, 12 grilx (didn’t) see!', lexicon)).toEqual({ words: 5, real: 4, share: 0.8 });
  });

  it('does not hold a word against the model that the end of the sample cut off', () => {
    expect(realWords('the girl and the sto', new Set(['the', 'girl']))).toEqual({
      words: 4,
      real: 3,
      share: 0.75,
    });
  });

  it('takes no letter alone for a word but "a" and "I"', () => {
    expect(realWords('A t s é ı a girl I see i ', new Set(['a', 'i', 't', 's', 'girl', 'see']))).toEqual({
      words: 5,
      real: 5,
      share: 1,
    });
  });

  it('finds no share in a sample without words', () => {
    for (const sample of ['', '((((', '1 2 3', ' \n']) {
      expect(realWords(sample, lexicon)).toEqual({ words: 0, real: 0, share: 0 });
    }
  });
});
