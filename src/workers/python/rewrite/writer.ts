/** Collects the lines of the rewritten program and remembers which line of the original each came from. */
export interface Rewritten {
  readonly source: string;
  /** The original line of each line of `source`. */
  readonly lines: readonly number[];
}

/** In an expression: what follows stands on this line of the original. No written expression has a newline else. */
export function lineMark(line: number): string {
  return `\n${line}\r`;
}

const MARK = /\n(\d+)\r/;

/** The expression on one line. */
export function withoutMarks(text: string): string {
  return text.replace(/\n\d+\r/g, '');
}

export class Writer {
  private readonly text: string[] = [];
  private readonly lines: number[] = [];
  private depth = 0;

  /** Writes a statement; a line mark inside it breaks the line where the original did. */
  write(statement: string, line: number): void {
    const [head = '', ...rest] = statement.split(MARK);
    let text = `${' '.repeat(this.depth)}${head}`;
    let current = line;
    // The split gives text and line numbers in turns.
    for (let i = 0; i < rest.length; i += 2) {
      const next = Number(rest[i]);
      if (next > current) {
        this.push(text, current);
        text = '';
        current = next;
      }
      text += rest[i + 1] ?? '';
    }
    this.push(text, current);
  }

  indented(write: () => void): void {
    this.depth++;
    write();
    this.depth--;
  }

  private push(text: string, line: number): void {
    this.text.push(text);
    this.lines.push(line);
  }

  result(): Rewritten {
    return { source: `${this.text.join('\n')}\n`, lines: this.lines };
  }
}
