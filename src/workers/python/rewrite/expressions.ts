/** Parses values: names, literals, displays, comprehensions, calls and indices. */
import { decodeEscapes, fstringParts, splitLiteral } from './literals';
import { OperatorParser } from './operators';
import { tokenize } from './tokens';
import {
  PythonSyntaxError,
  Unsupported,
  type Clause,
  type DictItem,
  type Expression,
  type FStringPart,
  type Keyword,
} from './tree';

export class ExpressionParser extends OperatorParser {
  /** A whole text that is one expression, as in the field of an f-string. */
  wholeExpression(): Expression {
    return this.finish(() => {
      const value = this.expressionList();
      while (this.peek().kind === 'newline') this.next();
      if (this.peek().kind !== 'end') this.fail();
      return value;
    });
  }

  protected override primary(): Expression {
    let value = this.atom();
    for (;;) {
      const { line } = this;
      if (this.takeOp('.')) value = { kind: 'attribute', value, name: this.takeName(), line };
      else if (this.takeOp('('))
        value = { ...this.callArguments(')'), kind: 'call', callee: value, line: value.line };
      else if (this.takeOp('[')) {
        const index = this.subscript();
        this.expectClosing(']');
        value = { kind: 'subscript', value, index, line: value.line };
      } else return value;
    }
  }

  private subscript(): Expression {
    const { line } = this;
    const first = this.sliceOrItem();
    if (!this.isOp(',')) return first;
    const items = [first];
    while (this.takeOp(',')) if (!this.isOp(']')) items.push(this.sliceOrItem());
    return { kind: 'tuple', items, line };
  }

  private sliceOrItem(): Expression {
    const { line } = this;
    const part = (): Expression | null => (this.startsExpression() ? this.expression() : null);
    if (!this.isOp(':')) {
      const start = this.starOrNamed();
      if (!this.isOp(':')) return start;
      this.next();
      const stop = part();
      return { kind: 'slice', start, stop, step: this.takeOp(':') ? part() : null, line };
    }
    this.next();
    const stop = part();
    return { kind: 'slice', start: null, stop, step: this.takeOp(':') ? part() : null, line };
  }

  /** The arguments after an open bracket, up to and with the closing one. */
  protected callArguments(close: string): { args: Expression[]; keywords: Keyword[] } {
    const args: Expression[] = [];
    const keywords: Keyword[] = [];
    while (!this.isOp(close)) {
      const { line } = this;
      if (this.takeOp('**')) keywords.push({ name: null, value: this.expression() });
      else if (this.takeOp('*')) {
        if (keywords.some(({ name }) => name === null))
          this.fail('iterable argument unpacking follows keyword argument unpacking', line);
        args.push({ kind: 'star', value: this.expression(), line });
      } else if (this.isName() && this.isOp('=', 1)) {
        const name = this.takeName();
        this.next();
        if (keywords.some((keyword) => keyword.name === name))
          this.fail(`keyword argument repeated: ${name}`, line);
        keywords.push({ name, value: this.expression() });
      } else args.push(this.positional(close, args, keywords));
      if (!this.takeOp(',')) break;
    }
    this.expectClosing(close);
    return { args, keywords };
  }

  private positional(close: string, args: readonly Expression[], keywords: readonly Keyword[]): Expression {
    const { line } = this;
    const value = this.named();
    if (this.isOp('=')) this.fail(`expression cannot contain assignment, perhaps you meant "=="?`, line);
    if (this.isWord('for') || this.isWord('async')) {
      const generator = this.comprehension('generator', value, null, line);
      if (args.length > 0 || keywords.length > 0 || !this.isOp(close))
        if (!this.isOp(close) && !(this.isOp(',') && this.isOp(close, 1) && args.length === 0))
          this.fail('Generator expression must be parenthesized', line);
      if (args.length > 0 || keywords.length > 0)
        this.fail('Generator expression must be parenthesized', line);
      return generator;
    }
    const last = keywords.at(-1);
    if (last)
      this.fail(
        last.name === null
          ? 'positional argument follows keyword argument unpacking'
          : 'positional argument follows keyword argument',
        line,
      );
    return value;
  }

  /** Fails where a closing bracket was expected: two values side by side look like a forgotten comma. */
  protected expectClosing(close: string): void {
    if (this.takeOp(close)) return;
    const token = this.peek();
    const isValue = token.kind === 'op' ? ['{', '~'].includes(token.text) : this.startsExpression();
    if (isValue && token.nested) this.fail('invalid syntax. Perhaps you forgot a comma?', this.peek(-1).line);
    this.fail();
  }

  private atom(): Expression {
    const token = this.peek();
    const { line } = token;
    if (token.kind === 'string') return this.strings();
    if (token.kind === 'number') return { kind: 'number', text: this.next().text, line };
    if (this.isName()) return { kind: 'name', id: this.next().text, line };
    for (const value of ['None', 'True', 'False'] as const)
      if (this.takeWord(value)) return { kind: 'constant', value, line };
    if (this.takeOp('...')) return { kind: 'constant', value: '...', line };
    if (this.isOp('(')) return this.parenthesis();
    if (this.isOp('[')) return this.listDisplay();
    if (this.isOp('{')) return this.braces();
    return this.fail();
  }

  private strings(): Expression {
    const { line } = this;
    const parts: FStringPart[] = [];
    let bytes = 0;
    let count = 0;
    let formatted = false;
    for (; this.peek().kind === 'string'; count++) {
      const token = this.next();
      const { prefix, body } = splitLiteral(token.text);
      const raw = prefix.includes('r');
      if (prefix.includes('b')) bytes++;
      else if (prefix.includes('f')) {
        formatted = true;
        parts.push(...fstringParts(body, raw, token.line, parseExpression));
      } else parts.push({ kind: 'text', text: raw ? body : decodeEscapes(body, token.line) });
    }
    if (bytes > 0 && bytes < count) this.fail('cannot mix bytes and nonbytes literals', line);
    if (bytes > 0) return { kind: 'bytes', line };
    if (formatted) return { kind: 'fstring', parts, line };
    return {
      kind: 'string',
      value: parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
      line,
    };
  }

  private parenthesis(): Expression {
    const { line } = this;
    this.next();
    if (this.takeOp(')')) return { kind: 'tuple', items: [], line };
    if (this.isWord('yield')) {
      const value = this.yieldExpression();
      this.expectOp(')');
      return value;
    }
    const first = this.starOrNamed();
    let value = first;
    if (this.isWord('for') || this.isWord('async'))
      value = this.comprehension('generator', first, null, line);
    else if (this.isOp(',')) {
      const items = [first];
      while (this.takeOp(','))
        if (this.startsExpression()) items.push(this.starOrNamed());
        else break;
      value = { kind: 'tuple', items, line };
    } else if (first.kind === 'star') this.fail('cannot use starred expression here', first.line);
    this.expectClosing(')');
    // A parenthesised name is no keyword and no bare tuple: the brackets say no more than the grouping.
    return value;
  }

  protected yieldExpression(): Expression {
    const { line } = this;
    this.expectWord('yield');
    if (this.takeWord('from')) return { kind: 'yieldFrom', value: this.expression(), line };
    return { kind: 'yield', value: this.startsExpression() ? this.expressionList() : null, line };
  }

  private listDisplay(): Expression {
    const { line } = this;
    this.next();
    if (this.takeOp(']')) return { kind: 'list', items: [], line };
    const items = [this.starOrNamed()];
    const [first] = items;
    if (first && (this.isWord('for') || this.isWord('async'))) {
      const value = this.comprehension('list', first, null, line);
      this.expectClosing(']');
      return value;
    }
    while (this.takeOp(',')) {
      if (!this.startsExpression()) break;
      items.push(this.starOrNamed());
    }
    this.expectClosing(']');
    return { kind: 'list', items, line };
  }

  private braces(): Expression {
    const { line } = this;
    this.next();
    if (this.takeOp('}')) return { kind: 'dict', items: [], line };
    const value = this.isOp('**') || this.isPair() ? this.dictDisplay(line) : this.setDisplay(line);
    this.expectClosing('}');
    return value;
  }

  /** Looks ahead: does the first thing in the braces have a colon after it? */
  private isPair(): boolean {
    const start = this.position;
    if (this.isOp('*')) return false;
    this.named();
    const pair = this.isOp(':');
    this.position = start;
    return pair;
  }

  private dictDisplay(line: number): Expression {
    const items: DictItem[] = [];
    do {
      if (this.isOp('}')) break;
      if (this.takeOp('**')) {
        items.push({ key: null, value: this.binary(0) });
        continue;
      }
      const key = this.expression();
      if (!this.takeOp(':'))
        this.fail(this.isOp('}') || this.isOp(',') ? "':' expected after dictionary key" : undefined);
      if (this.isOp('}') || this.isOp(',')) this.fail("expression expected after dictionary key and ':'");
      const value = this.expression();
      if (items.length === 0 && (this.isWord('for') || this.isWord('async')))
        return this.comprehension('dict', key, value, line);
      items.push({ key, value });
    } while (this.takeOp(','));
    return { kind: 'dict', items, line };
  }

  private setDisplay(line: number): Expression {
    const items = [this.starOrNamed()];
    const [first] = items;
    if (first && (this.isWord('for') || this.isWord('async')))
      return this.comprehension('set', first, null, line);
    while (this.takeOp(',')) {
      if (!this.startsExpression()) break;
      items.push(this.starOrNamed());
    }
    return { kind: 'set', items, line };
  }

  private comprehension(
    of: 'list' | 'set' | 'dict' | 'generator',
    element: Expression,
    value: Expression | null,
    line: number,
  ): Expression {
    if (element.kind === 'star') this.fail('iterable unpacking cannot be used in comprehension', line);
    const clauses: Clause[] = [];
    while (this.isWord('for') || this.isWord('async')) {
      if (this.isWord('async')) throw new Unsupported(line, 'async');
      this.next();
      const target = this.targets();
      this.expectWord('in');
      const iterable = this.disjunction();
      const conditions: Expression[] = [];
      while (this.takeWord('if')) conditions.push(this.isWord('lambda') ? this.lambda() : this.disjunction());
      clauses.push({ target, iterable, conditions });
    }
    return { kind: 'comprehension', of, element, value, clauses, line };
  }
}

function moved({ line, message, kind }: PythonSyntaxError, lines: number): PythonSyntaxError {
  return new PythonSyntaxError(line + lines, message, kind);
}

/** Parses a text that is one expression. @throws PythonSyntaxError */
export function parseExpression(source: string, line: number): Expression {
  const input = tokenize(`(${source.trim()})`);
  const mistake = input.mistake && moved(input.mistake, line - 1);
  const open = input.open && { ...input.open, line: input.open.line + line - 1 };
  const tokens = input.tokens.map((token) => ({ ...token, line: token.line + line - 1 }));
  return new ExpressionParser({ ...input, tokens, mistake, open }).wholeExpression();
}
