/** What the text of a string literal means: its prefix, its escapes, and the fields of an f-string. */
import { PythonSyntaxError, Unsupported, type Expression, type FStringPart } from './tree';

export type ParseExpression = (source: string, line: number) => Expression;

interface Literal {
  readonly prefix: string;
  readonly body: string;
}

export function splitLiteral(text: string): Literal {
  const prefix = /^[a-zA-Z]*/.exec(text)?.[0] ?? '';
  const quoted = text.slice(prefix.length);
  const width = quoted.startsWith('"""') || quoted.startsWith("'''") ? 3 : 1;
  return { prefix: prefix.toLowerCase(), body: quoted.slice(width, -width) };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g;

/** The characters a literal stands for. @throws PythonSyntaxError for a broken escape */
export function decodeEscapes(body: string, line: number): string {
  return body.replace(
    ESCAPE,
    (whole, octal?: string, x?: string, u?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
      const hex = x ?? u ?? long;
      const point = hex === undefined ? -1 : parseInt(hex, 16);
      if (point > 0x10ffff || other === 'x' || other === 'u' || other === 'U')
        throw new PythonSyntaxError(line, "(unicode error) 'unicodeescape' codec can't decode bytes");
      if (point >= 0xd800 && point < 0xe000) throw new Unsupported(line, 'half of a surrogate pair');
      if (point >= 0) return String.fromCodePoint(point);
      if (other === 'N') throw new Unsupported(line, 'named characters (\\N{...})');
      return SIMPLE[other ?? ''] ?? whole;
    },
  );
}

/** Reads the body of an f-string, from `at` to its end or, in a format spec, to the closing brace. */
class FString {
  private at = 0;

  constructor(
    private readonly body: string,
    private readonly raw: boolean,
    private readonly line: number,
    private readonly parse: ParseExpression,
  ) {}

  private fail(message: string): never {
    throw new PythonSyntaxError(this.line, `f-string: ${message}`);
  }

  parts(depth: number): FStringPart[] {
    const found: FStringPart[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') found.push({ kind: 'text', text: this.raw ? text : decodeEscapes(text, this.line) });
      text = '';
    };
    while (this.at < this.body.length) {
      const ch = this.body[this.at] ?? '';
      if (depth > 0 && ch === '}') break;
      if (depth === 0 && (this.body.startsWith('{{', this.at) || this.body.startsWith('}}', this.at))) {
        text += ch;
        this.at += 2;
      } else if (ch === '{') {
        flush();
        found.push(...this.field(depth));
      } else if (ch === '}') this.fail("single '}' is not allowed");
      else {
        text += ch;
        this.at++;
        if (ch === '\\' && !this.raw) text += this.body[this.at++] ?? '';
      }
    }
    flush();
    return found;
  }

  /** From `{` to `}`: the value, and before it the text of `{value=}`. */
  private field(depth: number): FStringPart[] {
    if (depth > 1) this.fail('expressions nested too deeply');
    const start = ++this.at;
    this.skipExpression();
    const source = this.body.slice(start, this.at);
    if (source.trim() === '') this.fail('empty expression not allowed');
    if (source.includes('\\')) this.fail('expression part cannot include a backslash');
    let label: string | null = null;
    if (this.body[this.at] === '=') {
      const end = this.at + 1 + (/^\s*/.exec(this.body.slice(this.at + 1))?.[0].length ?? 0);
      label = this.body.slice(start, end);
      this.at = end;
    }
    const conversion = this.conversion();
    let spec: FStringPart[] = [];
    const hasSpec = this.body[this.at] === ':';
    if (hasSpec) {
      this.at++;
      spec = this.parts(depth + 1);
    }
    if (this.body[this.at] !== '}') this.fail("expecting '}'");
    this.at++;
    const shown = conversion === '' && label !== null && !hasSpec ? 'r' : conversion;
    const value = this.parse(source, this.line);
    const field: FStringPart = { kind: 'field', value, conversion: shown, spec };
    return label === null ? [field] : [{ kind: 'text', text: label }, field];
  }

  private conversion(): '' | 'r' | 's' | 'a' {
    if (this.body[this.at] !== '!') return '';
    const letter = this.body[this.at + 1];
    if (letter !== 'r' && letter !== 's' && letter !== 'a')
      this.fail("invalid conversion character: expected 's', 'r', or 'a'");
    this.at += 2;
    return letter;
  }

  /** Moves to the first `=`, `!`, `:` or `}` that is not inside brackets, quotes or an operator. */
  private skipExpression(): void {
    let nested = 0;
    let quote = '';
    for (; this.at < this.body.length; this.at++) {
      const ch = this.body[this.at] ?? '';
      if (quote !== '') {
        if (ch === quote) quote = '';
      } else if (ch === "'" || ch === '"') quote = ch;
      else if ('([{'.includes(ch)) nested++;
      else if (nested > 0) nested -= ')]}'.includes(ch) ? 1 : 0;
      else if (ch === '#') this.fail("expression part cannot include '#'");
      else if (/^(?:==|!=|<=|>=)/.test(this.body.slice(this.at, this.at + 2))) this.at++;
      else if ('=!:}'.includes(ch)) return;
    }
    this.fail("expecting '}'");
  }
}

/** The parts of an f-string's body. @throws PythonSyntaxError */
export function fstringParts(
  body: string,
  raw: boolean,
  line: number,
  parse: ParseExpression,
): FStringPart[] {
  return new FString(body, raw, line, parse).parts(0);
}
