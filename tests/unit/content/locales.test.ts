import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, createLogger } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLocale, fileIn, withEnglish } from '../../../scripts/localeWords';
import { withPageWords } from '../../../scripts/pageWords';
import { compileNarrative, narrativePlugin } from '../../../scripts/narrativePlugin';

/** A page of four files, half of them in Polish, which counts with four forms. */
const SITE = {
  'words.en.md': '## tasks.one\n\n{{count}} task\n\n## tasks.other\n\n{{count}} tasks\n\n## new\n\nNew\n',
  'words.pl.md':
    '## tasks.one\n\n{{count}} zadanie\n\n## tasks.few\n\n{{count}} zadania\n\n## tasks.other\n\n{{count}} zadań\n',
  'rest.en.md': '## rest\n\nThe rest of [[loss]]\n',
  'terms/words.en.md': '## t\n\n[[loss]]\n',
  'terms/words.pl.md': '## t\n\n[[gradient]]\n',
  'src/app/pages.en.md': '## title\n\nA page & more\n',
  'src/app/pages.pl.md': '## title\n\nStrona "A"\n',
  'index.html':
    '<!doctype html><html lang="{{locale}}"><head><title>{{title}}</title><meta name="description" content="{{title}}"></head><body><script type="module" src="./page.ts"></script></body></html>',
  'page.ts': `import { LOCALE } from ${JSON.stringify(resolve('src/content/locale.ts'))};
import { counted, text } from ${JSON.stringify(resolve('src/content/narrative.ts'))};
import words from './words.en.md';
import rest from './rest.en.md';
const linked = import.meta.glob('./terms/*.en.md', { query: '?terms', import: 'default', eager: true });
globalThis.found = JSON.stringify({
  locale: LOCALE,
  counted: [1, 2, 5, 1600.5].map((n) => counted(words, 'tasks', n)),
  borrowed: [text(words, 'new'), text(rest, 'rest')],
  linked,
});
`,
};

const folder = mkdtempSync(join(tmpdir(), 'locales-'));

beforeAll(() => {
  for (const [path, source] of Object.entries(SITE)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The page in a language: what its code finds, its HTML, and what the build warns of. */
async function built(locale: string) {
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);
  const result = await build({
    root: folder,
    configFile: false,
    customLogger: { ...createLogger('silent'), warn, warnOnce: warn },
    plugins: [narrativePlugin(locale)],
    build: { write: false, modulePreload: false },
  });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const page = output.find(({ fileName }) => fileName === 'index.html');
  const context = { found: '' };
  for (const one of output) if (one.type === 'chunk') runInNewContext(one.code, context);
  return {
    found: JSON.parse(context.found) as unknown,
    page: page?.type === 'asset' ? String(page.source) : '',
    warnings: warnings.join('\n'),
  };
}

describe('a build for another language', () => {
  it('reads its files, counts and writes numbers as it does, and says what is still English', async () => {
    const { found, page, warnings } = await built('pl');
    expect(found).toEqual({
      locale: 'pl',
      counted: ['1 zadanie', '2 zadania', '5 zadań', '1600,5 zadań'],
      borrowed: ['New', 'The rest of loss'],
      linked: { './terms/words.en.md': ['gradient'] },
    });
    expect(page).toContain('<html lang="pl">');
    expect(page).toContain('<title>Strona &quot;A&quot;</title>');
    expect(page).toContain('content="Strona &quot;A&quot;"');
    expect(warnings).toMatch(/Not in the language pl, so in English:\s+rest\.en\.md\s+words\.pl\.md ## new/);
  });

  it('is not there for the language of the files themselves', async () => {
    const { found, page, warnings } = await built('en');
    expect(found).toMatchObject({
      locale: 'en',
      counted: ['1 task', '2 tasks', '5 tasks', '1,600.5 tasks'],
      linked: { './terms/words.en.md': ['loss'] },
    });
    expect(page).toContain('<title>A page &amp; more</title>');
    expect(warnings).toBe('');
  });

  it('has accents and a language of its own in the pseudo-locale', async () => {
    const { found, page, warnings } = await built('pseudo');
    expect(found).toMatchObject({ locale: 'en-XA', borrowed: ['Ñééŵ', expect.stringMatching(/ôôƒ/)] });
    expect(page).toContain('<html lang="en-XA">');
    expect(page).not.toMatch(/A page/);
    expect(warnings).toBe('');
  });
});

describe('the language of a build', () => {
  it('is a tag that Intl knows how to read', () => {
    expect(buildLocale('pt-br')).toEqual({ tag: 'pt-BR', isPseudo: false });
    expect(buildLocale('pseudo')).toEqual({ tag: 'en-XA', isPseudo: true });
    expect(() => buildLocale('en_US')).toThrow(RangeError);
  });

  it('takes the words of the language where its region has none', () => {
    const english = join(folder, 'words.en.md');
    expect(fileIn('pl-PL', english)).toBe(join(folder, 'words.pl.md'));
    expect(fileIn('en-GB', english)).toBe(english);
    expect(fileIn('de', english)).toBeNull();
  });
});

describe('a translation', () => {
  const section = (text: string) => ({ html: text, text });

  it('borrows what it lacks, but no form of a number that its language does not have', () => {
    const own = { 'tasks.other': section('タスク') };
    const english = { 'tasks.one': section('task'), 'tasks.other': section('tasks'), new: section('New') };
    expect(withEnglish(own, english)).toEqual({
      sections: { ...own, new: english.new },
      missing: ['new'],
    });
  });

  it('writes measured numbers as its language does, bars behind shares included', () => {
    const table = '## t\n\n| a | b |\n|---|---|\n| c | {{evidence small.seen.passes}} |\n';
    const { t } = compileNarrative(table, 'test.de.md', 'de');
    expect(t?.html).toMatch(/<td style="--p: 0\.\d+">\d+\s%<\/td>/);
  });
});

describe('the words of a page', () => {
  it('are all there, or the build fails', () => {
    expect(() => withPageWords('<title>{{titel}}</title>', {}, 'en')).toThrow(/add "## titel"/);
  });
});
