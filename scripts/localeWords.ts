/** Words in the language of the build: which file holds them, and what of it is still English. */
import { existsSync } from 'node:fs';
import { LOCALE } from '../src/content/locale.ts';
import type { CompiledSection } from './narrativePlugin.ts';

type Sections = Readonly<Record<string, CompiledSection>>;

/** The language that all words are written in first. */
const FIRST = 'en';
const FILE_OF_FIRST = /\.en\.md$/;

/** The tag that Unicode gives to English in accents: numbers and plurals as in English. */
const PSEUDO_TAG = 'en-XA';

/** What a build is made for. */
export interface BuildLocale {
  /** BCP 47 tag, for `lang` and Intl. */
  readonly tag: string;
  /** True for the language of scripts/pseudoLocale.ts. */
  readonly isPseudo: boolean;
}

/** @param wanted a BCP 47 tag, or 'pseudo'. @throws RangeError when it is neither */
export function buildLocale(wanted = process.env['LOCALE'] ?? LOCALE): BuildLocale {
  const isPseudo = wanted === 'pseudo';
  const [tag = FIRST] = Intl.getCanonicalLocales(isPseudo ? PSEUDO_TAG : wanted);
  return { tag, isPseudo };
}

/** `words.de-AT.md` or `words.de.md` where `words.en.md` was asked for; null when nobody has written either. */
export function fileIn(tag: string, english: string): string | null {
  for (const language of [tag, new Intl.Locale(tag).language]) {
    if (language === FIRST) return english;
    const file = english.replace(FILE_OF_FIRST, `.${language}.md`);
    if (existsSync(file)) return file;
  }
  return null;
}

/** The English file that a file of words was translated from; null for an English one. */
export const englishOf = (file: string): string | null =>
  FILE_OF_FIRST.test(file) ? null : file.replace(/\.[\w-]+\.md$/, '.en.md');

/** `tasks` of `tasks.one`: a section with a form for every kind of number. */
const FORM = /^(.+)\.(?:zero|one|two|few|many|other)$/;

/**
 * A translation with the English sections that it lacks. Languages have other forms for numbers: one that has
 * `tasks.other` lacks no form of `tasks`.
 * @returns the sections, and the keys that stayed English
 */
export function withEnglish(own: Sections, english: Sections): { sections: Sections; missing: string[] } {
  const missing = Object.keys(english).filter((key) => {
    const family = FORM.exec(key)?.[1];
    return !(key in own) && !(family !== undefined && `${family}.other` in own);
  });
  const borrowed = Object.fromEntries(Object.entries(english).filter(([key]) => missing.includes(key)));
  return { sections: { ...borrowed, ...own }, missing };
}
