import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { CITATIONS } from '../../../src/content/citations';
import { SOURCES } from '../../../src/stages/90-conclusion/sources';
import { sectionsOf, WORD_FILES } from './wordFiles';

/** Keys of the works that a text names as "Brown et al. 2020". */
const citedIn = (source: string): readonly string[] =>
  [...source.matchAll(/(\p{L}+) et al\. (\d{4})/gu)].map(
    ([, name = '', year = '']) => name.toLowerCase() + year,
  );

const cited = WORD_FILES.flatMap(sectionsOf).flatMap(({ file, key, source }) =>
  citedIn(source).map((work) => ({ work, place: `${relative('src', file)} ## ${key}` })),
);

it('tells the whole of every source that the words name in short', () => {
  const untold = cited.filter(({ work }) => !SOURCES.some((source) => source === work));
  expect(untold).toEqual([]);
  expect(SOURCES.filter((source) => !CITATIONS[source])).toEqual([]);
});

it('lists no source that the words do not name', () => {
  expect(SOURCES.filter((source) => !cited.some(({ work }) => work === source))).toEqual([]);
});
