import { text } from '../content/narrative';
import type { Stage } from '../stages/stage';
import words from './words.en.md';

/** A tab shows little more than this. */
const MAX_REQUEST = 48;

/** What a prompt asks for, in a few words: its first line that says something, without the mark of a comment. */
function requestOf(prompt: string): string {
  const line = prompt.split('\n').find((candidate) => /[\p{L}\p{N}]/u.test(candidate)) ?? '';
  const characters = [...line.replace(/^[\s#]+/, '').trimEnd()];
  if (characters.length <= MAX_REQUEST) return characters.join('');
  return `${characters.slice(0, MAX_REQUEST).join('').trimEnd()} …`;
}

/** The title of the page: the open stage's, and in Prompt what is asked there. Start is the page itself. */
export function pageTitle({ id, title }: Pick<Stage, 'id' | 'title'>, prompt: string): string {
  const page = text(words, 'title');
  if (id === 'start') return page;
  const request = id === 'prompt' ? requestOf(prompt) : '';
  return request === '' ? `${title} · ${page}` : `${title}: ${request} · ${page}`;
}
