/** A stretch of Python of one kind; enough to colour short functions, not a parser. */
export interface PythonSpan {
  readonly kind: 'keyword' | 'name' | 'text' | 'note' | 'plain';
  readonly text: string;
}

const KEYWORDS =
  'def|return|if|elif|else|for|in|while|not|and|or|is|None|True|False|break|continue|pass|lambda|import|from|class|try|except|raise|with|as|yield|assert|del|global';

/** In order of precedence: comments, strings, the name after def, keywords. */
const SPANS = new RegExp(
  [
    '(?<note>#[^\\n]*)',
    '(?<text>"""[^]*?(?:"""|$)|\'\'\'[^]*?(?:\'\'\'|$)|"(?:\\\\.|[^"\\\\\\n])*"?|\'(?:\\\\.|[^\'\\\\\\n])*\'?)',
    '(?<name>(?<=\\bdef )[A-Za-z_]\\w*)',
    `(?<keyword>\\b(?:${KEYWORDS})\\b)`,
  ].join('|'),
  'g',
);

const KINDS = ['note', 'text', 'name', 'keyword'] as const;

/** Cuts Python into spans to be coloured; joined, they are the text again. */
export function pythonSpans(code: string): PythonSpan[] {
  const spans: PythonSpan[] = [];
  let end = 0;
  for (const match of code.matchAll(SPANS)) {
    if (match.index > end) spans.push({ kind: 'plain', text: code.slice(end, match.index) });
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined) ?? 'plain';
    spans.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) spans.push({ kind: 'plain', text: code.slice(end) });
  return spans;
}
