/** What the judge inside the interpreter wrote: checked, for it comes from where programs run. */

export interface Failure {
  readonly name: string;
  readonly text: string;
  /** The line of the rewritten program. */
  readonly line: number | null;
}

export interface TestReport {
  readonly failure: Failure | null;
  readonly actual: string | null;
  readonly passed: boolean;
}

export interface Report {
  readonly failure: Failure | null;
  readonly tests: readonly TestReport[];
  readonly compiles: boolean;
  /** Whether the program ended itself, by exit(). */
  readonly ended: boolean;
  readonly output: string;
  readonly exhausted: boolean;
  readonly refused: string | null;
  /** Whether the outcome may depend on something that CPython leaves open. */
  readonly unsettled: boolean;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function readFailure(value: unknown): Failure | null {
  if (!Array.isArray(value)) return null;
  const [name, text, line]: unknown[] = value;
  return {
    name: String(name),
    text: typeof text === 'string' ? text : '',
    line: typeof line === 'number' ? line : null,
  };
}

function readTest(value: unknown): TestReport {
  const actual = field(value, 'actual');
  return {
    failure: readFailure(field(value, 'failure')),
    actual: typeof actual === 'string' ? actual : null,
    passed: field(value, 'passed') === true,
  };
}

/** @throws Error when there is no report after the mark */
export function readReport(printed: string, mark: string): Report {
  const at = printed.lastIndexOf(mark);
  if (at < 0) throw new Error('the interpreter ended without a report');
  const data: unknown = JSON.parse(printed.slice(at + mark.length));
  const tests = field(data, 'tests');
  const output = field(data, 'output');
  const refused = field(data, 'refused');
  return {
    failure: readFailure(field(data, 'failure')),
    tests: Array.isArray(tests) ? tests.map(readTest) : [],
    compiles: field(data, 'compiles') === true,
    ended: field(data, 'ended') === true,
    output: typeof output === 'string' ? output : '',
    exhausted: field(data, 'exhausted') === true,
    refused: typeof refused === 'string' ? refused : null,
    unsettled: field(data, 'unsettled') === true,
  };
}
