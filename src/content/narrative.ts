import { LOCALE } from './locale';

/** One section of a narrative file, compiled from Markdown at build time. */
export interface Section {
  readonly html: string;
  readonly text: string;
}

/** All the words of one stage, by key. */
export type Narrative = Readonly<Record<string, Section>>;

/**
 * Values for the {{placeholders}}; a missing one shows as an ellipsis until it is known. A number is written as the
 * language writes numbers, so what is no quantity, such as a seed, comes as a string.
 */
export type Values = Readonly<Record<string, string | number>>;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const plurals = new Intl.PluralRules(LOCALE);
const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });

/** A number as it is written where nobody says otherwise, e.g. 1,600 or 0.8. */
export const plain = (value: number): string => number.format(value);

const fill = (template: string, values: Values, escape: (text: string) => string): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? '…' : escape(typeof value === 'number' ? plain(value) : value);
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

/** Key of the form that goes with a number: `key.one`, `key.few` and so on, else `key.other`. */
function formOf(narrative: Narrative, key: string, count: number): string {
  const form = `${key}.${plurals.select(count)}`;
  return form in narrative ? form : `${key}.other`;
}

/**
 * A section in the form that goes with a number, as plain text. It is `{{count}}` there, if the values do not write it
 * otherwise. @throws Error when the key is missing
 */
export function counted(narrative: Narrative, key: string, count: number, values: Values = {}): string {
  return text(narrative, formOf(narrative, key, count), { count, ...values });
}

/** A section in the form that goes with a number, as markup. @throws Error when the key is missing */
export function countedHtml(narrative: Narrative, key: string, count: number, values: Values = {}): string {
  return html(narrative, formOf(narrative, key, count), { count, ...values });
}
