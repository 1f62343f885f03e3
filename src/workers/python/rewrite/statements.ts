/** Parses the statements that hold blocks, and whole programs. */
import { SimpleStatementParser } from './simpleStatements';
import { tokenize } from './tokens';
import { PythonSyntaxError, type Expression, type Handler, type Parameters, type Statement } from './tree';

class StatementParser extends SimpleStatementParser {
  program(): Statement[] {
    return this.finish(() => {
      const statements: Statement[] = [];
      while (this.peek().kind !== 'end') {
        if (this.peek().kind === 'newline') this.next();
        else statements.push(...this.statement());
      }
      return statements;
    });
  }

  private statement(): Statement[] {
    const token = this.peek();
    if (token.kind === 'indent')
      throw new PythonSyntaxError(token.line, 'unexpected indent', 'IndentationError');
    const compound = this.compound();
    return compound ? [compound] : this.simpleLine();
  }

  private compound(): Statement | null {
    const { line } = this;
    if (this.isOp('@')) return this.decorated();
    if (this.takeWord('if')) return this.conditional(line, 'if');
    if (this.takeWord('while')) return this.loop(line);
    if (this.takeWord('for')) return this.forLoop(line);
    if (this.takeWord('try')) return this.tryStatement(line);
    if (this.takeWord('with')) return this.withStatement(line);
    if (this.takeWord('def')) return this.definition(line, []);
    if (this.takeWord('class')) return this.classDefinition(line, []);
    if (this.isWord('async')) return this.asynchronous(line);
    if (this.isWord('match') && this.opensCases()) return this.matchStatement(line);
    return null;
  }

  /** `async def` and its like are right Python; the parser reads them, the sandbox cannot run them. */
  private asynchronous(line: number): Statement {
    this.next();
    if (!this.isWord('def') && !this.isWord('for') && !this.isWord('with')) this.fail();
    this.compound();
    return { kind: 'foreign', what: 'async', line };
  }

  /** `match` is a keyword only where its line ends in a colon and a `case` follows. */
  private opensCases(): boolean {
    let ahead = 1;
    for (let { kind } = this.peek(ahead); kind !== 'newline'; { kind } = this.peek(++ahead))
      if (kind === 'end') return false;
    return (
      ahead > 1 &&
      this.isOp(':', ahead - 1) &&
      this.peek(ahead + 1).kind === 'indent' &&
      this.isWord('case', ahead + 2)
    );
  }

  private matchStatement(line: number): Statement {
    let depth = 0;
    do {
      const { kind } = this.next();
      if (kind === 'indent') depth++;
      else if (kind === 'dedent') depth--;
      if (kind === 'dedent' && depth === 0) break;
    } while (this.peek().kind !== 'end');
    return { kind: 'foreign', what: 'the match statement', line };
  }

  /** The block after a colon. */
  private block(after: string, line: number): Statement[] {
    if (!this.takeOp(':')) this.noColon();
    if (this.peek().kind !== 'newline') return this.simpleLine();
    this.next();
    if (this.peek().kind !== 'indent')
      throw new PythonSyntaxError(
        this.line,
        `expected an indented block after ${after} on line ${line}`,
        'IndentationError',
      );
    this.next();
    const body: Statement[] = [];
    while (this.peek().kind !== 'dedent' && this.peek().kind !== 'end') body.push(...this.statement());
    if (this.peek().kind === 'dedent') this.next();
    return body;
  }

  private noColon(): never {
    if (this.isOp('=')) this.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return this.fail(this.peek().kind === 'newline' ? "expected ':'" : undefined);
  }

  private conditional(line: number, word: 'if' | 'elif'): Statement {
    const test = this.named();
    const body = this.block(`'${word}' statement`, line);
    const at = this.line;
    if (this.takeWord('elif'))
      return { kind: 'if', test, body, otherwise: [this.conditional(at, 'elif')], line };
    return { kind: 'if', test, body, otherwise: this.orElse(), line };
  }

  private orElse(): Statement[] {
    const { line } = this;
    return this.takeWord('else') ? this.block("'else' statement", line) : [];
  }

  private loop(line: number): Statement {
    const test = this.named();
    const body = this.block("'while' statement", line);
    return { kind: 'while', test, body, otherwise: this.orElse(), line };
  }

  private forLoop(line: number): Statement {
    const target = this.targets();
    this.expectWord('in');
    const iterable = this.expressionList();
    const body = this.block("'for' statement", line);
    return { kind: 'for', target, iterable, body, otherwise: this.orElse(), line };
  }

  private tryStatement(line: number): Statement {
    const body = this.block("'try' statement", line);
    const handlers: Handler[] = [];
    while (this.isWord('except')) {
      if (handlers.at(-1)?.type === null) this.fail("default 'except:' must be last", handlers.at(-1)?.line);
      handlers.push(this.handler());
    }
    const otherwise = handlers.length > 0 ? this.orElse() : [];
    const at = this.line;
    const final = this.takeWord('finally') ? this.block("'finally' statement", at) : [];
    if (handlers.length === 0 && final.length === 0) this.fail("expected 'except' or 'finally' block");
    return { kind: 'try', body, handlers, otherwise, final, line };
  }

  private handler(): Handler {
    const { line } = this;
    this.next();
    if (this.isOp('*')) {
      const type: Expression = { kind: 'constant', value: 'None', line };
      return { type, name: null, body: this.exceptGroup(line), line };
    }
    const type = this.isOp(':') ? null : this.expression();
    if (this.isOp(',')) this.fail('multiple exception types must be parenthesized', line);
    const name = type && this.takeWord('as') ? this.takeName() : null;
    return { type, name, body: this.block("'except' statement", line), line };
  }

  private exceptGroup(line: number): Statement[] {
    this.next();
    this.expression();
    if (this.takeWord('as')) this.takeName();
    this.block("'except*' statement", line);
    return [{ kind: 'foreign', what: 'exception groups (except*)', line }];
  }

  private withStatement(line: number): Statement {
    const start = this.position;
    const bracketed = this.isOp('(') ? this.bracketedItems() : null;
    if (!bracketed) this.position = start;
    const items = bracketed ?? this.withItems();
    return { kind: 'with', items, body: this.block("'with' statement", line), line };
  }

  /** `(a as b, c as d)` before the colon, or null when the bracket belongs to an expression. */
  private bracketedItems(): { value: Expression; target: Expression | null }[] | null {
    try {
      this.next();
      const items = this.withItems(true);
      return this.takeOp(')') && this.isOp(':') ? items : null;
    } catch (problem) {
      if (problem instanceof PythonSyntaxError) return null;
      throw problem;
    }
  }

  private withItems(bracketed = false): { value: Expression; target: Expression | null }[] {
    const items: { value: Expression; target: Expression | null }[] = [];
    do {
      if (bracketed && this.isOp(')')) break;
      const value = this.expression();
      items.push({ value, target: this.takeWord('as') ? this.checkTarget(this.binary(0)) : null });
    } while (this.takeOp(','));
    return items;
  }

  private decorated(): Statement {
    const decorators: Expression[] = [];
    while (this.takeOp('@')) {
      decorators.push(this.named());
      if (this.next().kind !== 'newline') {
        this.position--;
        this.fail();
      }
    }
    const { line } = this;
    if (this.takeWord('def')) return this.definition(line, decorators);
    if (this.takeWord('class')) return this.classDefinition(line, decorators);
    if (this.isWord('async')) return this.asynchronous(line);
    return this.fail();
  }

  private definition(line: number, decorators: readonly Expression[]): Statement {
    const name = this.takeName();
    this.expectOp('(', "expected '('");
    const head: Parameters = this.parameters(')', true);
    this.expectOp(')');
    const returned = this.takeOp('->') ? [this.expression()] : [];
    const parameters = { ...head, annotations: [...head.annotations, ...returned] };
    return { kind: 'def', name, parameters, decorators, body: this.block('function definition', line), line };
  }

  private classDefinition(line: number, decorators: readonly Expression[]): Statement {
    const name = this.takeName();
    const { args, keywords } = this.takeOp('(') ? this.callArguments(')') : { args: [], keywords: [] };
    const body = this.block('class definition', line);
    return { kind: 'class', name, bases: args, keywords, decorators, body, line };
  }
}

/** Parses a program. @throws PythonSyntaxError */
export function parseProgram(source: string): Statement[] {
  return new StatementParser(tokenize(source)).program();
}
