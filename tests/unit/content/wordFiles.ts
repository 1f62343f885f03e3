import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One `## key` of a file of words, as it was written. */
export interface WrittenSection {
  /** Absolute path. */
  readonly file: string;
  readonly key: string;
  readonly source: string;
}

/** Absolute paths of the sources whose path below src fits. */
export const sourcesLike = (pattern: RegExp): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => resolve('src', path));

/** Every file with words for the page. */
export const WORD_FILES: readonly string[] = sourcesLike(/\.en\.md$/);

export function sectionsOf(file: string): readonly WrittenSection[] {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^## +/m);
  return parts.map((part) => {
    const [key = '', ...lines] = part.split('\n');
    return { file, key: key.trim(), source: lines.join('\n').trim() };
  });
}

/** Names of the values that code has to fill in; figures of the evidence are filled in by the build. */
export const placeholdersOf = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')),
];

/** Ids of the terms a section links to. */
export const termsOf = (source: string): readonly string[] =>
  [...source.matchAll(/\[\[([^\]|]+)(?:\|[^\]]+)?\]\]/g)].map((match) =>
    (match[1] ?? '').trim().toLowerCase(),
  );
