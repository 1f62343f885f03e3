/** Parses the statements of one line. */
import { ExpressionParser } from './expressions';
import { nameOfKind } from './targets';
import type { Expression, ImportedName, Statement } from './tree';

const AUGMENTED = new Set(['+=', '-=', '*=', '/=', '//=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=', '@=']);

export class SimpleStatementParser extends ExpressionParser {
  protected simpleLine(): Statement[] {
    const statements = [this.simple()];
    while (this.takeOp(';')) {
      if (this.peek().kind === 'newline') break;
      statements.push(this.simple());
    }
    if (this.peek().kind !== 'newline') this.leftOver(statements.at(-1));
    this.next();
    return statements;
  }

  /** Something stands after a whole statement on its line. */
  private leftOver(last: Statement | undefined): never {
    const value = last?.kind === 'expression' ? last.value : null;
    if (value?.kind === 'name' && (value.id === 'print' || value.id === 'exec') && this.startsExpression())
      this.fail(`Missing parentheses in call to '${value.id}'. Did you mean ${value.id}(...)?`);
    if (this.isOp('=') && last?.kind === 'augmented') this.fail();
    return this.fail();
  }

  private simple(): Statement {
    const { line } = this;
    if (this.peek().kind !== 'name') return this.expressionStatement(line);
    for (const kind of ['pass', 'break', 'continue'] as const) if (this.takeWord(kind)) return { kind, line };
    if (this.takeWord('return'))
      return { kind: 'return', value: this.startsExpression() ? this.expressionList() : null, line };
    if (this.takeWord('raise')) return this.raise(line);
    if (this.takeWord('global')) return { kind: 'global', names: this.nameList(), line };
    if (this.takeWord('nonlocal')) return { kind: 'nonlocal', names: this.nameList(), line };
    if (this.takeWord('del')) return this.deletion(line);
    if (this.takeWord('assert')) {
      const test = this.expression();
      return { kind: 'assert', test, message: this.takeOp(',') ? this.expression() : null, line };
    }
    if (this.takeWord('import')) return this.importStatement(line);
    if (this.takeWord('from')) return this.fromImport(line);
    return this.expressionStatement(line);
  }

  private raise(line: number): Statement {
    const value = this.startsExpression() ? this.expression() : null;
    const cause = value && this.takeWord('from') ? this.expression() : null;
    return { kind: 'raise', value, cause, line };
  }

  private nameList(): string[] {
    const names = [this.takeName()];
    while (this.takeOp(',')) names.push(this.takeName());
    return names;
  }

  private deletion(line: number): Statement {
    const list = this.expressionList();
    const targets = list.kind === 'tuple' ? list.items : [list];
    for (const target of targets) {
      if (target.kind === 'star') this.fail('cannot delete starred', line);
      this.checkTarget(target, 'delete');
    }
    return { kind: 'delete', targets, line };
  }

  private dottedName(): string {
    let name = this.takeName();
    while (this.takeOp('.')) name += `.${this.takeName()}`;
    return name;
  }

  private importedName(dotted: boolean): ImportedName {
    const name = dotted ? this.dottedName() : this.takeName();
    return { name, as: this.takeWord('as') ? this.takeName() : null };
  }

  private importStatement(line: number): Statement {
    const names = [this.importedName(true)];
    while (this.takeOp(',')) names.push(this.importedName(true));
    return { kind: 'import', names, line };
  }

  private fromImport(line: number): Statement {
    let dots = '';
    while (this.isOp('.') || this.isOp('...')) dots += this.next().text;
    const module = dots + (this.isName() ? this.dottedName() : '');
    if (module === '') this.fail();
    this.expectWord('import');
    if (this.takeOp('*')) return { kind: 'from', module, names: '*', line };
    const bracket = this.takeOp('(');
    const names = [this.importedName(false)];
    while (this.takeOp(',')) {
      if (bracket && this.isOp(')')) break;
      if (!bracket && this.peek().kind === 'newline')
        this.fail('trailing comma not allowed without surrounding parentheses');
      names.push(this.importedName(false));
    }
    if (bracket) this.expectOp(')');
    return { kind: 'from', module, names, line };
  }

  private rightSide(): Expression {
    return this.isWord('yield') ? this.yieldExpression() : this.expressionList();
  }

  private expressionStatement(line: number): Statement {
    const first = this.isWord('yield') ? this.yieldExpression() : this.expressionList();
    const { text, kind } = this.peek();
    if (kind === 'op' && AUGMENTED.has(text)) {
      if (!['name', 'attribute', 'subscript'].includes(first.kind))
        this.fail(`'${nameOfKind(first)}' is an illegal expression for augmented assignment`, line);
      this.next();
      return { kind: 'augmented', target: first, op: text.slice(0, -1), value: this.rightSide(), line };
    }
    if (
      this.isOp(':') &&
      (first.kind === 'name' || first.kind === 'attribute' || first.kind === 'subscript')
    ) {
      this.next();
      const annotation = this.expression();
      return {
        kind: 'annotated',
        target: first,
        annotation,
        value: this.takeOp('=') ? this.rightSide() : null,
        line,
      };
    }
    const targets: Expression[] = [];
    let value = first;
    while (this.isOp('=')) {
      targets.push(this.checkTarget(value, 'assign to'));
      this.next();
      value = this.rightSide();
    }
    if (targets.length === 0) {
      return { kind: 'expression', value, line };
    }
    return { kind: 'assign', targets, value, line };
  }

  protected override checkTarget(target: Expression, verb = 'assign to'): Expression {
    if (target.kind === 'tuple' || target.kind === 'list') {
      if (target.items.filter(({ kind }) => kind === 'star').length > 1)
        this.fail('multiple starred expressions in assignment', target.line);
      for (const item of target.items) this.checkTarget(item, verb);
    } else if (target.kind === 'star') this.checkTarget(target.value, verb);
    else if (!['name', 'attribute', 'subscript'].includes(target.kind)) {
      const hint = verb === 'assign to' && this.isOp('=') && target.kind !== 'constant';
      this.fail(
        `cannot ${verb} ${nameOfKind(target)}${hint ? " here. Maybe you meant '==' instead of '='?" : ''}`,
        target.line,
      );
    }
    return target;
  }
}
