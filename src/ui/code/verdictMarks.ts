import { counted, text } from '../../content/narrative';
import { inARow } from '../../content/numbers';
import words from './verdict.en.md';

/** Why a program has its verdict, where it is not Python that says so. */
export type ShownReason =
  | { readonly kind: 'steps' | 'seconds'; readonly limit: number }
  | { readonly kind: 'emptyFunction'; readonly name: string }
  | { readonly kind: 'emptyProgram' | 'chance' | 'depth' }
  | { readonly kind: 'fell'; readonly detail: string };

/** What Python made of a program; a judgement of the judge fits. */
export interface ShownJudgement {
  readonly verdict:
    'parse error' | 'runtime error' | 'timeout' | 'wrong answer' | 'passed' | 'not supported here';
  readonly line?: number;
  /** What Python itself says. */
  readonly message?: string;
  readonly reason?: ShownReason;
  readonly tests: readonly {
    readonly call: string;
    readonly expected: string;
    readonly actual: string | null;
    readonly passed: boolean;
  }[];
}

export interface ShownVerdict {
  /** Null while it is being judged. */
  readonly judgement: ShownJudgement | null;
  /** False where no tests are known for the request. */
  readonly isTested: boolean;
}

/** One hurdle: a sign and a word, so that colour is never the only difference. */
export interface VerdictMark {
  readonly sign: string;
  readonly tone: 'pass' | 'fail' | 'quiet';
  readonly label: string;
}

const mark = (tone: VerdictMark['tone'], sign: string, key: string): VerdictMark => ({
  sign,
  tone,
  label: text(words, key),
});

const PARSES = mark('pass', '✓', 'parses');
const RUNS = mark('pass', '✓', 'runs');

/** The hurdles a program took, and the one it fell at, in their order: it parses, it runs, it passes its tests. */
export function verdictMarks({ judgement, isTested }: ShownVerdict): readonly VerdictMark[] {
  switch (judgement?.verdict) {
    case undefined:
      return [mark('quiet', '…', 'open')];
    case 'passed':
      return isTested ? [PARSES, RUNS, mark('pass', '✓', 'passes')] : [PARSES, RUNS];
    case 'wrong answer':
      return [PARSES, RUNS, mark('fail', '≠', 'wrong')];
    case 'runtime error':
      return [PARSES, mark('fail', '!', 'stops')];
    case 'timeout':
      return [PARSES, mark('fail', '∞', 'endless')];
    case 'parse error':
      return [mark('fail', '×', 'noPython')];
    case 'not supported here':
      return [mark('quiet', '?', 'unjudged')];
  }
}

function reasonText(reason: ShownReason): string {
  switch (reason.kind) {
    case 'steps':
      return counted(words, 'late.steps', reason.limit);
    case 'seconds':
      return counted(words, 'late.seconds', reason.limit);
    case 'emptyFunction':
      return text(words, 'empty.function', { name: reason.name });
    case 'emptyProgram':
    case 'chance':
    case 'depth':
      return text(words, reason.kind);
    case 'fell':
      return text(words, 'fell', { detail: reason.detail });
  }
}

/**
 * The reason in one sentence: the call that failed and what it gave, or that there was nothing to compare with. What
 * Python itself says stays as it is, in English everywhere.
 */
export function verdictReason({ judgement, isTested }: ShownVerdict): string | null {
  if (!judgement) return null;
  const { verdict, line, message = '', reason } = judgement;
  if (verdict === 'passed') return isTested ? null : text(words, 'untested');
  const failing = judgement.tests.find(({ passed }) => !passed);
  if (verdict === 'wrong answer' && failing && failing.actual !== null) {
    const { call, expected, actual } = failing;
    return text(words, 'gave', { call, expected, actual });
  }
  if (verdict === 'timeout' && !reason) return text(words, 'late');
  const told = reason ? reasonText(reason) : message;
  if (told === '') return null;
  if (verdict === 'runtime error' && failing) {
    const { call, expected } = failing;
    return text(words, 'inTest', { call, expected, message: told });
  }
  return line === undefined ? told : text(words, 'line', { line, message: told });
}

/** The whole verdict for the ear. */
export function spokenVerdict(verdict: ShownVerdict): string {
  const marks = verdictMarks(verdict).map(({ label }) => label);
  return [`${inARow(marks)}.`, verdictReason(verdict)].filter(Boolean).join(' ');
}
