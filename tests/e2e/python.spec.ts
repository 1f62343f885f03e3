import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';
import { policyPlugin } from '../../scripts/policyPlugin';
import { pythonWorkerPlugin } from '../../scripts/pythonWorkerPlugin';
import { ATTACKS } from '../browser/pythonAttacks';

const PORT = 4179;
const URL_PATH = `http://127.0.0.1:${PORT}/a/sub/path/`;

let server: PreviewServer;

/** The judge's page, built with the policy of the app and served under a sub-path, as a static host would. */
test.beforeAll(async () => {
  const common = { configFile: false, root: resolve('scripts/judge'), publicDir: false } as const;
  const outDir = resolve('test-results/judge');
  await build({
    ...common,
    base: './',
    logLevel: 'error',
    plugins: [pythonWorkerPlugin(), policyPlugin()],
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  server = await preview({
    ...common,
    base: '/a/sub/path/',
    build: { outDir },
    preview: { host: '127.0.0.1', port: PORT, strictPort: true },
  });
});
test.afterAll(() => server.close());

interface Watched {
  readonly requests: string[];
  readonly problems: string[];
}

/** Opens the page and has one program judged, so that everything it needs is loaded; watches what comes after. */
async function openWarm(page: Page): Promise<Watched> {
  const watched: Watched = { requests: [], problems: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watched.problems.push(message.text());
  });
  page.on('pageerror', (error) => watched.problems.push(error.message));
  await page.goto(URL_PATH);
  await page.waitForFunction(() => 'judgeProgram' in window);
  const first = await page.evaluate(() => window.judgeProgram('print("ready")', []));
  expect(first).toMatchObject({ verdict: 'passed', output: 'ready\n' });
  page.context().on('request', (request) => watched.requests.push(request.url()));
  return watched;
}

test('the built sandbox works under the strict policy, also without a network', async ({ page }) => {
  const { problems } = await openWarm(page);
  expect(readFileSync('test-results/judge/index.html', 'utf8')).toContain('Content-Security-Policy');
  await page.context().setOffline(true);
  // Kills the worker, so that the spare must take over and another one be started, with nothing to fetch it from.
  for (let i = 0; i < 3; i++) {
    const killed = await page.evaluate(() => window.judgeProgram('x = 3\nwhile True:\n    x = x * x\n', []));
    expect(killed.verdict).toBe('timeout');
  }
  const after = await page.evaluate(() => window.judgeProgram('print({**{"b": 1}, "a": 2})', []));
  expect(after).toMatchObject({ verdict: 'passed', output: "{'b': 1, 'a': 2}\n" });
  expect(problems).toEqual([]);
});

// Frames are counted: where something else keeps the machine busy for a moment, they are counted again.
test.describe('under attack', () => {
  test.describe.configure({ retries: 2 });

  test('no hostile program makes a request, and the page stays at 55 frames a second', async ({ page }) => {
    const { requests, problems } = await openWarm(page);
    const { idle, busy } = await page.evaluate(async (attacks) => {
      const framesDuring = async (work: () => Promise<unknown>): Promise<number> => {
        let frames = 0;
        let running = true;
        const count = (): void => {
          frames++;
          if (running) requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
        const started = performance.now();
        await work();
        running = false;
        return (frames / (performance.now() - started)) * 1000;
      };
      const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 2000));
      return {
        idle: await framesDuring(pause),
        busy: await framesDuring(async () => {
          for (const { source, tests } of attacks) await window.judgeProgram(source, tests ?? []);
        }),
      };
    }, ATTACKS);
    console.log(
      `${busy.toFixed(1)} frames a second during ${ATTACKS.length} attacks, ${idle.toFixed(1)} at rest`,
    );
    // A machine that is busy with other things may not draw 60 even at rest.
    expect(busy).toBeGreaterThan(Math.min(55, idle * 0.9));
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(problems).toEqual([]);
  });
});
