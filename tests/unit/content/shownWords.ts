/** What a reader sees or hears of some markup, piece by piece. */
export interface ShownWords {
  /** `text`, or the attribute it stands in. */
  readonly where: string;
  readonly words: string;
}

const READ_OUT = ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'title', 'placeholder', 'label'];

/** Elements whose text is code, a model's text or a reader's own. */
const DATA = /<(code|pre|textarea|kbd|samp|svg)\b[^>]*>[\s\S]*?<\/\1>|<[a-z]+[^>]*\bdata-text\b[^>]*>[^<]*</g;

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');

/** Text and spoken attributes of rendered markup, but for what stands in elements that hold code. */
export function shownWords(markup: string): readonly ShownWords[] {
  const attributes = READ_OUT.flatMap((where) =>
    [...markup.matchAll(new RegExp(`\\s${where}="([^"]*)"`, 'g'))].map((match) => ({
      where,
      words: decoded(match[1] ?? ''),
    })),
  );
  const texts = markup
    .replace(DATA, '<')
    .split(/<[^>]*>/)
    .map((words) => ({ where: 'text', words: decoded(words).trim() }));
  return [...attributes, ...texts].filter(({ words }) => words !== '');
}
