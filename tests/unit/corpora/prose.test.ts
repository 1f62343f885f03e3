import { describe, expect, it } from 'vitest';
import { frameCount, proseLexicon } from '../../../src/corpora/prose/lexicon';
import { BOYS, GIRLS } from '../../../src/corpora/prose/words';
import { proseDocuments } from '../../../src/corpora/prose/stories';
import { fillFrame } from '../../../src/corpora/prose/template';

function take(bytes: number, split: 'train' | 'val', seed: string | number = 1): string[] {
  const documents = proseDocuments({ seed, split });
  const texts: string[] = [];
  for (let total = 0; total < bytes; total += (texts.at(-1) ?? '').length + 1)
    texts.push(documents.next().value);
  return texts;
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]"?) (?=["A-Z0-9])/);

/** Words that have no place in a classroom story; a hit means a frame or word list needs another word. */
const UNSUITABLE =
  /\b(kill\w*|murder\w*|die|died|dies|dead|death|blood\w*|gun|guns|knife|weapon\w*|war|hate\w*|stupid|idiot\w*|fat|ugly|dumb|drunk|beer|wine|vodka|drug\w*|smok\w*|cigarette\w*|sex\w*|kiss\w*|naked|hell|damn\w*|devil|god|suicid\w*|hang|hanged|slave\w*|bomb\w*|shoot\w*|shot|fuck\w*|shit\w*|ass|bitch\w*|crap|nazi\w*|terror\w*|abus\w*|rape\w*|torture\w*)\b/i;

describe('the prose corpus', () => {
  const text = take(3_000_000, 'train');

  it('gives the same texts for the same seed, others for another seed', () => {
    expect(take(20_000, 'train', 5)).toEqual(take(20_000, 'train', '5'));
    expect(take(20_000, 'train', 5)).not.toEqual(take(20_000, 'train', 6));
  });

  it('tells at least 90 % unique texts in 3 MB', () => {
    expect(new Set(text).size / text.length).toBeGreaterThan(0.9);
  });

  it('has at least 350 words and 80 sentence frames', () => {
    expect(proseLexicon().size).toBeGreaterThanOrEqual(350);
    expect(frameCount()).toBeGreaterThanOrEqual(80);
  });

  it('keeps most of val out of train', () => {
    const seen = new Set(text);
    const val = take(200_000, 'val');
    expect(val.filter((story) => !seen.has(story)).length / val.length).toBeGreaterThan(0.9);
  });

  it('writes three to eight sentences of plain ASCII in one paragraph', () => {
    for (const story of text.slice(0, 4000)) {
      expect(story).toMatch(/^[\x20-\x7e]+$/);
      expect(sentencesOf(story).length, story).toBeGreaterThanOrEqual(3);
      expect(sentencesOf(story).length, story).toBeLessThanOrEqual(8);
    }
  });

  it('uses words of the lexicon only, and nearly all of them', () => {
    const lexicon = proseLexicon();
    const words = text.flatMap((story) => story.toLowerCase().match(/[a-z]+/g) ?? []);
    const unknown = words.filter((word) => !lexicon.has(word));
    expect(unknown.length / words.length).toBeLessThan(0.001);
    const used = new Set(words);
    expect([...lexicon].filter((word) => !used.has(word)).length).toBeLessThan(lexicon.size / 20);
  });

  it('begins every sentence with a capital or a figure and leaves no slot open', () => {
    for (const story of text.slice(0, 4000)) {
      expect(story).not.toMatch(/[{}]|undefined|NaN|, ,| {2}/);
      expect(story).toMatch(/^["A-Z0-9]/);
      expect(story).toMatch(/[.!?]"?$/);
      expect(story).not.toMatch(/[.] [a-z]/);
    }
  });

  it('puts "an" before vowels and "a" before other letters', () => {
    for (const story of text.slice(0, 4000)) {
      expect(story).not.toMatch(/\b[Aa] (?!and |with )[aeio]/);
      expect(story).not.toMatch(/\b[Aa]n (?![aeiou])/);
    }
  });

  it('holds no Python syntax', () => {
    for (const story of text)
      expect(story).not.toMatch(/\bdef\b|\blambda\b|\bimport\b|[=()[\]{}<>+*/%#_\\]|: ?$|\breturn [a-z]\b/);
  });

  it('is fit for a classroom', () => {
    const words = [...proseLexicon()].join(' ');
    expect(UNSUITABLE.exec(words)).toBeNull();
    expect(text.filter((story) => UNSUITABLE.test(story))).toEqual([]);
  });

  it('keeps the pronoun of the only person in a story', () => {
    const people = [...GIRLS, ...BOYS];
    let checked = 0;
    for (const story of text.slice(0, 6000)) {
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
