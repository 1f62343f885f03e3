/** A box of text and what is selected in it, in UTF-16 units. */
export interface TextState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is put in place of `from` to `to`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const INDENT = 4;

/** Enter keeps the indentation of its line, and adds a level behind a colon. */
function enter({ text, start, end }: TextState): TextEdit {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^ */.exec(before)?.[0] ?? '';
  const deeper = /:\s*(#.*)?$/.test(before) ? ' '.repeat(INDENT) : '';
  return { from: start, to: end, insert: `\n${indent}${deeper}` };
}

/** Backspace in the indentation takes back one level. */
function backspace({ text, start, end }: TextState): TextEdit | null {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (start !== end || before === '' || before.trim() !== '' || before.includes('\t')) return null;
  const kept = Math.floor((before.length - 1) / INDENT) * INDENT;
  return { from: start - before.length + kept, to: start, insert: '' };
}

/**
 * What a key does to Python beyond what the browser does by itself; null for every other key.
 *
 * Tab is left alone: it leads out of the editor, so that nobody is caught in it.
 */
export function editFor(key: string, state: TextState): TextEdit | null {
  if (key === 'Enter') return enter(state);
  return key === 'Backspace' ? backspace(state) : null;
}
