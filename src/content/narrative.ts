/** One section of a narrative file, compiled from Markdown at build time. */
export interface Section {
  readonly html: string;
  readonly text: string;
}

/** All the words of one stage, by key. */
export type Narrative = Readonly<Record<string, Section>>;

/** Values for the {{placeholders}}; a missing one shows as an ellipsis until it is known. */
export type Values = Readonly<Record<string, string | number>>;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const fill = (template: string, values: Values, escape: (text: string) => string): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? '…' : escape(String(value));
  });

function sectionOf(narrative: Narrative, key: string): Section {
  const section = narrative[key];
  if (!section) throw new Error(`The narrative has no section "${key}"; add "## ${key}" to its .md file`);
  return section;
}

/** A section as markup, placeholders filled and escaped. @throws Error when the key is missing */
export function html(narrative: Narrative, key: string, values: Values = {}): string {
  return fill(sectionOf(narrative, key).html, values, escapeHtml);
}

/** A section as plain text, for labels and accessible names. @throws Error when the key is missing */
export function text(narrative: Narrative, key: string, values: Values = {}): string {
  return fill(sectionOf(narrative, key).text, values, (value) => value);
}
