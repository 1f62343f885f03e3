/** The words that a page has before its code runs: its title, its description, what it says without JavaScript. */
import type { CompiledSection } from './narrativePlugin.ts';

/** Below the root: the words of all pages. */
export const PAGE_WORDS = 'src/app/pages.en.md';

const PLACEHOLDER = /\{\{([\w.-]+)\}\}/g;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** True for a page that has words to be filled in. */
export const hasPlaceholders = (page: string): boolean => page.search(PLACEHOLDER) >= 0;

/**
 * Fills `{{lesson.title}}` and its like in a page, and `{{locale}}` with the tag of its language.
 * @throws Error when there is no such section
 */
export function withPageWords(
  page: string,
  sections: Readonly<Record<string, CompiledSection>>,
  tag: string,
): string {
  return page.replace(PLACEHOLDER, (_, key: string) => {
    if (key === 'locale') return tag;
    const section = sections[key];
    if (!section) throw new Error(`a page asks for "${key}"; add "## ${key}" to ${PAGE_WORDS}`);
    return escaped(section.text);
  });
}
