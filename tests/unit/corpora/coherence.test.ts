import { describe, expect, it } from 'vitest';
import {
  coherenceOf,
  STORY_PROMPTS,
  STORY_SETTINGS,
  type Coherence,
} from '../../../src/corpora/prose/coherence';
import { drawFromGrammar } from '../../../src/corpora/prose/stories';
import { BOYS, GIRLS, OBJECTS, TOYS } from '../../../src/corpora/prose/words';
import { createRandom } from '../../../src/engine/random';

const TEXTS = 2000;

function drawTexts(): string[] {
  const random = createRandom('coherence');
  return Array.from({ length: TEXTS }, () => drawFromGrammar(random));
}

const texts = drawTexts();

/** Checks and the share of them that is right, over many texts. */
function overall(name: keyof Coherence, many: readonly string[]): { checked: number; share: number } {
  const all = many.map((text) => coherenceOf(text)[name]);
  const checked = all.reduce((sum, one) => sum + one.checked, 0);
  return { checked, share: all.reduce((sum, one) => sum + one.right, 0) / checked };
}

/** "8 of 10" in short. */
const pronouns = (text: string): string => {
  const { checked, right } = coherenceOf(text).pronouns;
  return `${right}/${checked}`;
};
const things = (text: string): string => {
  const { checked, right } = coherenceOf(text).things;
  return `${right}/${checked}`;
};

describe('the texts of the grammar', () => {
  it('hold together: of their pronouns and things at least 98 % are right', () => {
    expect(overall('pronouns', texts).share).toBeGreaterThanOrEqual(0.98);
    expect(overall('things', texts).share).toBeGreaterThanOrEqual(0.98);
  });

  it('give enough to check', () => {
    expect(overall('pronouns', texts).checked).toBeGreaterThan(TEXTS);
    expect(overall('things', texts).checked).toBeGreaterThan(TEXTS / 2);
  });

  it('lose most of their pronouns when every girl gets the name of a boy and every boy that of a girl', () => {
    const other = new Map<string, string>();
    for (const [i, girl] of GIRLS.entries()) {
      const boy = BOYS[i] ?? '';
      other.set(girl, boy).set(boy, girl);
    }
    const swapped = texts.map((text) => text.replace(/[A-Z][a-z]+/g, (word) => other.get(word) ?? word));
    expect(overall('pronouns', swapped).share).toBeLessThan(0.2);
    expect(overall('things', swapped)).toEqual(overall('things', texts));
  });

  it('lose half of their pronouns when each is drawn anew', () => {
    const random = createRandom('coin');
    const tossed = texts.map((text) =>
      text.replace(/\b(he|she)\b/gi, () => (random.next() < 0.5 ? 'he' : 'she')),
    );
    expect(overall('pronouns', tossed).share).toBeLessThan(0.75);
  });

  it('lose their things when every one after its first mention is another', () => {
    const pool = [...new Set([...OBJECTS, ...TOYS])];
    const swapped = texts.map((text) => {
      const seen = new Set<string>();
      return text.replace(/\b[a-z]+\b/g, (word) => {
        const place = pool.indexOf(word);
        if (place < 0) return word;
        const again = seen.has(word);
        seen.add(word);
        return again ? (pool[(place + 1) % pool.length] ?? word) : word;
      });
    });
    expect(overall('things', swapped).share).toBeLessThan(0.6);
  });
});

describe('pronouns', () => {
  it('agree with the only gender named so far', () => {
    expect(pronouns('Nora went home. She ate her soup. ')).toBe('2/2');
    expect(pronouns('Nora went home. He ate his soup. ')).toBe('0/2');
    expect(pronouns('Leo and Max met him. Then she left. ')).toBe('1/2');
  });

  it('are not judged before anybody is named, or once girls and boys are', () => {
    expect(pronouns('She went home. ')).toBe('0/0');
    expect(pronouns('Nora met Leo. She saw him, and he saw her. ')).toBe('0/0');
    expect(pronouns('Leo and his mother went home. He slept, and she sang. ')).toBe('1/1');
  });

  it('and the child beside a name are judged by the name', () => {
    expect(pronouns('There was a girl named Nora. She sang. ')).toBe('2/2');
    expect(pronouns('There was a boy named Nora. Her song was nice. ')).toBe('1/2');
    expect(pronouns('Leo was a brave girl. He ran. ')).toBe('1/2');
  });

  it('follow a boy or a girl without a name', () => {
    expect(pronouns('A boy lost it. He was sad, and she was not. ')).toBe('1/2');
  });

  it('and names that the end cut are left out', () => {
    expect(pronouns('Nora went home. The')).toBe('0/0');
    expect(pronouns('Nora went home. He')).toBe('0/0');
    expect(pronouns('He')).toBe('0/0');
  });
});

describe('things', () => {
  it('after "the" were told of before', () => {
    expect(things('Nora had a stone. She lost the stone. ')).toBe('1/1');
    expect(things('Nora had a stone. The button was lost. ')).toBe('0/1');
  });

  it('are not introduced by "the" alone, with or without words for their looks', () => {
    expect(things('The button was lost. The button was red. ')).toBe('0/2');
    expect(things('The small red button was lost. The button was red. ')).toBe('0/2');
  });

  it('are introduced by whose they are', () => {
    expect(things('Leo loved his blue kite. The kite broke. ')).toBe('1/1');
  });

  it('are not judged before "of", and the letter never', () => {
    expect(things('It was in the box of Mia. ')).toBe('0/0');
    expect(things('The letter came. ')).toBe('0/0');
  });
});

describe('the stories to measure a model by', () => {
  it('are sixteen, each of another seed, and some of every opener', () => {
    expect(STORY_PROMPTS).toHaveLength(16);
    expect(new Set(STORY_PROMPTS.map(({ seed }) => seed)).size).toBe(16);
    expect(new Set(STORY_PROMPTS.map(({ prompt }) => prompt)).size).toBe(4);
  });

  it('are drawn with nothing cut off', () => {
    expect(STORY_SETTINGS).toEqual({ temperature: 0.8, topK: 0, topP: 1, maxNewTokens: 72 });
  });
});
