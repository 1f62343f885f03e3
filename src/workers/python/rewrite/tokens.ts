/** Cuts Python source into tokens, with the mistakes CPython's tokenizer reports. */
import { PythonSyntaxError } from './tree';

export type TokenKind = 'name' | 'number' | 'string' | 'op' | 'newline' | 'indent' | 'dedent' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly line: number;
  /** Whether it stands inside brackets. */
  readonly nested: boolean;
}

interface Bracket {
  readonly text: string;
  readonly line: number;
}

/** The tokens up to the first mistake, if there is one; a parser that gets that far reports it. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly mistake: PythonSyntaxError | null;
  /** Whether CPython reports the mistake even when the parser found another one before it. */
  readonly outranks: boolean;
  /** The innermost bracket that is open at the end. */
  readonly open: Bracket | null;
}

/** CPython's own limits. */
const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const OPERATOR =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|!=|<=|>=|==|->|:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>()[\]{},:.;=]/y;
const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
const NUMBER =
  /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?/y;
const STRING_START = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?("""|'''|"|')/y;
/** Words that may follow a number at once, as in `1if x else y`. */
const AFTER_NUMBER = /(?:and|else|for|if|in|is|not|or)\b/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

interface Indentation {
  readonly column: number;
  /** The column when a tab counts as one space: both must agree on deeper or not. */
  readonly altColumn: number;
}

class Tokenizer {
  private at = 0;
  private line = 1;
  private readonly tokens: Token[] = [];
  private readonly brackets: Bracket[] = [];
  private readonly indents: Indentation[] = [{ column: 0, altColumn: 0 }];

  constructor(private readonly text: string) {}

  run(): Tokens {
    let mistake: PythonSyntaxError | null = null;
    try {
      while (this.at < this.text.length) this.logicalLine();
    } catch (problem) {
      if (!(problem instanceof PythonSyntaxError)) throw problem;
      mistake = problem;
      // So many brackets that the parser must not even begin: it goes as deep as they do.
      if (this.brackets.length >= MAX_BRACKETS) throw problem;
    }
    const open = this.brackets.at(-1) ?? null;
    if (!open && !mistake) {
      if (this.tokens.length > 0 && this.tokens.at(-1)?.kind !== 'newline') this.push('newline', '');
      while (this.indents.length > 1) {
        this.indents.pop();
        this.push('dedent', '');
      }
    }
    this.push('end', '');
    return { tokens: this.tokens, mistake, outranks: mistake?.kind === 'SyntaxError', open };
  }

  private push(kind: TokenKind, text: string, line = this.line): void {
    this.tokens.push({ kind, text, line, nested: this.brackets.length > 0 });
  }

  private fail(message: string, kind?: 'IndentationError' | 'TabError', line = this.line): never {
    throw new PythonSyntaxError(line, message, kind);
  }

  /** From the start of a line to its newline; an empty line leaves no token. */
  private logicalLine(): void {
    let column = 0;
    let altColumn = 0;
    for (;;) {
      const ch = this.text[this.at];
      if (ch === ' ') {
        column++;
        altColumn++;
      } else if (ch === '\t') {
        column = (Math.floor(column / 8) + 1) * 8;
        altColumn++;
      } else if (ch === '\f') {
        column = 0;
        altColumn = 0;
      } else break;
      this.at++;
    }
    const next = this.text[this.at];
    if (next === '\n' || next === '#' || next === undefined) {
      this.skipComment();
      if (this.text[this.at] === '\n') this.nextLine();
      return;
    }
    this.indentation({ column, altColumn });
    while (this.at < this.text.length) if (this.token()) return;
  }

  private nextLine(): void {
    this.at++;
    this.line++;
  }

  private indentation(now: Indentation): void {
    const top = this.indents.at(-1) ?? now;
    const tabs = (): never => this.fail('inconsistent use of tabs and spaces in indentation', 'TabError');
    if (now.column === top.column) {
      if (now.altColumn !== top.altColumn) tabs();
      return;
    }
    if (now.column > top.column) {
      if (now.altColumn <= top.altColumn) tabs();
      if (this.indents.length >= MAX_INDENTS) this.fail('too many levels of indentation', 'IndentationError');
      this.indents.push(now);
      this.push('indent', '');
      return;
    }
    while ((this.indents.at(-1)?.column ?? 0) > now.column) {
      this.indents.pop();
      this.push('dedent', '');
    }
    const match = this.indents.at(-1);
    if (match?.column !== now.column)
      this.fail('unindent does not match any outer indentation level', 'IndentationError');
    if (match.altColumn !== now.altColumn) tabs();
  }

  private skipComment(): void {
    if (this.text[this.at] !== '#') return;
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  /** Reads one token; true when it ended the logical line. */
  private token(): boolean {
    const { text } = this;
    const ch = text[this.at] ?? '';
    if (ch === ' ' || ch === '\t' || ch === '\f') {
      this.at++;
      return false;
    }
    if (ch === '#') this.skipComment();
    else if (ch === '\n') {
      const ends = this.brackets.length === 0;
      if (ends) this.push('newline', '');
      this.nextLine();
      return ends;
    } else if (ch === '\\') this.continuation();
    else this.word(ch);
    return false;
  }

  private continuation(): void {
    if (this.text[this.at + 1] !== '\n') this.fail('unexpected character after line continuation character');
    this.at++;
    this.nextLine();
    if (this.at >= this.text.length) this.fail('unexpected EOF while parsing');
  }

  private word(ch: string): void {
    const start = matchAt(STRING_START, this.text, this.at);
    if (start !== null) return this.string(start);
    const name = matchAt(NAME, this.text, this.at);
    if (name !== null) return this.take('name', name.normalize('NFKC'), name.length);
    if (/\d/.test(ch) || (ch === '.' && /\d/.test(this.text[this.at + 1] ?? ''))) return this.number();
    const operator = matchAt(OPERATOR, this.text, this.at);
    if (operator === null) {
      const point = this.text.codePointAt(this.at) ?? 0;
      if (point < 128) this.fail('invalid syntax');
      const shown = String.fromCodePoint(point);
      this.fail(`invalid character '${shown}' (U+${point.toString(16).toUpperCase().padStart(4, '0')})`);
    }
    this.bracket(operator);
  }

  private take(kind: TokenKind, text: string, length: number): void {
    this.push(kind, text);
    this.at += length;
  }

  private number(): void {
    const number = matchAt(NUMBER, this.text, this.at) ?? '';
    const end = this.at + number.length;
    const follows = this.text[end] ?? '';
    const wordFollows = /[\p{XID_Continue}]/u.test(follows);
    if (number === '' || (wordFollows && matchAt(AFTER_NUMBER, this.text, end) === null)) {
      const base = /^0[xX]/.test(number)
        ? 'hexadecimal'
        : /^0[oO]/.test(number)
          ? 'octal'
          : /^0[bB]/.test(number)
            ? 'binary'
            : 'decimal';
      this.fail(`invalid ${base} literal`);
    }
    if (/^0[0-9_]*[1-9]/.test(number) && /^[0-9_]+$/.test(number))
      this.fail(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      );
    this.take('number', number, number.length);
  }

  private bracket(operator: string): void {
    if ('([{'.includes(operator)) {
      if (this.brackets.length >= MAX_BRACKETS) this.fail('too many nested parentheses');
      this.take('op', operator, 1);
      this.brackets.push({ text: operator, line: this.line });
      return;
    }
    const opens = CLOSES[operator];
    if (opens !== undefined) {
      const open = this.brackets.at(-1);
      if (!open) this.fail(`unmatched '${operator}'`);
      if (open.text !== opens)
        this.fail(
          `closing parenthesis '${operator}' does not match opening parenthesis '${open.text}'` +
            (open.line === this.line ? '' : ` on line ${open.line}`),
        );
      this.brackets.pop();
    }
    this.take('op', operator, operator.length);
  }

  private string(start: string): void {
    const quote = /["']+$/.exec(start)?.[0] ?? '';
    const line = this.line;
    let at = this.at + start.length;
    for (;;) {
      const ch = this.text[at];
      if (ch === undefined || (ch === '\n' && quote.length === 1)) {
        const what = quote.length === 3 ? 'triple-quoted string' : 'string';
        // The last line of a text that ends in a newline is the one before.
        const last = this.line - (ch === undefined && this.text.endsWith('\n') ? 1 : 0);
        this.fail(`unterminated ${what} literal (detected at line ${last})`, undefined, line);
      }
      if (ch === '\\') {
        if (this.text[at + 1] === '\n') this.line++;
        at += 2;
      } else if (this.text.startsWith(quote, at)) break;
      else {
        if (ch === '\n') this.line++;
        at++;
      }
    }
    const end = at + quote.length;
    this.push('string', this.text.slice(this.at, end), line);
    this.at = end;
  }
}

/** @throws PythonSyntaxError for a null byte; every other mistake waits in the result */
export function tokenize(source: string): Tokens {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const zero = text.indexOf('\0');
  if (zero >= 0)
    throw new PythonSyntaxError(
      text.slice(0, zero).split('\n').length,
      'source code cannot contain null bytes',
    );
  return new Tokenizer(text).run();
}
