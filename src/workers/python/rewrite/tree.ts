/** The syntax tree of a Python program: what the grammar of Python 3.11 can say, with the line of each part. */

/** A mistake that CPython reports before anything runs. */
export class PythonSyntaxError extends Error {
  constructor(
    readonly line: number,
    message: string,
    readonly kind: 'SyntaxError' | 'IndentationError' | 'TabError' = 'SyntaxError',
  ) {
    super(message);
  }
}

/** Right Python that this sandbox cannot run as CPython would. */
export class Unsupported extends Error {
  constructor(
    readonly line: number,
    readonly what: string,
  ) {
    super(what);
  }
}

interface At {
  readonly line: number;
}

export type Constant = 'None' | 'True' | 'False' | '...';
export type FStringPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly value: Expression;
      /** `!r`, `!s`, `!a` or nothing. */
      readonly conversion: '' | 'r' | 's' | 'a';
      readonly spec: readonly FStringPart[];
    };

export interface Clause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface Parameter extends At {
  readonly name: string;
  readonly fallback: Expression | null;
}

export interface Parameters {
  readonly positional: readonly Parameter[];
  /** How many of `positional` stand before a `/`. */
  readonly positionalOnly: number;
  readonly rest: string | null;
  readonly keywordOnly: readonly Parameter[];
  readonly keywords: string | null;
  /** What stands after the colons; CPython evaluates it, and a wrong name in it is an error. */
  readonly annotations: readonly Expression[];
}

export type DictItem =
  | { readonly key: Expression; readonly value: Expression }
  | { readonly key: null; readonly value: Expression };

export interface Keyword {
  /** null for `**value`. */
  readonly name: string | null;
  readonly value: Expression;
}

export type Expression = At &
  (
    | { readonly kind: 'name'; readonly id: string }
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'bytes' }
    | { readonly kind: 'fstring'; readonly parts: readonly FStringPart[] }
    | { readonly kind: 'constant'; readonly value: Constant }
    | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Expression[] }
    | { readonly kind: 'dict'; readonly items: readonly DictItem[] }
    | { readonly kind: 'unary'; readonly op: '-' | '+' | '~' | 'not'; readonly value: Expression }
    | { readonly kind: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'bool'; readonly op: 'and' | 'or'; readonly values: readonly Expression[] }
    | {
        readonly kind: 'compare';
        readonly left: Expression;
        readonly rest: readonly { readonly op: string; readonly right: Expression }[];
      }
    | {
        readonly kind: 'call';
        readonly callee: Expression;
        readonly args: readonly Expression[];
        readonly keywords: readonly Keyword[];
      }
    | { readonly kind: 'attribute'; readonly value: Expression; readonly name: string }
    | { readonly kind: 'subscript'; readonly value: Expression; readonly index: Expression }
    | {
        readonly kind: 'slice';
        readonly start: Expression | null;
        readonly stop: Expression | null;
        readonly step: Expression | null;
      }
    | { readonly kind: 'lambda'; readonly parameters: Parameters; readonly body: Expression }
    | {
        readonly kind: 'choice';
        readonly test: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | {
        readonly kind: 'comprehension';
        readonly of: 'list' | 'set' | 'dict' | 'generator';
        readonly element: Expression;
        /** The value of a dict's pair, whose key is `element`. */
        readonly value: Expression | null;
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: 'star'; readonly value: Expression }
    | { readonly kind: 'walrus'; readonly name: string; readonly value: Expression }
    | { readonly kind: 'yield'; readonly value: Expression | null }
    | { readonly kind: 'yieldFrom'; readonly value: Expression }
    | { readonly kind: 'await' }
  );

export interface Handler extends At {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface ImportedName {
  readonly name: string;
  readonly as: string | null;
}

export type Statement = At &
  (
    | { readonly kind: 'expression'; readonly value: Expression }
    | { readonly kind: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression }
    | {
        readonly kind: 'augmented';
        readonly target: Expression;
        readonly op: string;
        readonly value: Expression;
      }
    | {
        readonly kind: 'annotated';
        readonly target: Expression;
        readonly annotation: Expression;
        readonly value: Expression | null;
      }
    | { readonly kind: 'return'; readonly value: Expression | null }
    | { readonly kind: 'raise'; readonly value: Expression | null; readonly cause: Expression | null }
    | { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] }
    | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
    | { readonly kind: 'pass' | 'break' | 'continue' }
    | { readonly kind: 'import'; readonly names: readonly ImportedName[] }
    | { readonly kind: 'from'; readonly module: string; readonly names: readonly ImportedName[] | '*' }
    | { readonly kind: 'assert'; readonly test: Expression; readonly message: Expression | null }
    | {
        readonly kind: 'if' | 'while';
        readonly test: Expression;
        readonly body: readonly Statement[];
        readonly otherwise: readonly Statement[];
      }
    | {
        readonly kind: 'for';
        readonly target: Expression;
        readonly iterable: Expression;
        readonly body: readonly Statement[];
        readonly otherwise: readonly Statement[];
      }
    | {
        readonly kind: 'try';
        readonly body: readonly Statement[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Statement[];
        readonly final: readonly Statement[];
      }
    | {
        readonly kind: 'with';
        readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
        readonly body: readonly Statement[];
      }
    | {
        readonly kind: 'def';
        readonly name: string;
        readonly parameters: Parameters;
        readonly decorators: readonly Expression[];
        readonly body: readonly Statement[];
      }
    | {
        readonly kind: 'class';
        readonly name: string;
        readonly bases: readonly Expression[];
        readonly keywords: readonly Keyword[];
        readonly decorators: readonly Expression[];
        readonly body: readonly Statement[];
      }
    | { readonly kind: 'foreign'; readonly what: string }
  );
