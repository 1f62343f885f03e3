import { describe, expect, it } from 'vitest';
import { frameCount, grammarLexicon, proseLexicon } from '../../../src/corpora/prose/lexicon';
import { BOYS, GIRLS } from '../../../src/corpora/prose/words';
import { drawFromGrammar, proseDocuments } from '../../../src/corpora/prose/stories';
import { fillFrame } from '../../../src/corpora/prose/template';
import { createRandom } from '../../../src/engine/random';
import { unsafeWords } from './schoolSafe';

function take(bytes: number, split: 'train' | 'val', seed: string | number = 1): string[] {
  const documents = proseDocuments({ seed, split });
  const texts: string[] = [];
  for (let total = 0; total < bytes; total += (texts.at(-1) ?? '').length + 1)
    texts.push(documents.next().value);
  return texts;
}

function takeFromGrammar(count: number): string[] {
  const random = createRandom('grammar');
  return Array.from({ length: count }, () => drawFromGrammar(random));
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]"?) (?=["A-Z0-9])/);

describe('the prose corpus', () => {
  it('gives the same texts for the same seed, others for another seed', () => {
    expect(take(20_000, 'train', 5)).toEqual(take(20_000, 'train', '5'));
    expect(take(20_000, 'train', 5)).not.toEqual(take(20_000, 'train', 6));
  });

  it('knows all of its words', () => {
    const lexicon = proseLexicon();
    const words = take(300_000, 'train').flatMap(
      (story) => story.toLowerCase().match(/[a-z]+(?:'[a-z]+)*/g) ?? [],
    );
    const unknown = words.filter((word) => !lexicon.has(word));
    expect(unknown.length / words.length).toBeLessThan(0.001);
    expect(lexicon.size).toBeGreaterThan(grammarLexicon().size);
  });
});

describe('the grammar of the prose', () => {
  const texts = takeFromGrammar(14_000);

  it('tells at least 90 % unique texts in 3 MB', () => {
    expect(texts.join('\n').length).toBeGreaterThan(3_000_000);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.9);
  });

  it('has at least 600 words and 120 sentence frames', () => {
    expect(grammarLexicon().size).toBeGreaterThanOrEqual(600);
    expect(frameCount()).toBeGreaterThanOrEqual(120);
  });

  it('keeps most of val out of train', () => {
    const seen = new Set(take(3_000_000, 'train'));
    const val = take(200_000, 'val');
    expect(val.filter((story) => !seen.has(story)).length / val.length).toBeGreaterThan(0.9);
  });

  it('compares things and numbers in at least one text of fifteen', () => {
    const compared =
      /\b(taller|longer|shorter|higher|lower|wider|narrower|more|fewer|larger|smaller|heaviest)\b/;
    expect(texts.filter((text) => compared.test(text)).length).toBeGreaterThan(texts.length / 15);
  });

  it('compares numbers rightly', () => {
    let checked = 0;
    for (const text of texts) {
      for (const [, left = '', greater, right = ''] of text.matchAll(
        /\b(\d+) is (greater|less|fewer|more) than (\d+)/g,
      )) {
        checked++;
        expect(Number(left) > Number(right), text).toBe(greater === 'greater' || greater === 'more');
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  it('writes three to eight sentences of plain ASCII in one paragraph', () => {
    for (const story of texts.slice(0, 4000)) {
      expect(story).toMatch(/^[\x20-\x7e]+$/);
      expect(sentencesOf(story).length, story).toBeGreaterThanOrEqual(3);
      expect(sentencesOf(story).length, story).toBeLessThanOrEqual(8);
    }
  });

  it('uses words of its lexicon only, and nearly all of them', () => {
    const lexicon = grammarLexicon();
    const words = texts.flatMap((story) => story.toLowerCase().match(/[a-z]+/g) ?? []);
    const unknown = words.filter((word) => !lexicon.has(word));
    expect(unknown.length / words.length).toBeLessThan(0.001);
    const used = new Set(words);
    expect([...lexicon].filter((word) => !used.has(word)).length).toBeLessThan(lexicon.size / 20);
  });

  it('begins every sentence with a capital or a figure and leaves no slot open', () => {
    for (const story of texts.slice(0, 4000)) {
      expect(story).not.toMatch(/[{}]|undefined|NaN|, ,| {2}/);
      expect(story).toMatch(/^["A-Z0-9]/);
      expect(story).toMatch(/[.!?]"?$/);
      expect(story).not.toMatch(/[.] [a-z]/);
    }
  });

  it('puts "an" before vowels and "a" before other letters', () => {
    for (const story of texts.slice(0, 4000)) {
      expect(story).not.toMatch(/\b[Aa] (?!and |with )[aeio]/);
      expect(story).not.toMatch(/\b[Aa]n (?![aeiou])/);
    }
  });

  it('holds no Python syntax', () => {
    for (const story of texts)
      expect(story).not.toMatch(/\bdef\b|\blambda\b|\bimport\b|[=()[\]{}<>+*/%#_\\]|: ?$|\breturn [a-z]\b/);
  });

  it('has no word that needs a warning in a classroom, in its lexicon and in 3,000 texts', () => {
    expect(unsafeWords([...grammarLexicon()].join(' '))).toEqual([]);
    expect(texts.slice(0, 3000).filter((text) => unsafeWords(text).length > 0)).toEqual([]);
  });

  it('keeps the pronoun of the only person in a story', () => {
    const people = [...GIRLS, ...BOYS];
    let checked = 0;
    for (const story of texts.slice(0, 6000)) {
      const names = new Set(story.match(/\b[A-Z][a-z]+\b/g)?.filter((word) => people.includes(word)));
      const [name] = names;
      if (names.size !== 1 || name === undefined) continue;
      checked++;
      expect(story).not.toMatch(GIRLS.includes(name) ? /\b(he|him|his)\b/i : /\b(she|her|hers)\b/i);
    }
    expect(checked).toBeGreaterThan(500);
  });
});

describe('a sentence frame', () => {
  it('gets articles and capitals by position', () => {
    expect(
      fillFrame('{time}, {he} saw {a fine}. it was {a thing}.', {
        time: 'one day',
        he: 'she',
        fine: 'old hat',
        thing: 'hat',
      }),
    ).toBe('One day, she saw an old hat. It was a hat.');
    expect(fillFrame('"why?" {he} asked. he said, "go home."', { he: 'she' })).toBe(
      '"Why?" she asked. He said, "Go home."',
    );
  });

  it('refuses a slot without a value', () => {
    expect(() => fillFrame('{nobody} came.', {})).toThrow(/nobody/);
  });
});
