// `npm run record:python`: runs every program of tests/golden/python in CPython and keeps what it did.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPrograms, SUITE } from './pythonSuite.mjs';

const run = promisify(execFile);
/** CPython does any program of the suite in a blink; one that takes this long never ends. */
const TIMEOUT_MS = 3000;

/** Runs a file, then tells in JSON what it printed and how it ended. */
const RECORDER = `
import contextlib, io, json, re, sys, traceback
source = open(sys.argv[1], encoding='utf8').read()
printed = io.StringIO()
error = None
try:
    code = compile(source, 'program.py', 'exec')
    with contextlib.redirect_stdout(printed):
        exec(code, {'__name__': '__main__'})
except SystemExit as problem:
    pass
except BaseException as problem:
    lines = [f.lineno for f in traceback.extract_tb(problem.__traceback__) if f.filename == 'program.py']
    at = problem.lineno if isinstance(problem, SyntaxError) and not lines else lines[-1]
    text = problem.msg if isinstance(problem, SyntaxError) else str(problem)
    error = {'type': type(problem).__name__, 'line': at, 'message': re.sub(r' \\(/.*\\)$', '', text)}  # without the path of this machine
print(json.dumps({'stdout': printed.getvalue(), 'error': error}))
`;

async function record(source, hashSeed) {
  const folder = mkdtempSync(join(tmpdir(), 'record-python-'));
  const file = join(folder, 'program.py');
  writeFileSync(file, source);
  try {
    const running = run('python3', ['-c', RECORDER, file], {
      cwd: folder,
      timeout: TIMEOUT_MS,
      env: { ...process.env, PYTHONHASHSEED: String(hashSeed), PYTHONWARNINGS: 'ignore' },
    });
    // Nobody is there to answer: input() finds the end of the file.
    running.child.stdin.end();
    return JSON.parse((await running).stdout);
  } catch (problem) {
    if (problem.killed) return { timeout: true };
    throw problem;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { stdout: version } = await run('python3', ['-c', 'import platform; print(platform.python_version())']);
const programs = readPrograms();
const recorded = {};
for (const { name, source } of programs) {
  if (name in recorded) throw new Error(`two programs are called ${name}`);
  // The order of a set of strings changes with the seed of their hashes: such a program has no one right output.
  const [first, second] = await Promise.all([record(source, 1), record(source, 2)]);
  if (JSON.stringify(first) !== JSON.stringify(second))
    throw new Error(`${name} does not do the same every time: ${JSON.stringify([first, second])}`);
  recorded[name] = first;
}
writeFileSync(
  join(SUITE, 'expected.json'),
  `${JSON.stringify({ python: version.trim(), programs: recorded }, null, 2)}\n`,
);
console.log(`${programs.length} programs recorded with CPython ${version.trim()}`);
