import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../../src/content/glossary';
import { LOCALE } from '../../../src/content/locale';
import {
  placeholdersOf,
  sectionsOf,
  sourcesLike,
  termsOf,
  WORD_FILES,
  type WrittenSection,
} from './wordFiles';
import { FORM, wordUses, type WordUse } from './wordUses';

const GLOSSARY_FILE = 'content/glossary.en.md';
const placeOf = ({ file, key }: WrittenSection): string => `${relative('src', file)} ## ${key}`;
const sections = WORD_FILES.flatMap(sectionsOf).filter(({ file }) => !file.endsWith(GLOSSARY_FILE));

describe('the words of the page', () => {
  const uses = wordUses();
  const usesOf = ({ file, key }: WrittenSection) =>
    uses.filter((use) => use.file === file && use.keys.test(key));
  it('are all shown somewhere', () => {
    expect(sections.filter((section) => usesOf(section).length === 0).map(placeOf)).toEqual([]);
  });

  it('exist wherever the code asks for them', () => {
    const known = new Set(sections.map(({ file, key }) => `${file} ${key}`));
    const missing = uses.filter(
      ({ file, keys, isKnown }) =>
        isKnown &&
        ![...known].some((one) => one.startsWith(`${file} `) && keys.test(one.slice(file.length + 1))),
    );
    expect(missing.map(({ place, keys }) => `${place} ${keys.source}`)).toEqual([]);
  });

  it('have a value for every placeholder at every place that shows them', () => {
    const lacks = (name: string) => (use: WordUse) => use.values !== null && !use.values.has(name);
    const open = sections.flatMap((section) =>
      placeholdersOf(section.source).flatMap((name) => {
        const all = usesOf(section);
        const known = all.filter(({ isKnown }) => isKnown);
        // Where no place asks for it by name, one of those that could has to be the one.
        const lacking = known.length > 0 ? known.filter(lacks(name)) : all.every(lacks(name)) ? all : [];
        return lacking.map(({ place }) => `${placeOf(section)} {{${name}}} at ${place}`);
      }),
    );
    expect(open).toEqual([]);
  });

  it('have every form that English counts with, and no other, where a number chooses', () => {
    const counted = sections.filter(({ key }) => FORM.test(key));
    const families = new Set(counted.map((section) => placeOf(section).replace(FORM, '')));
    expect(families.size).toBeGreaterThan(70);
    const forms = new Intl.PluralRules(LOCALE).resolvedOptions().pluralCategories;
    const wanted = [...families].flatMap((family) => forms.map((form) => `${family}.${form}`));
    expect(counted.map(placeOf).sort()).toEqual(wanted.sort());
  });

  it('leave the choice of a form to the rules of the language', () => {
    const byHand = sections.filter(
      (section) => FORM.test(section.key) && !usesOf(section).some(({ isCounted }) => isCounted),
    );
    expect(byHand.map(placeOf)).toEqual([]);
    const pairs = sourcesLike(/\.tsx?$/).filter((path) =>
      /\b(?:text|html)\(\s*\w+,\s*[\w.]+ [!=]== 1 \?/.test(readFileSync(path, 'utf8')),
    );
    expect(pairs.map((path) => relative('src', path))).toEqual([]);
  });

  it('link to terms only where a reader can open them', () => {
    const dead = sections.filter(
      (section) => termsOf(section.source).length > 0 && !usesOf(section).some(({ isProse }) => isProse),
    );
    expect(dead.map(placeOf)).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has an entry for every term that the words link to', () => {
    const unknown = sections.flatMap((section) =>
      termsOf(section.source)
        .filter((term) => !GLOSSARY.has(term))
        .map((term) => `${placeOf(section)} [[${term}]]`),
    );
    expect(unknown).toEqual([]);
  });

  it('has no entry that the words of no stage link to', () => {
    const inStages = sections.filter(({ file }) => /\/stages\/\d\d-/.test(file));
    const linked = new Set(inStages.flatMap(({ source }) => termsOf(source)));
    expect([...GLOSSARY.keys()].filter((term) => !linked.has(term))).toEqual([]);
    expect(GLOSSARY.size).toBeGreaterThanOrEqual(44);
  });

  it('tells every term in at most three sentences, under a name', () => {
    for (const { id, name, meaning } of GLOSSARY.values()) {
      expect(name, id).not.toBe('');
      expect(meaning.split(/[.!?](?:\s|$)/).filter(Boolean).length, id).toBeLessThanOrEqual(3);
      expect(meaning, id).toMatch(/^[A-Z].*[.!?]$/);
    }
  });
});
