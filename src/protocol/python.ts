/**
 * The boundary between the page and the Python sandbox: plain cloneable data, no behaviour.
 *
 * Every message carries the protocol version; a request and its answer carry the same id.
 */
export const PYTHON_PROTOCOL_VERSION = 2;

export type Verdict =
  'parse error' | 'runtime error' | 'timeout' | 'wrong answer' | 'passed' | 'not supported here';

/** A Python call and a Python expression it must equal, by `==` and by being a bool or none. */
export interface JudgeTest {
  readonly call: string;
  readonly expected: string;
}

export interface JudgeLimits {
  /** Turns of loops, calls and their like that the program and its tests may take together. */
  readonly steps: number;
  /** Characters of output that are kept; what comes after is dropped and the program goes on. */
  readonly outputSize: number;
  /** The time after which the worker is killed, whatever it does. */
  readonly wallMs: number;
}

export const DEFAULT_LIMITS: JudgeLimits = { steps: 200_000, outputSize: 20_000, wallMs: 1500 };

export interface JudgeRequest {
  readonly source: string;
  readonly tests: readonly JudgeTest[];
  readonly limits: JudgeLimits;
}

export interface TestResult {
  readonly call: string;
  readonly expected: string;
  /** The repr of what the call gave; null where it gave nothing, because it failed or never ran. */
  readonly actual: string | null;
  readonly passed: boolean;
}

/** Why a program has its verdict, where it is not Python that says so. The page has the words. */
export type JudgeReason =
  /** It took more steps than it may. */
  | { readonly kind: 'steps'; readonly limit: number }
  /** It took longer than it may. */
  | { readonly kind: 'seconds'; readonly limit: number }
  | { readonly kind: 'emptyFunction'; readonly name: string }
  | { readonly kind: 'emptyProgram' }
  /** Its outcome depends on what CPython leaves open: chance, time, the order of a set. */
  | { readonly kind: 'chance' }
  /** Its calls go deeper than those of the sandbox can. */
  | { readonly kind: 'depth' }
  /** The interpreter fell; `detail` is for us. */
  | { readonly kind: 'fell'; readonly detail: string };

export interface JudgeResult {
  readonly verdict: Verdict;
  /** The line of the program to look at, 1-based. */
  readonly line?: number;
  /** What Python says, as it says it: an error, or the name of what the sandbox lacks. */
  readonly message?: string;
  readonly reason?: JudgeReason;
  readonly tests: readonly TestResult[];
  /** What the program printed, up to the limit. */
  readonly output: string;
  readonly durationMs: number;
}

interface Envelope {
  readonly protocol: typeof PYTHON_PROTOCOL_VERSION;
}

/** From the page to a worker of the sandbox. */
export type ToSandbox = Envelope & { readonly type: 'judge'; readonly id: number } & JudgeRequest;

/** From a worker of the sandbox to the page. */
export type FromSandbox = Envelope &
  (
    | { readonly type: 'ready' }
    | {
        readonly type: 'judged';
        readonly id: number;
        readonly result: JudgeResult;
        readonly healthy: boolean;
      }
    /** The request itself was wrong, or the sandbox is broken. */
    | { readonly type: 'failed'; readonly id: number | null; readonly message: string }
  );

/** Judges programs, a few at a time; the answers come in any order. */
export interface PythonClient {
  /** Resolves with the verdict. @throws Error when a test is no Python expression, or after `dispose` */
  judge(request: JudgeRequest): Promise<JudgeResult>;
  /** Drops what has not begun; its promises reject with an AbortError. */
  cancel(): void;
  dispose(): void;
}

/** How many programs came how far. Those that are not supported here are counted apart, and are not in `total`. */
export interface VerdictCounts {
  readonly total: number;
  /** All but those with a parse error. */
  readonly parses: number;
  /** Those that gave an answer, right or wrong. */
  readonly runs: number;
  readonly passes: number;
  readonly unsupported: number;
}

/** What Python made of a run's probe. */
export interface RunVerdicts extends VerdictCounts {
  readonly step: number;
}
