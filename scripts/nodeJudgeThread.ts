/** The thread that judges: the sandbox of the page, in Node. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { DEFAULT_LIMITS, type JudgeTest } from '../src/protocol/python';
import { judge } from '../src/workers/python/judge';
import { startSandbox } from '../src/workers/python/sandbox';

const WASM = '@micropython/micropython-webassembly-pyscript/micropython.wasm';
const file = createRequire(resolve('package.json')).resolve(WASM);
const module = new WebAssembly.Module(readFileSync(file));
let machine = startSandbox(module);

parentPort?.on('message', ({ source, tests }: { source: string; tests: readonly JudgeTest[] }) => {
  const { result, healthy } = judge(machine, { source, tests, limits: DEFAULT_LIMITS });
  if (!healthy) machine = startSandbox(module);
  parentPort?.postMessage(result);
});
// Whoever waits for answers counts the time from here.
parentPort?.postMessage('ready');
