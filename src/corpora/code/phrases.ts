/**
 * A small phrase grammar: one noun phrase or condition becomes the several ways people ask for it.
 */
const COMPUTE_VERBS = ['return', 'compute', 'find', 'get', 'calculate'];
const LOOK_UP_VERBS = ['return', 'get', 'give back', 'give'];
const FIND_VERBS = ['return', 'find', 'get', 'give back'];
const SELECT_VERBS = ['list', 'find', 'return', 'keep', 'get'];
const BUILD_VERBS = ['return', 'make', 'build', 'create'];

const withVerbs = (verbs: readonly string[], phrases: readonly string[]): string[] =>
  phrases.flatMap((phrase) => verbs.map((verb) => `${verb} ${phrase}`));

/** Asks for a value that is worked out: `compute the sum of $a and $b`. */
export const compute = (...phrases: string[]): string[] => withVerbs(COMPUTE_VERBS, phrases);

/** Asks for something that has to be looked for: `find the longest word in $a`. */
export const find = (...phrases: string[]): string[] => withVerbs(FIND_VERBS, phrases);

/** Asks for something that is only handed over: `give back $a in upper case`. */
export const lookUp = (...phrases: string[]): string[] => withVerbs(LOOK_UP_VERBS, phrases);

/** Asks for something new: `make a list of the letters of $a`. */
export const build = (...phrases: string[]): string[] => withVerbs(BUILD_VERBS, phrases);

/** Asks for those of many that fit, without the article: `keep the words in $a longer than 3 letters`. */
export const select = (...plurals: string[]): string[] =>
  withVerbs(
    SELECT_VERBS,
    plurals.map((plural) => `the ${plural}`),
  );

/** Asks how many fit, without the article: `count the words in $a longer than 3 letters`. */
export const countOf = (...plurals: string[]): string[] =>
  plurals.flatMap((plural) => [
    `count the ${plural}`,
    `return the number of ${plural}`,
    `find the number of ${plural}`,
    `count all ${plural}`,
  ]);

/** Asks a yes-or-no question: `check if $a is even`. */
export const check = (...conditions: string[]): string[] =>
  conditions.flatMap((condition) => [
    `check if ${condition}`,
    `return true if ${condition}`,
    `return whether ${condition}`,
    `test if ${condition}`,
    `tell if ${condition}`,
  ]);
