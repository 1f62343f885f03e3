import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { marked } from 'marked';
import { normalizePath, type Plugin } from 'vite';
import { LOCALE } from '../src/content/locale.ts';
import { EVIDENCE_FILE, readFigures, withEvidence } from './evidenceWords.ts';
import { buildLocale, englishOf, fileIn, withEnglish } from './localeWords.ts';
import { hasPlaceholders, PAGE_WORDS, withPageWords } from './pageWords.ts';
import { pseudoSection } from './pseudoLocale.ts';

/** One section of a narrative file: as markup for the page, and as plain text for labels. */
export interface CompiledSection {
  readonly html: string;
  readonly text: string;
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

const TERM = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g;

/**
 * `[[loss]]` and `[[loss|the loss]]` become a button that opens the glossary's entry. It is a span, because the element
 * `button` is a box whose words do not break across lines; `Prose` answers its keys.
 */
const withTerms = (markdown: string): string =>
  markdown.replace(
    TERM,
    (_, term: string, shown: string | undefined) =>
      `<span role="button" tabindex="0" class="term" data-term="${term.trim().toLowerCase()}">${shown ?? term}</span>`,
  );

/**
 * A table's first column names its rows, and says so to a screen reader. A cell that begins with a share carries it as
 * `--p`, for a bar behind the number.
 */
const withNamedRows = (html: string): string =>
  html
    .replace(/<th(?=[ >])/g, '<th scope="col"')
    .replace(/(<tr>\s*)<td([^>]*)>(.*?)<\/td>/g, '$1<th scope="row"$2>$3</th>')
    .replace(
      /<td([^>]*)>(\d+)(\s?%)/g,
      (_, attributes: string, share: string, sign: string) =>
        `<td${attributes} style="--p: ${Number(share) / 100}">${share}${sign}`,
    );

/**
 * Compiles a narrative: every `## key` heading starts a section, what stands below is its text.
 * @param tag the language that measured numbers are written in
 * @throws Error when a key occurs twice, text stands before the first key, or a figure was not measured
 */
export function compileNarrative(
  source: string,
  file: string,
  tag = LOCALE,
): Record<string, CompiledSection> {
  const sections: Record<string, CompiledSection> = {};
  const [head = '', ...parts] = withEvidence(source, readFigures, tag).split(/^## +/m);
  if (head.replace(/^# .*$/m, '').trim()) throw new Error(`${file}: text before the first "## key"`);
  for (const part of parts) {
    const [key = '', ...lines] = part.split('\n');
    const name = key.trim();
    if (name in sections) throw new Error(`${file}: the key "${name}" occurs twice`);
    const html = withNamedRows(marked.parse(withTerms(lines.join('\n').trim()), { async: false }));
    sections[name] = { html: html.trim(), text: plain(html) };
  }
  return sections;
}

/** A narrative in the pseudo-locale. */
export const inPseudoLocale = (
  sections: Readonly<Record<string, CompiledSection>>,
): Record<string, CompiledSection> =>
  Object.fromEntries(Object.entries(sections).map(([key, section]) => [key, pseudoSection(section, plain)]));

/** Ids of the glossary's terms that a narrative links to. */
const termsOf = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(TERM)].map(([, term = '']) => term.trim().toLowerCase())),
];

const ENGLISH_WORDS = /\.en\.md(?:\?|$)/;
const LOCALE_FILE = normalizePath(resolve('src/content/locale.ts'));

/**
 * Lets the app import `narrative.en.md` as compiled sections: no Markdown parser travels to the reader. Asked for as
 * `narrative.en.md?terms` it is the list of the terms it links to. In a build for another language it is
 * `narrative.de.md` that is read; what nobody has translated yet stays English, and is listed in a warning. The words
 * of the pages themselves, and the tag that the page's code knows, are of the same language.
 * @param wanted a BCP 47 tag, or 'pseudo' for the language of scripts/pseudoLocale.ts
 */
export function narrativePlugin(wanted?: string): Plugin {
  const { tag, isPseudo } = buildLocale(wanted);
  const untranslated = new Set<string>();
  let root = '';
  const nameOf = (file: string): string => normalizePath(relative(root, file));

  /** The sections of a file, with what it lacks in English. */
  function sectionsOf(source: string, file: string): Readonly<Record<string, CompiledSection>> {
    const own = compileNarrative(source, file, tag);
    if (isPseudo) return inPseudoLocale(own);
    const english = englishOf(file);
    if (english === null) return own;
    const { sections, missing } = withEnglish(
      own,
      compileNarrative(readFileSync(english, 'utf8'), english, tag),
    );
    for (const key of missing) untranslated.add(`${nameOf(file)} ## ${key}`);
    return sections;
  }

  /** The file to read where the English one was asked for. */
  function translated(english: string): string {
    const file = fileIn(tag, english);
    if (file === null) untranslated.add(nameOf(english));
    return file ?? english;
  }

  return {
    name: 'narrative',
    // Before Vite finds the English file.
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    async resolveId(source, importer, options) {
      if (!ENGLISH_WORDS.test(source)) return null;
      const found = await this.resolve(source, importer, options);
      if (!found) return null;
      const [english = '', query] = found.id.split('?');
      return { ...found, id: [translated(english), query].filter(Boolean).join('?') };
    },
    transform(source, id) {
      const [file = '', query] = id.split('?');
      if (file === LOCALE_FILE && tag !== LOCALE)
        return { code: `export const LOCALE = ${JSON.stringify(tag)};`, map: null };
      if (!file.endsWith('.md')) return null;
      if (query === 'terms') return { code: `export default ${JSON.stringify(termsOf(source))}`, map: null };
      this.addWatchFile(EVIDENCE_FILE);
      const english = englishOf(file);
      if (english !== null) this.addWatchFile(english);
      return { code: `export default ${JSON.stringify(sectionsOf(source, file))}`, map: null };
    },
    transformIndexHtml: {
      order: 'pre',
      handler(page) {
        if (!hasPlaceholders(page)) return page;
        const file = translated(join(root, PAGE_WORDS));
        return withPageWords(page, sectionsOf(readFileSync(file, 'utf8'), file), tag);
      },
    },
    buildEnd() {
      if (untranslated.size > 0)
        this.warn(`Not in the language ${tag}, so in English:\n${[...untranslated].sort().join('\n')}`);
    },
  };
}
