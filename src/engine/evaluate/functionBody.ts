import { isBreak, isString, isWord, nesting, pythonTokens } from './pythonTokens';

/**
 * What a Python function does, without what does not matter: the form in which two functions are the same.
 *
 * Left out are blanks, empty lines, comments, the docstring, annotations of arguments, the function's own name (it
 * is `$f` where it calls itself), and all that stands before and after the first function of a program.
 */
export interface FunctionBody {
  /** Its arguments, then its words, signs and line breaks in order. */
  readonly tokens: readonly string[];
  /** The same with arguments called by their place and variables by the order they come in, as `$0`, `$1` ... */
  readonly unnamed: readonly string[];
}

interface Parts {
  readonly name: string | undefined;
  readonly parameters: readonly string[];
  readonly body: readonly string[];
}

const ASSIGNMENT = /^(?:[-+*/%@&|^]|\*\*|\/\/|<<|>>)?=$/;

/** Names in a list of parameters, which ends where its brackets or its `:` do. */
function parametersFrom(tokens: readonly string[], start: number): string[] {
  const names: string[] = [];
  let brackets = 0;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    brackets += nesting(token);
    if (brackets < 0 || (brackets === 0 && token === ':')) break;
    const opens = i === start || [',', '*', '**'].includes(tokens[i - 1] ?? '');
    if (brackets === 0 && opens && isWord(token)) names.push(token);
  }
  return names;
}

/** Where the signature that begins here ends: the place after its last `:` outside brackets. */
function afterSignature(tokens: readonly string[], start: number): number {
  let brackets = 0;
  for (let i = start; i < tokens.length; i++) {
    brackets += nesting(tokens[i] ?? '');
    if (brackets === 0 && tokens[i] === ':') return i + 1;
  }
  return tokens.length;
}

/** The first function that stands in no block; the whole program as a body when there is none. */
function partsOf(program: string): Parts {
  const tokens = pythonTokens(program);
  const def = tokens.findIndex((token, i) => token === 'def' && tokens[i - 1] === '\n0');
  if (def < 0) return { name: undefined, parameters: [], body: tokens };
  const start = afterSignature(tokens, def);
  const end = tokens.findIndex((token, i) => i >= start && token === '\n0');
  const written = tokens.slice(start, end < 0 ? undefined : end);
  // A body on the line of its signature is the same as one below it.
  const body = written.length > 0 && !isBreak(written[0]) ? ['\n1', ...written] : written;
  const hasDocstring = isString(body[1]) && (body[2] === undefined || isBreak(body[2]));
  const parameters = parametersFrom(tokens, def + 3);
  return { name: tokens[def + 1], parameters, body: hasDocstring ? body.slice(2) : body };
}

/** Names that a body gives to values: by `=` and its like, `for ... in`, `as`, `lambda` and `def`. */
function variablesIn(body: readonly string[]): Set<string> {
  const variables = new Set<string>();
  let brackets = 0;
  let statement = 0;
  for (const [i, token] of body.entries()) {
    const next = body[i + 1];
    brackets += nesting(token);
    if (isBreak(token) || (brackets === 0 && (token === ':' || token === ';'))) statement = i + 1;
    if (brackets === 0 && ASSIGNMENT.test(token)) addTargets(variables, body.slice(statement, i));
    if (token === 'for') addTargets(variables, body.slice(i + 1, body.indexOf('in', i)));
    if (token === 'lambda') for (const name of parametersFrom(body, i + 1)) variables.add(name);
    if (token === 'def') for (const name of parametersFrom(body, i + 3)) variables.add(name);
    if ((token === 'as' || token === 'def') && isWord(next)) variables.add(next);
    if (next === ':=' && isWord(token)) variables.add(token);
  }
  return variables;
}

/** Names among targets of an assignment; `xs[i]` and `x.y` are changed, not named. */
function addTargets(variables: Set<string>, targets: readonly string[]): void {
  for (const [i, token] of targets.entries()) {
    const isPart =
      targets[i - 1] === '.' || targets[i - 1] === '[' || ['.', '['].includes(targets[i + 1] ?? '');
    if (isWord(token) && !isPart) variables.add(token);
  }
}

/** Calls every name by the given rule; what stands after a dot, or names an argument in a call, is no variable. */
function renamed(body: readonly string[], rename: (name: string) => string): string[] {
  let brackets = 0;
  return body.map((token, i) => {
    brackets += nesting(token);
    if (/^f["']/i.test(token))
      return token.replace(/\{[^{}]*\}/g, (value) => value.replace(/[^\W\d]\w*/g, rename));
    const isKeyword = brackets > 0 && body[i + 1] === '=' && [',', '('].includes(body[i - 1] ?? '');
    return isWord(token) && body[i - 1] !== '.' && !isKeyword ? rename(token) : token;
  });
}

/** The normal form of the first function in a Python program. Takes anything a model writes, Python or not. */
export function functionBody(program: string): FunctionBody {
  const { name, parameters, body } = partsOf(program);
  const variables = new Set([...parameters, ...variablesIn(body)]);
  const places = new Map(parameters.map((parameter, place) => [parameter, `$${place}`]));
  const ownName = (word: string): string => (word === name && !variables.has(word) ? '$f' : word);
  const unnamed = (word: string): string => {
    if (!variables.has(word)) return ownName(word);
    const place = places.get(word) ?? `$${places.size}`;
    places.set(word, place);
    return place;
  };
  return {
    tokens: [...parameters, ...renamed(body, ownName)],
    unnamed: [...parameters.map(unnamed), ...renamed(body, unnamed)],
  };
}
