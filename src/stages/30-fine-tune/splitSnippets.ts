/** What was recognised in a box of snippets. */
export interface SplitSnippets {
  readonly snippets: readonly string[];
  /** Parts without a function: they are left out. */
  readonly leftOut: number;
}

/** More than this is not looked at: a paste of megabytes must not stop the page. */
export const MAX_SNIPPETS_LENGTH = 500_000;

const RULE = /^[ \t]*-{3,}[ \t]*$/m;
/** A line that may open a new snippet: a function, or what can stand above one. */
const OPENING = /^(?:async\s+)?def\s|^[#@]|^(?:from|import|class)\s/;
const FUNCTION = /^(?:async\s+)?def\s/m;

/** Within a part: a new snippet begins after an empty line where one may open and the one before has its function. */
function splitAtBlankLines(part: string): string[] {
  const snippets: string[] = [];
  let current = '';
  for (const block of part.split(/\n(?:[ \t]*\n)+/)) {
    if (block.trim() === '') continue;
    if (current !== '' && OPENING.test(block) && FUNCTION.test(current)) {
      snippets.push(current);
      current = block;
    } else {
      current = current === '' ? block : `${current}\n\n${block}`;
    }
  }
  return current === '' ? snippets : [...snippets, current];
}

/** Finds the functions in a text: separated by lines of dashes, or by an empty line before the next function. */
export function splitSnippets(text: string): SplitSnippets {
  const lines = text.slice(0, MAX_SNIPPETS_LENGTH).replace(/\r\n?/g, '\n');
  const parts = lines.split(RULE).flatMap((part) => splitAtBlankLines(part.replace(/^\n+|\s+$/g, '')));
  const snippets = parts.filter((part) => FUNCTION.test(part));
  return { snippets, leftOut: parts.length - snippets.length };
}

/** Snippets as a text that splits into the same snippets. */
export function joinSnippets(snippets: readonly string[]): string {
  return snippets.join('\n\n---\n\n');
}
