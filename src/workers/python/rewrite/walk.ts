/** Ways through the tree: the parts of an expression, the expressions and blocks of a statement. */
import type { Expression, FStringPart, Keyword, Parameters, Statement } from './tree';

const present = (...parts: readonly (Expression | null | undefined)[]): Expression[] =>
  parts.filter((part): part is Expression => part !== null && part !== undefined);

const keywordValues = (keywords: readonly Keyword[]): Expression[] => keywords.map(({ value }) => value);

function fieldsOf(parts: readonly FStringPart[]): Expression[] {
  return parts.flatMap((part) => (part.kind === 'text' ? [] : [part.value, ...fieldsOf(part.spec)]));
}

/** The defaults of parameters: the only expressions of a head that run when the function is made. */
export function defaultsOf({ positional, keywordOnly }: Parameters): Expression[] {
  return present(...[...positional, ...keywordOnly].map(({ fallback }) => fallback));
}

export function parameterNames(parameters: Parameters): string[] {
  const { positional, keywordOnly, rest, keywords } = parameters;
  const names = [...positional, ...keywordOnly].map(({ name }) => name);
  return [...names, ...[rest, keywords].filter((name): name is string => name !== null)];
}

/** The direct parts of an expression, in the order they are written. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'tuple':
    case 'list':
    case 'set':
      return [...expression.items];
    case 'dict':
      return expression.items.flatMap(({ key, value }) => present(key, value));
    case 'fstring':
      return fieldsOf(expression.parts);
    case 'unary':
    case 'attribute':
    case 'star':
    case 'walrus':
    case 'yield':
    case 'yieldFrom':
      return present(expression.value);
    case 'binary':
      return [expression.left, expression.right];
    case 'bool':
      return [...expression.values];
    case 'compare':
      return [expression.left, ...expression.rest.map(({ right }) => right)];
    case 'call':
      return [expression.callee, ...expression.args, ...keywordValues(expression.keywords)];
    case 'subscript':
      return [expression.value, expression.index];
    case 'slice':
      return present(expression.start, expression.stop, expression.step);
    case 'lambda':
      return [...defaultsOf(expression.parameters), expression.body];
    case 'choice':
      return [expression.then, expression.test, expression.otherwise];
    case 'comprehension':
      return present(
        expression.element,
        expression.value,
        ...expression.clauses.flatMap(({ target, iterable, conditions }) => [
          target,
          iterable,
          ...conditions,
        ]),
      );
    case 'name':
    case 'number':
    case 'string':
    case 'bytes':
    case 'constant':
    case 'await':
      return [];
  }
}

/** The expressions that belong to a statement itself, not to the blocks in it. */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case 'expression':
      return [statement.value];
    case 'assign':
      return [statement.value, ...statement.targets];
    case 'augmented':
      return [statement.target, statement.value];
    case 'annotated':
      return present(statement.target, statement.annotation, statement.value);
    case 'return':
      return present(statement.value);
    case 'raise':
      return present(statement.value, statement.cause);
    case 'delete':
      return [...statement.targets];
    case 'assert':
      return present(statement.test, statement.message);
    case 'if':
    case 'while':
      return [statement.test];
    case 'for':
      return [statement.iterable, statement.target];
    case 'try':
      return present(...statement.handlers.map(({ type }) => type));
    case 'with':
      return statement.items.flatMap(({ value, target }) => present(value, target));
    case 'def':
      return [...statement.decorators, ...defaultsOf(statement.parameters)];
    case 'class':
      return [...statement.decorators, ...statement.bases, ...keywordValues(statement.keywords)];
    case 'global':
    case 'nonlocal':
    case 'pass':
    case 'break':
    case 'continue':
    case 'import':
    case 'from':
    case 'foreign':
      return [];
  }
}

/** The blocks of a statement that run in the same scope: not those of a def or a class. */
export function blocksOf(statement: Statement): (readonly Statement[])[] {
  const { kind } = statement;
  if (kind === 'if' || kind === 'while' || kind === 'for') return [statement.body, statement.otherwise];
  if (kind === 'with') return [statement.body];
  if (kind !== 'try') return [];
  const { body, handlers, otherwise, final } = statement;
  return [body, ...handlers.map((handler) => handler.body), otherwise, final];
}
