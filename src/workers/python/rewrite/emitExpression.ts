/** Writes expressions for MicroPython, calling the prelude where its own answer would not be CPython's. */
import { innerScope, resolve, targetNames, type Scope } from './scopes';
import { Unsupported, type Expression, type FStringPart, type Keyword, type Parameters } from './tree';
import {
  DUNDER_ATTRIBUTES,
  OWN_PREFIX,
  PROVIDED,
  REFUSED_ATTRIBUTES,
  REFUSED_NAMES,
  SPECIAL_ATTRIBUTES,
} from './vocabulary';
import { lineMark } from './writer';

/** Where an expression stands: its scope, and the class whose private names are its own. */
export interface Context {
  readonly scope: Scope;
  readonly className: string | null;
}

/** Python's literal for a text; only ASCII, so that no editor or decoder can change it. */
export function quote(text: string): string {
  const inner = text.replace(/[\\']|[^\x20-\x7e]/gu, (ch) => {
    const point = ch.codePointAt(0) ?? 0;
    if (ch === '\\' || ch === "'") return `\\${ch}`;
    if (ch === '\n') return '\\n';
    if (point < 256) return `\\x${point.toString(16).padStart(2, '0')}`;
    if (point < 65536) return `\\u${point.toString(16).padStart(4, '0')}`;
    return `\\U${point.toString(16).padStart(8, '0')}`;
  });
  return `'${inner}'`;
}

/** A name as the rewritten program writes it: `__x` in a class belongs to that class, as CPython mangles it. */
export function ownName(name: string, line: number, { className }: Context): string {
  if (name.startsWith(OWN_PREFIX)) throw new Unsupported(line, `names that start with ${OWN_PREFIX}`);
  if (!/^[\x20-\x7e]+$/.test(name)) throw new Unsupported(line, 'names with letters beyond a to z');
  if (className !== null && name.startsWith('__') && !name.endsWith('__'))
    return `_${className.replace(/^_+/, '')}${name}`;
  return name;
}

const HELPER_OF: Readonly<Record<string, string>> = {
  '/': '__j_div',
  '//': '__j_floor',
  '%': '__j_mod',
  '**': '__j_pow',
  '<<': '__j_shift',
};

/** An operator on two written operands. */
export function binaryText(op: string, left: string, right: string): string {
  const helper = HELPER_OF[op];
  return helper === undefined ? `(${left} ${op} ${right})` : `${helper}(${left}, ${right})`;
}

function name(id: string, line: number, context: Context): string {
  const written = ownName(id, line, context);
  if (resolve(id, context.scope) !== 'nowhere' || PROVIDED.has(id)) return written;
  if (REFUSED_NAMES.has(id)) throw new Unsupported(line, id);
  if (/^__.*__$/.test(id)) throw new Unsupported(line, `the name ${id}`);
  return `__j_nameless(${quote(id)})`;
}

export function checkAttribute(attribute: string, line: number): void {
  if (REFUSED_ATTRIBUTES.has(attribute)) throw new Unsupported(line, `.${attribute}`);
  if (/^__.*__$/.test(attribute) && !DUNDER_ATTRIBUTES.has(attribute))
    throw new Unsupported(line, `.${attribute}`);
}

function attribute(value: Expression, attributeName: string, line: number, context: Context): string {
  checkAttribute(attributeName, line);
  const written = ownName(attributeName, line, context);
  const owner = emit(value, context);
  if (SPECIAL_ATTRIBUTES.has(attributeName)) return `__j_get(${owner}, ${quote(written)})`;
  return value.kind === 'number' ? `(${owner}).${written}` : `${owner}.${written}`;
}

function number(text: string, line: number): string {
  if (/[jJ]$/.test(text)) throw new Unsupported(line, 'complex numbers');
  const plain = text.replaceAll('_', '');
  if (plain.length > 4300) throw new Unsupported(line, 'a number of thousands of digits');
  // A leading or trailing point is completed, and 0777 cannot get here: the tokenizer refused it.
  return /^[0-9.]+$/.test(plain) && plain.includes('.')
    ? `${plain.startsWith('.') ? '0' : ''}${plain}${plain.endsWith('.') ? '0' : ''}`
    : plain.replace(/^0+(?=[0-9])/, '');
}

function fieldText(part: FStringPart, context: Context): string {
  if (part.kind === 'text') return quote(part.text);
  if (part.conversion === 'a') throw new Unsupported(part.value.line, '!a in an f-string');
  const value = emit(part.value, context);
  const converted =
    part.conversion === 'r' ? `__j_repr(${value})` : part.conversion === 's' ? `__j_str(${value})` : value;
  const [only] = part.spec;
  if (!only) return part.conversion === '' ? `__j_format(${value})` : converted;
  const spec =
    part.spec.length === 1 && only.kind === 'text' ? quote(only.text) : fstring(part.spec, context);
  return `__j_format(${converted}, ${spec})`;
}

function fstring(parts: readonly FStringPart[], context: Context): string {
  return `__j_concat((${parts.map((part) => `${fieldText(part, context)},`).join('')}))`;
}

const onItsLine = (item: Expression, text: string): string => lineMark(item.line) + text;

function display(kind: 'list' | 'tuple' | 'set', items: readonly Expression[], context: Context): string {
  if (items.some((item) => item.kind === 'star')) {
    const parts = items.map((item) =>
      onItsLine(
        item,
        item.kind === 'star' ? `(True, ${emit(item.value, context)}),` : `(False, ${emit(item, context)}),`,
      ),
    );
    const list = `__j_list((${parts.join('')}))`;
    return kind === 'list' ? list : `${kind === 'set' ? '__j_set' : '__j_tuple'}(${list})`;
  }
  const inner = items.map((item) => onItsLine(item, emit(item, context))).join(', ');
  if (kind === 'list') return `[${inner}]`;
  if (kind === 'tuple') return items.length === 1 ? `(${inner},)` : `(${inner})`;
  return `__j_set([${inner}])`;
}

function dict(items: readonly { key: Expression | null; value: Expression }[], context: Context): string {
  const starred = items.some(({ key }) => key === null);
  const parts = items.map(({ key, value }) =>
    key
      ? onItsLine(key, `(${emit(key, context)}, ${emit(value, context)}),`)
      : onItsLine(value, `(${emit(value, context)},),`),
  );
  return `${starred ? '__j_merged' : '__j_pairs'}((${parts.join('')}))`;
}

/** Keywords lose their order inside the interpreter, so the last one notes it when all values are known. */
function keywordTexts(keywords: readonly Keyword[], line: number, context: Context): string[] {
  const names = keywords.flatMap((keyword) => (keyword.name === null ? [] : [keyword.name]));
  for (const keyword of names) ownName(keyword, line, context);
  const order = `(${names.map((keyword) => `${quote(keyword)},`).join('')})`;
  if (keywords.filter((keyword) => keyword.name === null).length > 1)
    throw new Unsupported(line, 'several ** in one call');
  const named = keywords.filter((keyword) => keyword.name !== null);
  const spread = keywords.find((keyword) => keyword.name === null);
  const texts = named.map(({ name: keyword, value }, index) => {
    const text = emit(value, context);
    const last = index === named.length - 1 && !spread && named.length > 1;
    return `${keyword}=${last ? `__j_order(${text}, ${order})` : text}`;
  });
  if (spread) texts.push(`**__j_spread(${emit(spread.value, context)}, ${order})`);
  return texts;
}

function call(expression: Expression & { kind: 'call' }, context: Context): string {
  const { callee, args, keywords, line } = expression;
  if (callee.kind === 'name' && callee.id === 'super' && args.length > 0)
    throw new Unsupported(line, 'super() with arguments');
  const texts = args.map((arg) =>
    arg.kind === 'star' ? `*${emit(arg.value, context)}` : emit(arg, context),
  );
  // The interpreter only knows super() as a call of that very name.
  const head = callee.kind === 'name' && callee.id === 'super' ? 'super' : emit(callee, context);
  return `${head}(${[...texts, ...keywordTexts(keywords, line, context)].join(', ')})`;
}

const part = (value: Expression | null, context: Context): string => (value ? emit(value, context) : '');
const orNone = (value: Expression | null, context: Context): string =>
  value ? emit(value, context) : 'None';

/** The parts of a slice as arguments of the prelude. */
export function sliceArguments(slice: Expression & { kind: 'slice' }, context: Context): string {
  return [slice.start, slice.stop, slice.step].map((each) => orNone(each, context)).join(', ');
}

function subscript(value: Expression, index: Expression, context: Context): string {
  const owner = emit(value, context);
  if (index.kind === 'slice') {
    const simple = index.step === null && [index.start, index.stop].every(isWholeNumber);
    return simple
      ? `${owner}[${part(index.start, context)}:${part(index.stop, context)}]`
      : `__j_cut(${owner}, ${sliceArguments(index, context)})`;
  }
  if (index.kind === 'tuple' && index.items.some(({ kind }) => kind === 'slice' || kind === 'star'))
    throw new Unsupported(index.line, 'slices in a tuple of indices');
  return `${owner}[${emit(index, context)}]`;
}

/** A bound of a slice that is sure to be a whole number, so that the interpreter's own slice is right. */
function isWholeNumber(bound: Expression | null): boolean {
  if (!bound) return true;
  if (bound.kind === 'unary') return bound.op === '-' && isWholeNumber(bound.value);
  return bound.kind === 'number' && /^\d+$/.test(bound.text);
}

function comprehension(expression: Expression & { kind: 'comprehension' }, outer: Context): string {
  const { clauses, element, value } = expression;
  const bound = clauses.flatMap(({ target }) => targetNames(target));
  const inner: Context = { ...outer, scope: innerScope(bound, outer.scope) };
  const loops = clauses
    .map(({ target, iterable, conditions }, index) => {
      const source = emit(iterable, index === 0 ? outer : inner);
      const tests = conditions.map((condition) => ` if ${emit(condition, inner)}`).join('');
      return ` for ${targetText(target, inner)} in __j_each(${source})${tests}`;
    })
    .join('');
  const made = emit(element, inner);
  switch (expression.of) {
    case 'list':
      return `[${made}${loops}]`;
    case 'generator':
      return `(${made}${loops})`;
    case 'set':
      return `__j_set([${made}${loops}])`;
    case 'dict':
      return `__j_pairs([(${made}, ${orNone(value, inner)})${loops}])`;
  }
}

/** A target of an assignment or a loop. */
export function targetText(target: Expression, context: Context): string {
  const { line } = target;
  if (target.kind === 'name') return ownName(target.id, line, context);
  if (target.kind === 'star') return `*${targetText(target.value, context)}`;
  if (target.kind === 'tuple' || target.kind === 'list') {
    const items = target.items.map((item) => targetText(item, context));
    if (items.length === 0) throw new Unsupported(line, 'an empty target');
    return `(${items.join(', ')},)`;
  }
  if (target.kind === 'attribute') {
    checkAttribute(target.name, line);
    return `${emit(target.value, context)}.${ownName(target.name, line, context)}`;
  }
  if (target.kind !== 'subscript') throw new Unsupported(line, 'this target');
  if (target.index.kind === 'slice') throw new Unsupported(line, 'a slice among several targets');
  return subscript(target.value, target.index, context);
}

/** The parameters of a def or lambda; the `/` is left out, for the interpreter does not know it. */
export function parameterTexts(parameters: Parameters, outer: Context): string[] {
  const { positional, rest, keywordOnly, keywords } = parameters;
  const one = ({ name: id, fallback, line }: Parameters['positional'][number]): string =>
    ownName(id, line, outer) + (fallback ? `=${emit(fallback, outer)}` : '');
  const line = positional[0]?.line ?? keywordOnly[0]?.line ?? 0;
  const texts = positional.map(one);
  if (rest !== null) texts.push(`*${ownName(rest, line, outer)}`);
  else if (keywordOnly.length > 0) texts.push('*');
  texts.push(...keywordOnly.map(one));
  if (keywords !== null) texts.push(`**${ownName(keywords, line, outer)}`);
  return texts;
}

function lambda(parameters: Parameters, body: Expression, outer: Context): string {
  const { positional, keywordOnly, rest, keywords } = parameters;
  const names = [...positional, ...keywordOnly].map(({ name: id }) => id);
  for (const id of [rest, keywords]) if (id !== null) names.push(id);
  const inner: Context = { ...outer, scope: innerScope(names, outer.scope) };
  const head = parameterTexts(parameters, outer).join(', ');
  const text = `__j_tick() and ${emit(body, inner)}`;
  if (keywords === null) return `(lambda ${head}: ${text})`;
  return `(lambda ${head}: (lambda ${keywords}: ${text})(__j_keywords(${keywords})))`;
}

function comparison(expression: Expression & { kind: 'compare' }, context: Context): string {
  const rest = expression.rest.map(({ op, right }) => ` ${op} ${emit(right, context)}`).join('');
  return `(${emit(expression.left, context)}${rest})`;
}

/** Writes an expression; whatever is not a name or a call stands in brackets. */
export function emit(expression: Expression, context: Context): string {
  const { line } = expression;
  switch (expression.kind) {
    case 'name':
      return name(expression.id, line, context);
    case 'number':
      return number(expression.text, line);
    case 'string':
      return quote(expression.value);
    case 'bytes':
      throw new Unsupported(line, 'bytes');
    case 'fstring':
      return fstring(expression.parts, context);
    case 'constant':
      return expression.value;
    case 'tuple':
    case 'list':
    case 'set':
      return display(expression.kind, expression.items, context);
    case 'dict':
      return dict(expression.items, context);
    case 'unary':
      return `(${expression.op} ${emit(expression.value, context)})`;
    case 'binary':
      return binaryText(expression.op, emit(expression.left, context), emit(expression.right, context));
    case 'bool':
      return `(${expression.values.map((value) => emit(value, context)).join(` ${expression.op} `)})`;
    case 'compare':
      return comparison(expression, context);
    case 'call':
      return call(expression, context);
    case 'attribute':
      return attribute(expression.value, expression.name, line, context);
    case 'subscript':
      return subscript(expression.value, expression.index, context);
    case 'slice':
    case 'star':
      throw new Unsupported(line, `a ${expression.kind} here`);
    case 'lambda':
      return lambda(expression.parameters, expression.body, context);
    case 'choice':
      return `(${emit(expression.then, context)} if ${emit(expression.test, context)} else ${emit(expression.otherwise, context)})`;
    case 'comprehension':
      return comprehension(expression, context);
    case 'walrus':
      return `(${ownName(expression.name, line, context)} := ${emit(expression.value, context)})`;
    case 'yield':
      return expression.value ? `(yield ${emit(expression.value, context)})` : '(yield)';
    case 'yieldFrom':
      return `(yield from ${emit(expression.value, context)})`;
    case 'await':
      throw new Unsupported(line, 'async');
  }
}
