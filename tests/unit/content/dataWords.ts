/** Words that are the same in every language, and why. */
const SAME_EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  'names of what the page computes with': ['WebGL', 'WASM', 'CPU'],
  'units of measurement': ['kB', 'MB', 'GB'],
};

/** Pieces of the page that are no words of the page, but what it is about. */
const DATA: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^(?:Once upon a time|In the spring|To double a number)/, reason: 'what the model reads' },
  { pattern: /^(?:# .*\n)?def \w+\(\w*\):$|^# .*$/, reason: 'what a button writes into the prompt' },
  { pattern: /: O \| n \| c \| e \||^he$/, reason: 'a text cut into tokens' },
  { pattern: /: def f\(n\):$|: +#passed$/, reason: 'what was asked and written in these tests' },
  { pattern: /et al\., .*\d{4}/, reason: 'a citation' },
  { pattern: /^It is the fastest here\.$/, reason: 'the reason that the worker gives for its engine' },
  { pattern: /The browser took the graphics processor away\./, reason: 'the error that the worker reports' },
];

const SAME = new Set(Object.values(SAME_EVERYWHERE).flat());

/** Words in plain letters: in the pseudo-locale nothing that comes from a file of words has any. */
const plainWords = (words: string): readonly string[] => words.match(/(?<![\p{L}\p{M}])[A-Za-z]{2,}/gu) ?? [];

/** True for what no file of words holds, and should. */
export const isUntranslated = (words: string): boolean =>
  !DATA.some(({ pattern }) => pattern.test(words)) && plainWords(words).some((word) => !SAME.has(word));
