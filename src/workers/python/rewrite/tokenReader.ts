/** A place in the list of tokens, with the questions a parser asks there. */
import { PythonSyntaxError } from './tree';
import type { Token, Tokens } from './tokens';

const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

const END: Token = { kind: 'end', text: '', line: 1, nested: false };

export class TokenReader {
  protected position = 0;
  /** The line of the last token that was looked at. */
  private reached = 1;

  constructor(private readonly input: Tokens) {}

  protected peek(ahead = 0): Token {
    const { tokens, mistake } = this.input;
    const index = this.position + ahead;
    const token = tokens[index] ?? tokens.at(-1) ?? END;
    if (token.kind === 'end' && mistake && index >= tokens.length - 1) throw mistake;
    this.reached = Math.max(this.reached, token.line);
    return token;
  }

  /** Runs a parser to its end; of two mistakes it reports the one that CPython would. */
  protected finish<T>(parse: () => T): T {
    try {
      return parse();
    } catch (problem) {
      if (!(problem instanceof PythonSyntaxError)) throw problem;
      throw this.chosen(problem);
    }
  }

  private chosen(found: PythonSyntaxError): PythonSyntaxError {
    const { mistake, outranks, open } = this.input;
    if (found.message === 'unexpected indent') return found;
    if (mistake) return outranks ? mistake : found;
    const atEnd = this.peek().kind === 'end';
    if (open && (atEnd || this.reached > open.line))
      return new PythonSyntaxError(open.line, `'${open.text}' was never closed`);
    return found;
  }

  protected get line(): number {
    return this.peek().line;
  }

  protected next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  protected isOp(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'op' && token.text === text;
  }

  protected isWord(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.text === text;
  }

  protected takeOp(text: string): boolean {
    if (!this.isOp(text)) return false;
    this.position++;
    return true;
  }

  protected takeWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.position++;
    return true;
  }

  protected expectOp(text: string, message?: string): void {
    if (!this.takeOp(text)) this.fail(message);
  }

  protected expectWord(text: string): void {
    if (!this.takeWord(text)) this.fail();
  }

  /** Whether the next token is a name that is no keyword. */
  protected isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && !KEYWORDS.has(token.text);
  }

  protected takeName(): string {
    if (!this.isName()) this.fail();
    return this.next().text;
  }

  /** Reports what is wrong at the next token; without words it is CPython's general "invalid syntax". */
  protected fail(message = 'invalid syntax', line = this.line): never {
    throw new PythonSyntaxError(line, message);
  }
}
