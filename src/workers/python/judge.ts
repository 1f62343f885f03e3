/** One program and its tests: parsed, rewritten, run and compared. */
import type { JudgeReason, JudgeRequest, JudgeResult, TestResult, Verdict } from '../../protocol/python';
import type { Machine } from './machine';
import { readReport, type Failure, type Report } from './report';
import { emptyBody } from './rewrite/emptyBody';
import { quote } from './rewrite/emitExpression';
import { rewriteExpression, rewriteProgram, type RewrittenProgram } from './rewrite/rewrite';
import { PythonSyntaxError, Unsupported } from './rewrite/tree';

/** Bytes of C stack for calls: about 520 of the plainest. The stack of Chromium's workers ends at some 135,000. */
export const STACK_BYTES = 110_000;
/** For the second run of a program whose outcome may depend on where calls end. */
const SMALLER_STACK_BYTES = 90_000;

export interface Judged {
  readonly result: Omit<JudgeResult, 'durationMs'>;
  /** False when the interpreter did something it never should: it must not be used again. */
  readonly healthy: boolean;
}

interface Prepared {
  readonly program: RewrittenProgram;
  /** The source of one run; it must not be guessed by the program, and is new for each. */
  readonly command: (mark: string, backwards: boolean) => string;
}

function notRun({ tests }: JudgeRequest): TestResult[] {
  return tests.map(({ call, expected }) => ({ call, expected, actual: null, passed: false }));
}

function outcome(
  request: JudgeRequest,
  verdict: Verdict,
  rest: {
    line?: number | undefined;
    message?: string;
    reason?: JudgeReason;
    output?: string;
    tests?: readonly TestResult[];
  },
): Judged['result'] {
  const { line, message, reason, output = '', tests = notRun(request) } = rest;
  return {
    verdict,
    ...(line === undefined ? {} : { line }),
    ...(message === undefined ? {} : { message }),
    ...(reason === undefined ? {} : { reason }),
    tests,
    output,
  };
}

function prepare({ source, tests, limits }: JudgeRequest): Prepared {
  const program = rewriteProgram(source);
  const functions = (texts: readonly string[]): string =>
    quote(`(${texts.map((text) => `lambda: ${text},`).join('')})`);
  const calls = functions(tests.map(({ call }) => rewriteExpression(call, program.body)));
  const expectations = functions(tests.map(({ expected }) => rewriteExpression(expected, null)));
  const text = quote(program.source);
  return {
    program,
    command: (mark, backwards) =>
      `judge('${mark}',${text},${calls},${expectations},${limits.steps},${limits.outputSize},${backwards ? 'True' : 'False'})`,
  };
}

/** Tests come from the page: one that is no Python expression is a mistake of the request, not of the program. */
function checkTests({ tests }: JudgeRequest): void {
  for (const text of tests.flatMap(({ call, expected }) => [call, expected])) {
    try {
      rewriteExpression(text, null);
    } catch (problem) {
      if (problem instanceof PythonSyntaxError)
        throw new RangeError(`expected a Python expression as a test, got "${text}": ${problem.message}`, {
          cause: problem,
        });
      if (!(problem instanceof Unsupported)) throw problem;
    }
  }
}

function run(machine: Machine, { command }: Prepared, backwards: boolean): Report {
  const mark = crypto.getRandomValues(new Uint32Array(4)).join('-');
  machine.restore();
  const printed = machine.exec(command(mark, backwards), backwards ? SMALLER_STACK_BYTES : STACK_BYTES);
  return readReport(printed, mark);
}

/** What must be equal when a program is run again in another of the ways CPython might have run it. */
function essence({ failure, tests, output, exhausted }: Report): string {
  return JSON.stringify([failure, tests, output, exhausted]);
}

function told({ name, text }: Failure): string {
  return text === '' ? name : `${name}: ${text}`;
}

function verdictOf(request: JudgeRequest, { program }: Prepared, report: Report): Judged['result'] {
  const { failure, output } = report;
  const tests = request.tests.map(({ call, expected }, index) => {
    const test = report.tests[index];
    return { call, expected, actual: test?.actual ?? null, passed: test?.passed ?? false };
  });
  const told_ = { output, tests };
  if (report.refused !== null)
    return outcome(request, 'not supported here', { ...told_, message: report.refused });
  if (!report.compiles)
    return outcome(request, 'not supported here', { ...told_, message: failure ? told(failure) : '' });
  if (report.exhausted)
    return outcome(request, 'timeout', { ...told_, reason: { kind: 'steps', limit: request.limits.steps } });
  const failed = failure ?? report.tests.find((test) => test.failure)?.failure ?? null;
  if (failed && !(report.ended && request.tests.length === 0)) {
    const line = failed.line === null ? undefined : program.lines[failed.line - 1];
    return outcome(request, 'runtime error', { ...told_, line, message: told(failed) });
  }
  const empty = emptyBody(program.body, request.tests[0]?.call ?? null);
  if (empty) return outcome(request, 'wrong answer', { ...told_, ...empty });
  return outcome(request, tests.every(({ passed }) => passed) ? 'passed' : 'wrong answer', told_);
}

function judgeSettled(machine: Machine, request: JudgeRequest, prepared: Prepared): Judged['result'] {
  const report = run(machine, prepared, false);
  if (
    report.unsettled &&
    report.refused === null &&
    essence(run(machine, prepared, true)) !== essence(report)
  ) {
    return outcome(request, 'not supported here', { reason: { kind: 'chance' }, output: report.output });
  }
  return verdictOf(request, prepared, report);
}

/**
 * Judges a program. Never throws for what a program is or does.
 * @throws RangeError when a test of the request is no Python expression
 */
export function judge(machine: Machine, request: JudgeRequest): Judged {
  checkTests(request);
  try {
    return { result: judgeSettled(machine, request, prepare(request)), healthy: true };
  } catch (problem) {
    if (problem instanceof PythonSyntaxError) {
      const { line, kind, message } = problem;
      return {
        result: outcome(request, 'parse error', { line, message: `${kind}: ${message}` }),
        healthy: true,
      };
    }
    if (problem instanceof Unsupported) {
      const { line, what } = problem;
      return { result: outcome(request, 'not supported here', { line, message: what }), healthy: true };
    }
    if (problem instanceof RangeError) {
      // The stack of this browser ended before Python's did.
      return {
        result: outcome(request, 'not supported here', { reason: { kind: 'depth' } }),
        healthy: false,
      };
    }
    const detail = problem instanceof Error ? problem.message : String(problem);
    return {
      result: outcome(request, 'not supported here', { reason: { kind: 'fell', detail } }),
      healthy: false,
    };
  }
}
