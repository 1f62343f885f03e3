/** The sandbox without its frame and worker, for tests in Node: the same rewriter, prelude, judge and WebAssembly. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DEFAULT_LIMITS, type JudgeResult, type JudgeTest } from '../../../../src/protocol/python';
import { judge } from '../../../../src/workers/python/judge';
import { startSandbox } from '../../../../src/workers/python/sandbox';

const WASM = '@micropython/micropython-webassembly-pyscript/micropython.wasm';

export type JudgeHere = (
  source: string,
  tests?: readonly JudgeTest[],
  steps?: number,
) => Omit<JudgeResult, 'durationMs'>;

/** @throws Error from the judge when the interpreter was left in a state it should never be in */
export function startJudge(): JudgeHere {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(WASM));
  const machine = startSandbox(new WebAssembly.Module(bytes));
  return (source, tests = [], steps = DEFAULT_LIMITS.steps) => {
    const { result, healthy } = judge(machine, { source, tests, limits: { ...DEFAULT_LIMITS, steps } });
    if (!healthy) throw new Error(`the interpreter fell: ${JSON.stringify(result.reason)}\n${source}`);
    return result;
  };
}
