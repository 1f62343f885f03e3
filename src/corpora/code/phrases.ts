/**
 * A small phrase grammar: one noun phrase or condition becomes the several ways people ask for it.
 */
const COMPUTE_VERBS = ['return', 'compute', 'find', 'get', 'calculate'];
const LOOK_UP_VERBS = ['return', 'get', 'give back'];
const FIND_VERBS = ['return', 'find', 'get'];
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

/** Asks a yes-or-no question: `check if $a is even`. */
export const check = (...conditions: string[]): string[] =>
  conditions.flatMap((condition) => [
    `check if ${condition}`,
    `return true if ${condition}`,
    `return whether ${condition}`,
    `test if ${condition}`,
    `tell if ${condition}`,
  ]);
