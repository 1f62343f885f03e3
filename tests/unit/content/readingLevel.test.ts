import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readability, syllables } from './readingLevel';
import { sectionsOf, WORD_FILES } from './wordFiles';

/** Nobody of the readers meant, from the ninth grade on, should have to read a sentence twice. */
const MOST_GRADE = 8;

/** Paragraphs and items of a list as a reader hears them: code and values are one short word. */
function paragraphsOf(source: string): readonly string[] {
  const heard = source
    .replace(/\{\{.*?\}\}/g, 'ten')
    .replace(/`[^`]*`/g, 'code')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/[*“”]/g, '');
  return heard
    .split(/\n+/)
    .filter((line) => !line.startsWith('|'))
    .filter((line) => /[.?!]\s*$/.test(line));
}

const stages = new Map<string, string[]>();
for (const file of WORD_FILES) {
  const folder = basename(dirname(file));
  if (!/^\d\d-/.test(folder)) continue;
  const texts = sectionsOf(file).flatMap(({ source }) => paragraphsOf(source));
  stages.set(folder, [...(stages.get(folder) ?? []), ...texts]);
}

describe('the reading level', () => {
  it.each([
    ['cat', 1],
    ['token', 2],
    ['likely', 2],
    ['probability', 5],
    ['weights', 1],
    ['trained', 1],
    ['tested', 2],
  ])('counts the syllables of %s', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('rises with longer sentences and longer words', () => {
    const easy = readability(['The cat sat. It was fat.']).grade;
    const harder = readability(['The cat, which was considerably overweight, remained seated.']).grade;
    expect(easy).toBeLessThan(2);
    expect(harder).toBeGreaterThan(9);
  });

  it.each([...stages])('of %s suits a reader of about fifteen', (folder, texts) => {
    const { words, sentences, grade } = readability(texts);
    console.log(`${folder}: grade ${grade.toFixed(1)}, ${sentences} sentences, ${words} words`);
    expect(words).toBeGreaterThan(100);
    expect(grade).toBeLessThanOrEqual(MOST_GRADE);
  });
});
