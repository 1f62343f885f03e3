// `npm test`: every check of the project, one phase after the other; the last line counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const report = (name) => join(reports, `${name}.json`);
const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'));

const vitestCounts = (name) => () => {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, success } = read(name);
  return { passed, failed: success ? failed : Math.max(1, failed), skipped };
};
const playwrightCounts = () => {
  const { expected, unexpected, flaky, skipped } = read('e2e').stats;
  // A test that only passed when tried again has not shown its claim.
  return { passed: expected, failed: unexpected + flaky, skipped };
};

const vitest = (project) => [
  'vitest',
  [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
];

/** A phase without `counts` is one check that passes by its exit code. */
const PHASES = [
  { name: 'types', command: ['tsc', ['-p', '.']] },
  { name: 'lint', command: ['eslint', ['.', '--max-warnings', '0']] },
  { name: 'format', command: ['prettier', ['--check', '--log-level', 'warn', '.']] },
  { name: 'unit', command: vitest('unit'), counts: vitestCounts('unit') },
  { name: 'browser', command: vitest('browser'), counts: vitestCounts('browser') },
  { name: 'build', command: ['vite', ['build', '--logLevel', 'warn']] },
  {
    name: 'e2e',
    command: ['playwright', ['test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
    counts: playwrightCounts,
  },
];

const only = process.argv.slice(2);
const unknown = only.filter((name) => !PHASES.some((phase) => phase.name === name));
if (unknown.length > 0)
  throw new Error(`No phase ${unknown.join(', ')}; there are ${PHASES.map((p) => p.name).join(', ')}`);

ensureChromium();
const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];
for (const { name, command, counts, env } of PHASES) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n=== ${name}`);
  const started = process.hrtime.bigint();
  const { status } = spawnSync('npx', ['--no-install', command[0], ...command[1]], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  let count = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (counts) {
    try {
      const counted = counts();
      count = { ...counted, failed: status === 0 ? counted.failed : Math.max(1, counted.failed) };
      // A phase that ran nothing has shown nothing.
      if (count.passed + count.failed === 0) count.failed = 1;
    } catch (error) {
      console.error(`${name}: no report (${error instanceof Error ? error.message : error})`);
      count = { passed: 0, failed: 1, skipped: 0 };
    }
  }
  for (const key of Object.keys(total)) total[key] += count[key];
  times.push(
    `${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   ${count.passed} passed, ${count.failed} failed`,
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${times.join('\n')}\n`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
