import { functionBody } from './functionBody';

/**
 * How many different programs there are among answers to one prompt.
 *
 * Programs that differ in blanks, comments or names only are one: see `FunctionBody`. Each is compared by its first
 * function, so what a model writes below it makes no variety.
 * @returns 0 for no programs, else 1 to their number
 */
export function distinctPrograms(programs: readonly string[]): number {
  return new Set(programs.map((program) => functionBody(program).unnamed.join('\u0000'))).size;
}
