/** Writes programs for MicroPython: the step budget in every loop and function, and no way around it. */
import { emit, ownName, parameterTexts, targetText, type Context } from './emitExpression';
import { isSimple, SimpleWriter, type Of } from './emitSimple';
import { classScope, functionScope, moduleScope, resolve } from './scopes';
import { Unsupported, type Expression, type Handler, type Statement } from './tree';
import { BASES, DUNDER_METHODS } from './vocabulary';
import type { Rewritten } from './writer';

class StatementWriter extends SimpleWriter {
  program(body: readonly Statement[]): Rewritten {
    this.statements(body, { scope: moduleScope(body), className: null });
    return this.out.result();
  }

  private statements(body: readonly Statement[], context: Context): void {
    for (const statement of body) this.statement(statement, context);
  }

  /** A block; `first` are lines that the original does not have. */
  private block(
    body: readonly Statement[],
    line: number,
    context: Context,
    first: readonly string[] = [],
  ): void {
    this.out.indented(() => {
      for (const text of first) this.out.write(text, line);
      if (body.length === 0 && first.length === 0) this.out.write('pass', line);
      this.statements(body, context);
    });
  }

  private statement(statement: Statement, context: Context): void {
    if (isSimple(statement)) this.simple(statement, context);
    else if (statement.kind === 'for') this.loop(statement, context);
    else if (statement.kind === 'try') this.tryStatement(statement, context);
    else if (statement.kind === 'with') this.withStatement(statement, context);
    else if (statement.kind === 'def')
      this.decorated(statement, context, () => this.definition(statement, context));
    else if (statement.kind === 'class')
      this.decorated(statement, context, () => this.classDefinition(statement, context));
    else this.branch(statement, context);
  }

  private branch(statement: Of<'if' | 'while'>, context: Context): void {
    const { kind, test, body, otherwise, line } = statement;
    const condition = emit(test, context);
    if (kind === 'while' && otherwise.length === 0 && test.kind !== 'constant') {
      // The interpreter puts the test of a loop after its body, and an error in it on the body's last line.
      this.out.write('while True:', line);
      this.block(body, line, context, [`if not ${condition}: break`, '__j_tick()']);
      return;
    }
    this.out.write(`${kind} ${condition}:`, line);
    this.block(body, line, context, kind === 'while' ? ['__j_tick()'] : []);
    this.orElse(otherwise, context);
  }

  private orElse(otherwise: readonly Statement[], context: Context): void {
    const [first] = otherwise;
    if (!first) return;
    this.out.write('else:', first.line);
    this.block(otherwise, first.line, context);
  }

  private loop({ target, iterable, body, otherwise, line }: Of<'for'>, context: Context): void {
    this.out.write(`for ${targetText(target, context)} in ${this.iterated(iterable, context)}:`, line);
    this.block(body, line, context, ['__j_tick()']);
    this.orElse(otherwise, context);
  }

  /**
   * What a loop walks over. The interpreter counts `for i in range(...)` by itself without asking what
   * `range` is, and takes floats: so the bounds are checked, and a `range` of the program's own is hidden from it.
   */
  private iterated(iterable: Expression, context: Context): string {
    if (iterable.kind !== 'call' || iterable.callee.kind !== 'name' || iterable.callee.id !== 'range')
      return emit(iterable, context);
    const { args, keywords } = iterable;
    const isOwn = resolve('range', context.scope) !== 'nowhere';
    const plain = args.length > 0 && args.length < 3 && keywords.length === 0;
    if (isOwn || !plain || args.some(({ kind }) => kind === 'star'))
      return `__j_iter(${emit(iterable, context)})`;
    const bounds = args.map((arg) =>
      arg.kind === 'number' && /^\d+$/.test(arg.text)
        ? emit(arg, context)
        : `__j_index(${emit(arg, context)})`,
    );
    return `range(${bounds.join(', ')})`;
  }

  private tryStatement({ body, handlers, otherwise, final, line }: Of<'try'>, context: Context): void {
    this.out.write('try:', line);
    if (handlers.length > 0 && final.length > 0) {
      // Without this nesting the interpreter would run the handlers of the outer block for the inner.
      this.out.indented(() => this.handled(body, handlers, otherwise, line, context));
    } else if (handlers.length > 0) {
      this.block(body, line, context);
      this.handlers(handlers, otherwise, line, context);
      return;
    } else this.block(body, line, context);
    const at = final[0]?.line ?? line;
    this.out.write('finally:', at);
    this.block(final, at, context);
  }

  private handled(
    body: readonly Statement[],
    handlers: readonly Handler[],
    otherwise: readonly Statement[],
    line: number,
    context: Context,
  ): void {
    this.out.write('try:', line);
    this.block(body, line, context);
    this.handlers(handlers, otherwise, line, context);
  }

  private handlers(
    handlers: readonly Handler[],
    otherwise: readonly Statement[],
    line: number,
    context: Context,
  ): void {
    // The end of the budget is nothing a program may catch.
    this.out.write('except __j_Stop:', line);
    this.out.indented(() => this.out.write('raise', line));
    for (const { type, name, body, line: at } of handlers) {
      const caught = name === null ? this.temporary() : ownName(name, at, context);
      const kinds = type ? `__j_kinds(${emit(type, context)})` : 'BaseException';
      this.out.write(`except ${kinds} as ${caught}:`, at);
      this.block(body, at, context, [`__j_caught(${caught})`]);
    }
    this.orElse(otherwise, context);
  }

  private withStatement({ items, body, line }: Of<'with'>, context: Context): void {
    const heads = items.map(({ value, target }) => {
      const text = emit(value, context);
      return target ? `${text} as ${targetText(target, context)}` : text;
    });
    this.out.write(`with ${heads.join(', ')}:`, line);
    this.block(body, line, context);
  }

  /** Decorators are applied by hand: the interpreter knows only plain names after the @. */
  private decorated(statement: Of<'def' | 'class'>, context: Context, define: () => void): void {
    const held = statement.decorators.map((decorator) => {
      const name = this.temporary();
      this.out.write(`${name} = ${emit(decorator, context)}`, decorator.line);
      return name;
    });
    define();
    const own = ownName(statement.name, statement.line, context);
    for (const name of held.reverse()) {
      this.out.write(`${own} = ${name}(${own})`, statement.line);
      this.out.write(`del ${name}`, statement.line);
    }
  }

  private definition({ name, parameters, body, line }: Of<'def'>, context: Context): void {
    const isMethod = context.scope.kind === 'class';
    if (isMethod && /^__.*__$/.test(name) && !DUNDER_METHODS.has(name))
      throw new Unsupported(line, `the method ${name}`);
    const head = parameterTexts(parameters, context).join(', ');
    this.annotations(parameters.annotations, line, context);
    this.out.write(`def ${ownName(name, line, context)}(${head}):`, line);
    const inner: Context = { ...context, scope: functionScope(parameters, body, context.scope) };
    const first = ['__j_tick()'];
    const { keywords } = parameters;
    if (keywords !== null) first.push(`${keywords} = __j_keywords(${keywords})`);
    // global and nonlocal must come before anything else is done with their names.
    this.block(body, line, inner, first);
  }

  private classDefinition(statement: Of<'class'>, context: Context): void {
    const { name, bases, keywords, body, line } = statement;
    if (keywords.length > 0) throw new Unsupported(line, 'keywords of a class');
    if (bases.length > 1) throw new Unsupported(line, 'several base classes');
    const [base] = bases;
    const texts = bases.map((each) => emit(each, context));
    if (base && (base.kind !== 'name' || resolve(base.id, context.scope) === 'nowhere'))
      if (base.kind !== 'name' || !BASES.has(base.id)) throw new Unsupported(line, 'this base class');
    // The interpreter does not collect a class' own `object` base as CPython does, and needs none.
    const head = base?.kind === 'name' && base.id === 'object' ? '' : texts.join(', ');
    this.out.write(`class ${ownName(name, line, context)}(${head}):`, line);
    this.block(body, line, { scope: classScope(body, context.scope), className: name });
  }
}

/** The program as MicroPython should run it. @throws Unsupported */
export function emitProgram(body: readonly Statement[]): Rewritten {
  return new StatementWriter().program(body);
}
