import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileNarrative } from '../../scripts/narrativePlugin';
import { CITATIONS } from '../../src/content/citations';
import { allFiles, ROOT, sourceFiles } from './sources';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the documents', () => {
  it.each(['README.md', 'src/engine/README.md', 'src/corpora/README.md', 'docs/architecture.md'])(
    '%s links only to what is there',
    (path) => {
      const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
      expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
    },
  );

  it('list every chapter of the engine', () => {
    const text = read('src/engine/README.md');
    const chapters = sourceFiles().filter((file) => file.path.startsWith('engine/'));
    const missing = chapters
      .map((file) => file.path.slice('engine/'.length))
      .filter((path) => !text.includes(path));
    expect(missing).toEqual([]);
  });

  it('name only works that content/citations.ts knows', () => {
    const keys = sourceFiles().flatMap((file) =>
      [...file.text.matchAll(/@source ([a-z]+\d{4})/g)].map((m) => m[1] ?? ''),
    );
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !(key in CITATIONS))).toEqual([]);
  });
});

describe('the narratives', () => {
  const files = allFiles('src', /\.en\.md$/);
  const compiled = files.map((path) => ({ path, sections: compileNarrative(read(path), path) }));

  it('compile', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const { sections } of compiled) expect(Object.keys(sections).length).toBeGreaterThan(0);
  });
});
