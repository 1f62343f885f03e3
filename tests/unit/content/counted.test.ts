import { afterEach, describe, expect, it, vi } from 'vitest';
import { counted, countedHtml, text, type Narrative } from '../../../src/content/narrative';

const FILES = import.meta.glob<{ default: Narrative }>('/src/**/*.en.md', { eager: true });

/** Every counted section of the page: its words, and its key without the form. */
const FAMILIES = Object.entries(FILES).flatMap(([file, { default: words }]) =>
  Object.keys(words)
    .filter((key) => key.endsWith('.other'))
    .map((key) => ({ file, words, family: key.slice(0, -'.other'.length) })),
);

const section = (of: string) => ({ html: `<p>${of}</p>`, text: of });

/** Every form there is, named by itself. */
const FORMS: Narrative = Object.fromEntries(
  ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`tasks.${form}`, section(form)]),
);

/** The page's own reader of words, in another language. */
async function inLocale(tag: string) {
  vi.resetModules();
  vi.doMock('../../../src/content/locale', () => ({ LOCALE: tag }));
  return import('../../../src/content/narrative');
}

afterEach(() => {
  vi.doUnmock('../../../src/content/locale');
  vi.resetModules();
});

describe('a counted section of the page', () => {
  it('is told of one in its singular, and of any other number in its plural', () => {
    expect(FAMILIES.length).toBeGreaterThan(70);
    for (const { words, family, file } of FAMILIES) {
      const place = `${file} ${family}`;
      expect(counted(words, family, 1), place).toBe(text(words, `${family}.one`, { count: 1 }));
      expect(counted(words, family, 0), place).toBe(text(words, `${family}.other`, { count: 0 }));
      expect(counted(words, family, 1600), place).toBe(text(words, `${family}.other`, { count: 1600 }));
    }
  });

  it('never speaks of 1 things', () => {
    const wrong = FAMILIES.map(({ words, family }) => counted(words, family, 1)).filter((words) =>
      /(?<![\d.,])1 (?!of\b|passes\b)\w+s\b/.test(words),
    );
    expect(wrong).toEqual([]);
  });

  it('differs between one and more, but for names', () => {
    const alike = FAMILIES.filter(
      ({ words, family }) => words[`${family}.one`]?.text === words[`${family}.other`]?.text,
    );
    expect(alike.map(({ family }) => family)).toEqual(['history.topK', 'history.topP']);
  });
});

describe('a count', () => {
  const words: Narrative = {
    'steps.one': section('{{count}} step'),
    'steps.other': section('{{count}} steps'),
  };

  it('is written as the language writes numbers, unless the values write it otherwise', () => {
    expect(counted(words, 'steps', 1600)).toBe('1,600 steps');
    expect(counted(words, 'steps', 1600, { count: 'about 2,000' })).toBe('about 2,000 steps');
    expect(countedHtml(words, 'steps', 1)).toBe('<p>1 step</p>');
  });

  it.each([
    ['en', [0, 1, 2, 5], ['other', 'one', 'other', 'other']],
    ['fr', [0, 1, 2], ['one', 'one', 'other']],
    ['pl', [1, 2, 5, 22, 1.5], ['one', 'few', 'many', 'few', 'other']],
    ['ar', [0, 1, 2, 3, 11, 100], ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['ja', [0, 1, 2], ['other', 'other', 'other']],
  ])('chooses the form by the rules of its language: %s', async (tag, counts, forms) => {
    const narrative = await inLocale(tag);
    expect(counts.map((count) => narrative.counted(FORMS, 'tasks', count))).toEqual(forms);
  });

  it('takes the general form where a translation has no other', async () => {
    const narrative = await inLocale('pl');
    expect(narrative.counted({ 'tasks.other': section('{{count}} x') }, 'tasks', 2)).toBe('2 x');
  });

  it('names the section that is missing', () => {
    expect(() => counted(words, 'days', 2)).toThrow(/no section "days.other"/);
  });
});

describe('a number in words', () => {
  const words: Narrative = { n: section('{{n}}') };

  it('is written with separators, and with the decimals it has', () => {
    expect([1600, 0.8, 0.0003, 1 / 3].map((n) => text(words, 'n', { n }))).toEqual([
      '1,600',
      '0.8',
      '0.0003',
      '0.333333',
    ]);
  });

  it('stays as it is where it comes as a string: a seed is typed, not counted', () => {
    expect(text(words, 'n', { n: '123456' })).toBe('123456');
  });

  it('is written as another language writes it', async () => {
    const narrative = await inLocale('de');
    expect(narrative.text(words, 'n', { n: 1600.5 })).toBe('1.600,5');
  });
});
