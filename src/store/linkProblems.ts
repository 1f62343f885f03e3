import { text, type Values } from '../content/narrative';
import type { LinkProblem } from '../share/fields';
import words from './linkProblems.en.md';

/** What was wrong with a link, in a sentence. */
export function problemText({ key, values, what, answer }: LinkProblem): string {
  const all: Values = what === undefined ? { ...values } : { ...values, what: text(words, `name.${what}`) };
  const problem = text(words, key, all);
  return answer === undefined ? problem : text(words, 'ofAnswer', { number: answer, problem });
}
