/** Writes the statements of one line for MicroPython. */
import {
  binaryText,
  checkAttribute,
  emit,
  ownName,
  quote,
  sliceArguments,
  targetText,
  type Context,
} from './emitExpression';
import { resolve } from './scopes';
import { Unsupported, type Expression, type Statement } from './tree';
import { GUARDED_ATTRIBUTES, LIBRARY, MODULES, PROVIDED, REFUSED_NAMES } from './vocabulary';
import { partsOf } from './walk';
import { Writer } from './writer';

export type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** The statements that hold no block. */
export type Simple = Exclude<Statement, Of<'if' | 'while' | 'for' | 'try' | 'with' | 'def' | 'class'>>;

const WITH_BLOCKS: readonly Statement['kind'][] = ['if', 'while', 'for', 'try', 'with', 'def', 'class'];

export function isSimple(statement: Statement): statement is Simple {
  return !WITH_BLOCKS.includes(statement.kind);
}

export class SimpleWriter {
  protected readonly out = new Writer();
  private fresh = 0;

  protected temporary(): string {
    return `__j_t${this.fresh++}`;
  }

  protected simple(statement: Simple, context: Context): void {
    const { line } = statement;
    const write = (text: string): void => this.out.write(text, line);
    switch (statement.kind) {
      case 'expression':
        // A text or a number that stands alone does nothing; a docstring would only cost memory.
        write(isConstant(statement.value) ? 'pass' : emit(statement.value, context));
        break;
      case 'assign':
        this.assign(statement, context);
        break;
      case 'augmented':
        this.augmented(statement, context);
        break;
      case 'annotated':
        if (statement.value) this.store(statement.target, emit(statement.value, context), line, context);
        // Without a value it still makes the name one of the function's own.
        else if (statement.target.kind === 'name')
          write(`if __j_never: ${targetText(statement.target, context)} = None`);
        else write('pass');
        if (context.scope.kind !== 'function') this.annotations([statement.annotation], line, context);
        break;
      case 'return':
        write(statement.value ? `return ${emit(statement.value, context)}` : 'return');
        break;
      case 'raise':
        this.raise(statement, context);
        break;
      case 'global':
      case 'nonlocal':
        write(`${statement.kind} ${statement.names.map((name) => ownName(name, line, context)).join(', ')}`);
        break;
      case 'delete':
        for (const target of statement.targets) this.remove(target, line, context);
        break;
      case 'pass':
      case 'break':
      case 'continue':
        write(statement.kind);
        break;
      case 'import':
        for (const { name, as } of statement.names) this.imports(name, as, line, context);
        break;
      case 'from':
        this.fromImport(statement, context);
        break;
      case 'assert':
        this.assertion(statement, context);
        break;
      case 'foreign':
        throw new Unsupported(line, statement.what);
    }
  }

  /** Stores a written value, with the prelude's help where the target is a slice or a guarded attribute. */
  private store(target: Expression, value: string, line: number, context: Context): void {
    if (target.kind === 'subscript' && target.index.kind === 'slice')
      this.out.write(
        `__j_put_slice(${emit(target.value, context)}, ${sliceArguments(target.index, context)}, ${value})`,
        line,
      );
    else if (target.kind === 'attribute' && GUARDED_ATTRIBUTES.has(target.name))
      this.out.write(`__j_store(${emit(target.value, context)}, ${quote(target.name)}, ${value})`, line);
    else this.out.write(`${targetText(target, context)} = ${value}`, line);
  }

  private assign({ targets, value, line }: Of<'assign'>, context: Context): void {
    const text = emit(value, context);
    const [only] = targets;
    if (targets.length === 1 && only) return this.store(only, text, line, context);
    const held = this.temporary();
    this.out.write(`${held} = ${text}`, line);
    for (const target of targets) this.store(target, held, line, context);
  }

  private augmented({ target, op, value, line }: Of<'augmented'>, context: Context): void {
    const text = emit(value, context);
    const helped = ['/', '//', '%', '**', '<<'].includes(op);
    if (target.kind === 'subscript' && target.index.kind === 'slice')
      throw new Unsupported(line, 'an augmented slice');
    if (helped && isRepeatable(target)) {
      const now = emit(target, context);
      return this.store(target, binaryText(op, now, text), line, context);
    }
    this.out.write(`${targetText(target, context)} ${op}= ${text}`, line);
  }

  private raise({ value, cause, line }: Of<'raise'>, context: Context): void {
    if (cause) this.out.write(emit(cause, context), line);
    this.out.write(value ? `raise __j_raise(${emit(value, context)})` : 'raise', line);
  }

  private remove(target: Expression, line: number, context: Context): void {
    if (target.kind === 'tuple' || target.kind === 'list')
      for (const item of target.items) this.remove(item, line, context);
    else if (target.kind === 'subscript' && target.index.kind === 'slice')
      this.out.write(
        `__j_drop_slice(${emit(target.value, context)}, ${sliceArguments(target.index, context)})`,
        line,
      );
    else this.out.write(`del ${targetText(target, context)}`, line);
  }

  private imports(module: string, as: string | null, line: number, context: Context): void {
    const top = module.split('.')[0] ?? module;
    if (!MODULES.has(module)) {
      if (LIBRARY.has(top) || MODULES.has(top)) throw new Unsupported(line, `the module ${module}`);
      this.out.write(`__j_no_module(${quote(top)})`, line);
    } else this.out.write(`${ownName(as ?? module, line, context)} = __j_import(${quote(module)})`, line);
  }

  private fromImport({ module, names, line }: Of<'from'>, context: Context): void {
    const top = module.split('.')[0] ?? module;
    if (!MODULES.has(module)) {
      if (LIBRARY.has(top) || MODULES.has(top) || top === '')
        throw new Unsupported(line, `the module ${module}`);
      this.out.write(`__j_no_module(${quote(top)})`, line);
      return;
    }
    if (names === '*') throw new Unsupported(line, 'import *');
    for (const { name, as } of names) {
      ownName(name, line, context);
      checkAttribute(name, line);
      const target = ownName(as ?? name, line, context);
      this.out.write(`${target} = __j_from(__j_import(${quote(module)}), ${quote(name)})`, line);
    }
  }

  private assertion({ test, message, line }: Of<'assert'>, context: Context): void {
    this.out.write(`if not (${emit(test, context)}):`, line);
    this.out.indented(() => {
      const text = message ? emit(message, context) : '';
      this.out.write(`raise __j_raise(__j_assertion(${text}))`, message?.line ?? line);
    });
  }

  /** Annotations are dropped, but for the names in them that nobody defines: CPython stumbles over those. */
  protected annotations(annotations: readonly Expression[], line: number, context: Context): void {
    for (const name of annotations.flatMap(namesIn))
      if (resolve(name, context.scope) === 'nowhere' && !PROVIDED.has(name) && !REFUSED_NAMES.has(name))
        this.out.write(`__j_nameless(${quote(name)})`, line);
  }
}

function namesIn(expression: Expression): string[] {
  return expression.kind === 'name' ? [expression.id] : partsOf(expression).flatMap(namesIn);
}

function isConstant({ kind }: Expression): boolean {
  return kind === 'string' || kind === 'number' || kind === 'constant';
}

/** Whether a target may be written twice without being computed twice. */
function isRepeatable(target: Expression): boolean {
  const kinds = [
    'name',
    'number',
    'string',
    'constant',
    'attribute',
    'unary',
    'binary',
    'subscript',
    'tuple',
  ];
  return kinds.includes(target.kind) && partsOf(target).every(isRepeatable);
}
