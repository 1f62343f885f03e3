import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement, type ComponentType } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inPseudoLocale } from '../../../scripts/narrativePlugin';
import { withPageWords } from '../../../scripts/pageWords';
import type { Narrative } from '../../../src/content/narrative';
import { isUntranslated } from './dataWords';
import { pagesIn, type Pages } from './pseudoPages';
import { shownWords } from './shownWords';

const FILES = import.meta.glob<{ default: Record<string, Narrative[string]> }>('/src/**/*.en.md', {
  eager: true,
});

let pages: Pages;

beforeAll(async () => {
  // What the build does with LOCALE=pseudo, before any module has read a word.
  for (const { default: sections } of Object.values(FILES)) Object.assign(sections, inPseudoLocale(sections));
  vi.stubGlobal('window', { location: new URL('https://example.org/lesson/') });
  pages = await pagesIn();
}, 60_000);

/** Words that no file of words holds, as "where: words". */
function untranslated(Page: ComponentType): readonly string[] {
  const found = shownWords(renderToStaticMarkup(createElement(Page))).filter(({ words }) =>
    isUntranslated(words),
  );
  return [...new Set(found.map(({ where, words }) => `${where}: ${words.slice(0, 160)}`))];
}

describe('the pseudo-locale', () => {
  it('accents and lengthens words, and leaves code, placeholders and links alone', () => {
    const html = '<p>A <code>def f</code> of {{count}} <a href="https://x.org/a">steps</a> &amp; more</p>';
    const { of } = inPseudoLocale({ of: { html, text: '' } });
    expect(of?.html).toContain('<code>def f</code> ôôƒ {{count}} <a href="https://x.org/a">');
    expect(of?.text).not.toMatch(/steps|more|of/);
  });

  it('makes words about a third longer', () => {
    const words = 'a generator writes them without end and every answer was run against its tests';
    const { of } = inPseudoLocale({ of: { html: words, text: words } });
    const longer = [...(of?.text ?? '')].length / words.length;
    expect(longer).toBeGreaterThan(1.25);
    expect(longer).toBeLessThan(1.5);
  });

  it('leaves no word of the page as it was', () => {
    const found = Object.entries(pages).flatMap(([name, Page]) =>
      untranslated(Page).map((words) => `${name} | ${words}`),
    );
    expect(found).toEqual([]);
  });

  it.each(['index.html', 'teach.html', 'speaker.html'])(
    'leaves no word of a page as it is before its code runs: %s',
    (name) => {
      const words = FILES['/src/app/pages.en.md']?.default ?? {};
      const page = withPageWords(readFileSync(name, 'utf8'), words, 'en-XA');
      const told = /<meta\s+(?:name|property)="[\w:]*(?:description|title|alt)"\s+content="([^"]*)"/g;
      const cards = [...page.matchAll(told)].map(([, content = '']) => content);
      const shown = [...cards, ...shownWords(page).map(({ words: said }) => said)];
      expect(shown.length).toBeGreaterThan(1);
      expect(shown.filter(isUntranslated)).toEqual([]);
      expect(page).toContain('<html lang="en-XA">');
    },
  );

  it('leaves no placeholder open', () => {
    const open = Object.entries(pages).filter(([, Page]) =>
      renderToStaticMarkup(createElement(Page)).includes('{{'),
    );
    expect(open.map(([name]) => name)).toEqual([]);
  });
});
