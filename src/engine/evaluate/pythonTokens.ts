const STRING = String.raw`[rbfu]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)`;
const WORD = String.raw`[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*`;
const SIGN = String.raw`\*\*=?|\/\/=?|<<=?|>>=?|->|[-+*\/%@&|^=!<>:]=|[^\s\w]`;
const PIECE = new RegExp(String.raw`${STRING}|#[^\n]*|\\\n|${WORD}|\n[ \t]*|${SIGN}`, 'giu');
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const UNREAD_INDENT = /^\n[ \t]*$/;
const TAB = ' '.repeat(8);

/** Whether a token is a word: a name, or one of Python's own. */
export const isWord = (token: string | undefined): token is string => token !== undefined && NAME.test(token);

/** Whether a token is a line break. */
export const isBreak = (token: string | undefined): boolean => token?.startsWith('\n') ?? false;

/** Whether a token is a string, with its quotes and any letter before them. */
export const isString = (token: string | undefined): boolean => /^[rbfu]{0,2}["']/i.test(token ?? '');

/** 1 for a bracket that opens, -1 for one that closes, 0 for any other token. */
export const nesting = (token: string): number =>
  '([{'.includes(token) ? 1 : ')]}'.includes(token) ? -1 : 0;

/** The number of blocks a line stands in, told by its blanks and those of the lines before it. */
function depthOf(indent: string, open: number[]): number {
  const width = indent.replaceAll('\t', TAB).length;
  while ((open.at(-1) ?? 0) > width) open.pop();
  if ((open.at(-1) ?? 0) < width) open.push(width);
  return open.length;
}

/**
 * Words, signs, strings and line breaks of a Python program, the first of them a line break.
 *
 * A line break is `\n` and the number of blocks its line stands in. Blanks, empty lines, comments and line breaks
 * inside brackets mean nothing to Python and are left out. Takes anything a model writes, Python or not.
 */
export function pythonTokens(program: string): string[] {
  const tokens = ['\n'];
  const open: number[] = [];
  let brackets = 0;
  for (const [piece] of program.matchAll(PIECE)) {
    const last = tokens.at(-1) ?? '';
    if (piece.startsWith('#') || piece.startsWith('\\')) continue;
    if (isBreak(piece)) {
      if (brackets > 0) continue;
      if (UNREAD_INDENT.test(last)) tokens.pop();
      tokens.push(piece);
      continue;
    }
    brackets = Math.max(0, brackets + nesting(piece));
    if (UNREAD_INDENT.test(last)) tokens[tokens.length - 1] = `\n${depthOf(last.slice(1), open)}`;
    tokens.push(piece);
  }
  if (UNREAD_INDENT.test(tokens.at(-1) ?? '')) tokens.pop();
  return tokens;
}
