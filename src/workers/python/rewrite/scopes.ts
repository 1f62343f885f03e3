/** Which names a scope binds, and the mistakes CPython finds while it sorts them. */
import { PythonSyntaxError, type Expression, type Parameters, type Statement } from './tree';
import { blocksOf, defaultsOf, expressionsOf, parameterNames, partsOf } from './walk';

/** The names a program binds, scope by scope; `resolve` climbs from the inside out. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly names: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly parent: Scope | null;
}

interface Bindings {
  readonly bound: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
}

function bindTarget(target: Expression, bound: Set<string>): void {
  if (target.kind === 'name') bound.add(target.id);
  else if (target.kind === 'tuple' || target.kind === 'list')
    for (const item of target.items) bindTarget(item, bound);
  else if (target.kind === 'star') bindTarget(target.value, bound);
}

/** A walrus binds in the scope around it, even from inside a comprehension. */
function bindWalrus(expression: Expression, bound: Set<string>): void {
  if (expression.kind === 'walrus') bound.add(expression.name);
  if (expression.kind === 'lambda')
    for (const fallback of defaultsOf(expression.parameters)) bindWalrus(fallback, bound);
  else for (const part of partsOf(expression)) bindWalrus(part, bound);
}

function targetsOf(statement: Statement): readonly Expression[] {
  const { kind } = statement;
  if (kind === 'assign' || kind === 'delete') return statement.targets;
  if (kind === 'augmented' || kind === 'annotated' || kind === 'for') return [statement.target];
  if (kind === 'with') return statement.items.flatMap(({ target }) => (target ? [target] : []));
  return [];
}

function namesBoundBy(statement: Statement): string[] {
  const { kind } = statement;
  if (kind === 'def' || kind === 'class') return [statement.name];
  if (kind === 'try') return statement.handlers.flatMap(({ name }) => (name === null ? [] : [name]));
  if (kind === 'import') return statement.names.map(({ name, as }) => as ?? name.split('.')[0] ?? name);
  if (kind === 'from' && statement.names !== '*') return statement.names.map(({ name, as }) => as ?? name);
  return [];
}

function bindStatement(statement: Statement, found: Bindings): void {
  const { bound } = found;
  for (const expression of expressionsOf(statement)) bindWalrus(expression, bound);
  for (const target of targetsOf(statement)) bindTarget(target, bound);
  for (const name of namesBoundBy(statement)) bound.add(name);
  if (statement.kind === 'global') for (const name of statement.names) found.globals.add(name);
  if (statement.kind === 'nonlocal') for (const name of statement.names) found.nonlocals.add(name);
  for (const block of blocksOf(statement)) for (const inner of block) bindStatement(inner, found);
}

export function bindingsOf(body: readonly Statement[]): Bindings {
  const found: Bindings = { bound: new Set(), globals: new Set(), nonlocals: new Set() };
  for (const statement of body) bindStatement(statement, found);
  return found;
}

/** Every name that some function of the program declares global. */
function declaredGlobals(body: readonly Statement[]): string[] {
  return body.flatMap((statement) => {
    const own = statement.kind === 'global' ? statement.names : [];
    const inner =
      statement.kind === 'def' || statement.kind === 'class' ? [statement.body] : blocksOf(statement);
    return [...own, ...inner.flatMap(declaredGlobals)];
  });
}

export function moduleScope(body: readonly Statement[]): Scope {
  const names = new Set([...bindingsOf(body).bound, ...declaredGlobals(body)]);
  return { kind: 'module', names, globals: new Set(), parent: null };
}

export function classScope(body: readonly Statement[], parent: Scope): Scope {
  const { bound, globals } = bindingsOf(body);
  return { kind: 'class', names: bound, globals, parent };
}

export function functionScope(parameters: Parameters, body: readonly Statement[], parent: Scope): Scope {
  const { bound, globals, nonlocals } = bindingsOf(body);
  const names = new Set([...parameterNames(parameters), ...bound]);
  for (const name of [...globals, ...nonlocals]) names.delete(name);
  return { kind: 'function', names, globals, parent };
}

/** The scope of a comprehension or a lambda. */
export function innerScope(names: Iterable<string>, parent: Scope): Scope {
  return { kind: 'function', names: new Set(names), globals: new Set(), parent };
}

export function targetNames(target: Expression): string[] {
  const bound = new Set<string>();
  bindTarget(target, bound);
  return [...bound];
}

/** Where a name that is read in `scope` comes from; `nowhere` means: from Python itself, or it is a mistake. */
export function resolve(name: string, scope: Scope): 'local' | 'module' | 'nowhere' {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    // The names of a class are seen in its own body only, not in its methods.
    if (at.kind === 'class' && at !== scope) continue;
    if (at.globals.has(name)) break;
    if (at.names.has(name)) return at.kind === 'module' ? 'module' : 'local';
  }
  let outermost = scope;
  while (outermost.parent) outermost = outermost.parent;
  return outermost.names.has(name) ? 'module' : 'nowhere';
}

interface Place {
  readonly inFunction: boolean;
  readonly inClass: boolean;
  readonly inLoop: boolean;
  /** Names of the functions around, which nonlocal may mean. */
  readonly enclosing: readonly ReadonlySet<string>[];
}

function checkExpression(expression: Expression, place: Place): void {
  const { kind, line } = expression;
  if ((kind === 'yield' || kind === 'yieldFrom') && !place.inFunction)
    throw new PythonSyntaxError(line, "'yield' outside function");
  if (kind === 'await' && !place.inFunction) throw new PythonSyntaxError(line, "'await' outside function");
  if (kind === 'lambda') checkNames(parameterNames(expression.parameters), line);
  const inner = kind === 'lambda' ? { ...place, inFunction: true } : place;
  for (const part of partsOf(expression)) checkExpression(part, inner);
}

function checkNames(names: readonly string[], line: number): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new PythonSyntaxError(line, `duplicate argument '${twice}' in function definition`);
}

function checkFunction(statement: Statement & { kind: 'def' }, place: Place): void {
  const { parameters, body } = statement;
  const { bound, globals, nonlocals } = bindingsOf(body);
  const named = parameterNames(parameters);
  checkNames(named, statement.line);
  for (const name of named) {
    if (globals.has(name))
      throw new PythonSyntaxError(statement.line, `name '${name}' is parameter and global`);
    if (nonlocals.has(name))
      throw new PythonSyntaxError(statement.line, `name '${name}' is parameter and nonlocal`);
  }
  const own = new Set([...named, ...bound]);
  checkBody(body, {
    inFunction: true,
    inClass: false,
    inLoop: false,
    enclosing: [own, ...place.enclosing],
  });
}

function checkDeclaration(
  statement: Statement & { kind: 'global' | 'nonlocal' },
  before: readonly Statement[],
  place: Place,
): void {
  const { line, names, kind } = statement;
  if (kind === 'nonlocal' && !place.inFunction && !place.inClass)
    throw new PythonSyntaxError(line, 'nonlocal declaration not allowed at module level');
  const { bound } = bindingsOf(before);
  for (const name of names) {
    if (bound.has(name))
      throw new PythonSyntaxError(line, `name '${name}' is assigned to before ${kind} declaration`);
    if (before.some((earlier) => reads(earlier, name)))
      throw new PythonSyntaxError(line, `name '${name}' is used prior to ${kind} declaration`);
    const outer = place.inFunction ? place.enclosing.slice(1) : place.enclosing;
    if (kind === 'nonlocal' && !outer.some((scope) => scope.has(name)))
      throw new PythonSyntaxError(line, `no binding for nonlocal '${name}' found`);
  }
}

function mentions(expression: Expression, name: string): boolean {
  if (expression.kind === 'name') return expression.id === name;
  return partsOf(expression).some((part) => mentions(part, name));
}

function reads(statement: Statement, name: string): boolean {
  return (
    expressionsOf(statement).some((expression) => mentions(expression, name)) ||
    blocksOf(statement).some((block) => block.some((inner) => reads(inner, name)))
  );
}

/** A `*x` that is no item of anything. */
function loneStar(statement: Statement): boolean {
  return expressionsOf(statement).some(({ kind }) => kind === 'star');
}

function checkBody(body: readonly Statement[], place: Place): void {
  body.forEach((statement, index) => {
    const { line } = statement;
    for (const expression of expressionsOf(statement)) checkExpression(expression, place);
    if (loneStar(statement)) throw new PythonSyntaxError(line, "can't use starred expression here");
    if (statement.kind === 'return' && !place.inFunction)
      throw new PythonSyntaxError(line, "'return' outside function");
    if (statement.kind === 'break' && !place.inLoop)
      throw new PythonSyntaxError(line, "'break' outside loop");
    if (statement.kind === 'continue' && !place.inLoop)
      throw new PythonSyntaxError(line, "'continue' not properly in loop");
    if (statement.kind === 'from' && statement.names === '*' && (place.inFunction || place.inClass))
      throw new PythonSyntaxError(line, 'import * only allowed at module level');
    if (statement.kind === 'global' || statement.kind === 'nonlocal')
      checkDeclaration(statement, body.slice(0, index), place);
    if (statement.kind === 'def') checkFunction(statement, place);
    else if (statement.kind === 'class')
      checkBody(statement.body, { ...place, inFunction: false, inClass: true, inLoop: false });
    else if (statement.kind === 'while' || statement.kind === 'for') {
      checkBody(statement.body, { ...place, inLoop: true });
      checkBody(statement.otherwise, place);
    } else for (const block of blocksOf(statement)) checkBody(block, place);
  });
}

/** @throws PythonSyntaxError for what is no mistake of grammar, but of place: a return outside a function */
export function checkProgram(body: readonly Statement[]): void {
  checkBody(body, { inFunction: false, inClass: false, inLoop: false, enclosing: [] });
}
