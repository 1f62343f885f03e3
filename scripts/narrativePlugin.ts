import { marked } from 'marked';
import type { Plugin } from 'vite';
import { EVIDENCE_FILE, readFigures, withEvidence } from './evidenceWords.ts';
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
      /<td([^>]*)>(\d+)%/g,
      (_, attributes: string, share: string) =>
        `<td${attributes} style="--p: ${Number(share) / 100}">${share}%`,
    );

/**
 * Compiles a narrative: every `## key` heading starts a section, what stands below is its text.
 * @throws Error when a key occurs twice, text stands before the first key, or a figure was not measured
 */
export function compileNarrative(source: string, file: string): Record<string, CompiledSection> {
  const sections: Record<string, CompiledSection> = {};
  const [head = '', ...parts] = withEvidence(source, readFigures).split(/^## +/m);
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

/**
 * Lets the app import `narrative.en.md` as compiled sections: no Markdown parser travels to the reader. Asked for as
 * `narrative.en.md?terms` it is the list of the terms it links to.
 * @param locale 'pseudo' for the language of scripts/pseudoLocale.ts; else the words as they were written
 */
export function narrativePlugin(locale = process.env['LOCALE']): Plugin {
  return {
    name: 'narrative',
    transform(source, id) {
      const [file = '', query] = id.split('?');
      if (!file.endsWith('.md')) return null;
      if (query === 'terms') return { code: `export default ${JSON.stringify(termsOf(source))}`, map: null };
      this.addWatchFile(EVIDENCE_FILE);
      const compiled = compileNarrative(source, id);
      const sections = locale === 'pseudo' ? inPseudoLocale(compiled) : compiled;
      return { code: `export default ${JSON.stringify(sections)}`, map: null };
    },
  };
}
