/** `npm run judge -- program.py [--tests tests.json]`: one program through the sandbox, its verdict as JSON. */
import { readFileSync } from 'node:fs';
import type { JudgeResult, JudgeTest } from '../src/protocol/python';
import { withJudge } from './judge/openJudge';

const USAGE = 'usage: npm run judge -- program.py [--tests tests.json]';

/** @throws Error when the file holds anything else than `[{ "call": "f(1)", "expected": "2" }]` */
function readTests(path: string): JudgeTest[] {
  const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(data)) throw new Error(`${path}: expected a list of tests`);
  return data.map((test: unknown, index) => {
    const has = typeof test === 'object' && test !== null && 'call' in test && 'expected' in test;
    if (!has || typeof test.call !== 'string' || typeof test.expected !== 'string')
      throw new Error(`${path}: expected { "call": text, "expected": text } as test ${index + 1}`);
    return { call: test.call, expected: test.expected };
  });
}

function readArguments(args: readonly string[]): { source: string; tests: JudgeTest[] } {
  const at = args.indexOf('--tests');
  const testsPath = at < 0 ? null : args[at + 1];
  const files = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const [file] = files;
  if (file === undefined || files.length > 1 || testsPath === undefined) throw new Error(USAGE);
  return { source: readFileSync(file, 'utf8'), tests: testsPath === null ? [] : readTests(testsPath) };
}

function judge(source: string, tests: readonly JudgeTest[]): Promise<JudgeResult> {
  return withJudge((page) =>
    page.evaluate(({ source, tests }) => window.judgeProgram(source, tests), { source, tests }),
  );
}

export async function main(args: readonly string[]): Promise<void> {
  try {
    const { source, tests } = readArguments(args);
    const { verdict, line, message, reason, tests: results, durationMs } = await judge(source, tests);
    const rounded = Math.round(durationMs * 10) / 10;
    const shown = { verdict, line, message, reason, tests: results, durationMs: rounded };
    console.log(JSON.stringify(shown, null, 2));
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 2;
  }
}
