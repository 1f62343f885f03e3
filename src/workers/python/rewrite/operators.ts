/** Parses operators, from the weakest to the strongest, and what stands around them: lists, targets, parameters. */
import { TokenReader } from './tokenReader';
import type { Expression, Parameter, Parameters } from './tree';

const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
/** Binary operators from weak to strong; each level associates to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const NO_PARAMETERS: Parameters = {
  positional: [],
  positionalOnly: 0,
  rest: null,
  keywordOnly: [],
  keywords: null,
  annotations: [],
};

export abstract class OperatorParser extends TokenReader {
  /** A value with its calls, attributes and indices. */
  protected abstract primary(): Expression;

  /** `a, *b, c`: a tuple when there is a comma. */
  protected expressionList(): Expression {
    const { line } = this;
    const first = this.starOrPlain();
    if (!this.isOp(',')) return first;
    const items = [first];
    while (this.takeOp(',')) {
      if (!this.startsExpression()) break;
      items.push(this.starOrPlain());
    }
    return { kind: 'tuple', items, line };
  }

  /** Outside of brackets no `:=` may stand. */
  private starOrPlain(): Expression {
    const { line } = this;
    if (this.takeOp('*')) return { kind: 'star', value: this.binary(0), line };
    return this.expression();
  }

  protected startsExpression(): boolean {
    const token = this.peek();
    if (token.kind === 'number' || token.kind === 'string') return true;
    if (token.kind === 'op') return ['(', '[', '{', '-', '+', '~', '*', '...'].includes(token.text);
    return (
      this.isName() ||
      (token.kind === 'name' &&
        ['None', 'True', 'False', 'not', 'lambda', 'await', 'yield'].includes(token.text))
    );
  }

  protected starOrNamed(): Expression {
    const { line } = this;
    if (this.takeOp('*')) return { kind: 'star', value: this.binary(0), line };
    return this.named();
  }

  /** `name := value` or an expression. */
  protected named(): Expression {
    const { line } = this;
    if (this.isName() && this.isOp(':=', 1)) {
      const name = this.takeName();
      this.next();
      return { kind: 'walrus', name, value: this.expression(), line };
    }
    return this.expression();
  }

  protected expression(): Expression {
    const { line } = this;
    if (this.isWord('lambda')) return this.lambda();
    const then = this.disjunction();
    if (!this.takeWord('if')) return then;
    const test = this.disjunction();
    if (!this.takeWord('else')) this.fail("expected 'else' after 'if' expression", line);
    return { kind: 'choice', test, then, otherwise: this.expression(), line };
  }

  protected lambda(): Expression {
    const { line } = this;
    this.expectWord('lambda');
    const parameters = this.parameters(':', false);
    this.expectOp(':', "expected ':'");
    return { kind: 'lambda', parameters, body: this.expression(), line };
  }

  protected disjunction(): Expression {
    return this.boolean('or', () => this.boolean('and', () => this.inversion()));
  }

  private boolean(op: 'and' | 'or', operand: () => Expression): Expression {
    const { line } = this;
    const values = [operand()];
    while (this.takeWord(op)) values.push(operand());
    const [only] = values;
    return values.length === 1 && only ? only : { kind: 'bool', op, values, line };
  }

  private inversion(): Expression {
    const { line } = this;
    if (this.takeWord('not')) return { kind: 'unary', op: 'not', value: this.inversion(), line };
    return this.comparison();
  }

  private comparison(): Expression {
    const { line } = this;
    const left = this.binary(0);
    const rest: { op: string; right: Expression }[] = [];
    for (let op = this.comparator(); op !== null; op = this.comparator())
      rest.push({ op, right: this.binary(0) });
    return rest.length === 0 ? left : { kind: 'compare', left, rest, line };
  }

  private comparator(): string | null {
    const token = this.peek();
    if (token.kind === 'op' && COMPARISONS.has(token.text)) return this.next().text;
    if (this.takeWord('in')) return 'in';
    if (this.isWord('not') && this.isWord('in', 1)) {
      this.position += 2;
      return 'not in';
    }
    if (!this.takeWord('is')) return null;
    return this.takeWord('not') ? 'is not' : 'is';
  }

  protected binary(level: number): Expression {
    const ops = LEVELS[level];
    if (!ops) return this.factor();
    const { line } = this;
    let left = this.binary(level + 1);
    while (this.peek().kind === 'op' && ops.includes(this.peek().text)) {
      const op = this.next().text;
      left = { kind: 'binary', op, left, right: this.binary(level + 1), line };
    }
    return left;
  }

  private factor(): Expression {
    const { line } = this;
    for (const op of ['-', '+', '~'] as const)
      if (this.takeOp(op)) return { kind: 'unary', op, value: this.factor(), line };
    if (this.takeWord('await')) {
      this.primary();
      return { kind: 'await', line };
    }
    const base = this.primary();
    if (!this.takeOp('**')) return base;
    return { kind: 'binary', op: '**', left: base, right: this.factor(), line };
  }

  /** `a, (b, *c)` before an `in`. */
  protected targets(): Expression {
    const { line } = this;
    const one = (): Expression => {
      const at = this.line;
      return this.takeOp('*') ? { kind: 'star', value: this.binary(0), line: at } : this.binary(0);
    };
    const first = one();
    if (!this.isOp(',')) return this.checkTarget(first);
    const items = [first];
    while (this.takeOp(',')) {
      if (this.isWord('in')) break;
      items.push(one());
    }
    return this.checkTarget({ kind: 'tuple', items, line });
  }

  /** Overridden by the statements' parser, which knows what may be assigned to. */
  protected checkTarget(target: Expression): Expression {
    return target;
  }

  /** The parameters of a lambda or a def, up to but without `close`. */
  protected parameters(close: string, annotated: boolean): Parameters {
    if (this.isOp(close)) return NO_PARAMETERS;
    const positional: Parameter[] = [];
    const keywordOnly: Parameter[] = [];
    const annotations: Expression[] = [];
    let positionalOnly = 0;
    let rest: string | null = null;
    let keywords: string | null = null;
    let starred = false;
    const name = (): string => {
      const found = this.takeName();
      if (annotated && this.takeOp(':')) annotations.push(this.expression());
      return found;
    };
    do {
      const { line } = this;
      if (this.isOp(close)) break;
      if (keywords !== null) this.fail('arguments cannot follow var-keyword argument', line);
      if (this.takeOp('**')) keywords = name();
      else if (this.takeOp('*')) {
        if (starred) this.fail('* argument may appear only once', line);
        starred = true;
        if (this.isName()) rest = name();
        else if (this.isOp(close) || this.isOp('**', 1))
          this.fail('named arguments must follow bare *', line);
      } else if (this.takeOp('/')) {
        if (positionalOnly > 0) this.fail('/ may appear only once', line);
        if (starred) this.fail('/ must be ahead of *', line);
        if (positional.length === 0) this.fail('at least one argument must precede /', line);
        positionalOnly = positional.length;
      } else {
        const found = name();
        const fallback = this.takeOp('=') ? this.expression() : null;
        if (!starred && fallback === null && positional.some((before) => before.fallback !== null))
          this.fail('non-default argument follows default argument', line);
        (starred ? keywordOnly : positional).push({ name: found, fallback, line });
      }
    } while (this.takeOp(','));
    if (starred && rest === null && keywordOnly.length === 0) this.fail('named arguments must follow bare *');
    return { positional, positionalOnly, rest, keywordOnly, keywords, annotations };
  }
}
