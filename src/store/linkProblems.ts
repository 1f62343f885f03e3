import { text, type Values } from '../content/narrative';
import { count, decimals } from '../content/numbers';
import type { LinkProblem } from '../share/fields';
import words from './linkProblems.en.md';

/** Limits of settings may have two decimals; all else is whole. */
function written(value: string | number): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? count(value) : decimals(value);
}

/** What was wrong with a link, in a sentence. */
export function problemText({ key, values = {}, what, answer }: LinkProblem): string {
  const given = Object.entries(values).map(([name, value]) => [name, written(value)]);
  const name = what === undefined ? {} : { what: text(words, `name.${what}`) };
  const all: Values = { ...Object.fromEntries(given), ...name };
  const problem = text(words, key, all);
  return answer === undefined ? problem : text(words, 'ofAnswer', { number: answer, problem });
}
