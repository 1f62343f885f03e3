import { pythonSpans, type PythonSpan } from './pythonSpans';

/** A span within one line; `given` when it was part of the prompt. */
export interface CodeSpan extends PythonSpan {
  readonly given: boolean;
}

export type CodeLine = readonly CodeSpan[];

/** Cuts a span where a line ends: every line but the last is followed by a line break. */
function* linesOf(span: CodeSpan): Generator<CodeSpan> {
  for (const text of span.text.split('\n')) yield { ...span, text };
}

/** Cuts a span at the end of the prompt. */
function atPromptEnd(span: PythonSpan, start: number, promptLength: number): readonly CodeSpan[] {
  const edge = Math.min(Math.max(promptLength - start, 0), span.text.length);
  const parts: readonly CodeSpan[] = [
    { ...span, text: span.text.slice(0, edge), given: true },
    { ...span, text: span.text.slice(edge), given: false },
  ];
  return parts.filter(({ text }) => text !== '');
}

/**
 * A program as lines of coloured spans, read as one text, so that a string may begin in the prompt and end behind it.
 * @param promptLength UTF-16 units at the beginning that the model was given
 */
export function codeLines(source: string, promptLength: number): readonly CodeLine[] {
  const lines: CodeSpan[][] = [[]];
  let start = 0;
  for (const span of pythonSpans(source)) {
    for (const part of atPromptEnd(span, start, promptLength)) {
      let isFirst = true;
      for (const piece of linesOf(part)) {
        if (!isFirst) lines.push([]);
        if (piece.text !== '') lines.at(-1)?.push(piece);
        isFirst = false;
      }
    }
    start += span.text.length;
  }
  return lines;
}
