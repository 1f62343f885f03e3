/**
 * A language that nobody speaks: English in accents, with every vowel doubled, so about a third longer. Words that
 * stay plain were never in a file of words, and what does not fit will not fit in German either.
 */
import type { CompiledSection } from './narrativePlugin.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ';
const LETTERS = new Map([...PLAIN].map((letter, i) => [letter, [...ACCENTED][i] ?? letter]));

const accented = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const sign = LETTERS.get(letter) ?? letter;
    return /[aeiou]/i.test(letter) ? sign + sign.toLowerCase() : sign;
  });

/** What is no word: code, tags, placeholders and entities. */
const KEPT = /(<code[^>]*>[\s\S]*?<\/code>|<[^>]*>|\{\{\w+\}\}|&#?\w+;)/;

const pseudo = (markup: string): string =>
  markup
    .split(KEPT)
    .map((part, i) => (i % 2 === 0 ? accented(part) : part))
    .join('');

/** One section as a reader of the pseudo-locale gets it. Code keeps its letters; so does what the page fills in. */
export function pseudoSection({ html }: CompiledSection, plain: (html: string) => string): CompiledSection {
  const markup = pseudo(html);
  return { html: markup, text: plain(markup) };
}
