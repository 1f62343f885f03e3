/**
 * `npm run bench`: what the page does while it trains, measured in Chromium on the built app.
 *
 * Prints a table and writes tests/bench/latest.json. Times depend on the machine; compare them within one run only.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { findChromium } from './chromium.mjs';

const PORT = 4180;
const WATCH_MS = 10_000;
const PAUSES = 5;
/** Without the tests' flags: those draw the page itself with software WebGL, which no reader's browser does. */
const FLAGS = ['--no-sandbox'];

interface PageMeasurement {
  readonly backend: string;
  readonly framesPerSecond: number;
  readonly longestTaskMs: number;
  /** From the click until a frame shows its effect: median and largest of several. */
  readonly pauseMs: { readonly median: number; readonly max: number };
  /** From the click until the worker has confirmed it. */
  readonly pauseConfirmedMs: { readonly median: number; readonly max: number };
  /** Steps that began after the click; must be 0. */
  readonly stepsAfterPause: number;
  /** Median time between two steps, evaluations and samples left out by being rare. */
  readonly stepMs: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const stepOf = (page: Page): Promise<number> =>
  page.locator('progress').evaluate((bar) => (bar instanceof HTMLProgressElement ? bar.value : NaN));

interface Watched {
  readonly frames: number;
  readonly longestTaskMs: number;
  /** When the page showed a new step, and which. */
  readonly steps: readonly { readonly atMs: number; readonly step: number }[];
}

/** Counts frames, long tasks and steps while the page trains undisturbed. */
function watchFrames(page: Page): Promise<Watched> {
  return page.evaluate(
    (ms) =>
      new Promise<Watched>((done) => {
        const bar = document.querySelector('progress');
        const steps: { atMs: number; step: number }[] = [];
        let frames = 0;
        let longestTaskMs = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, entry.duration);
        });
        observer.observe({ type: 'longtask' });
        const started = performance.now();
        const count = (): void => {
          frames += 1;
          if (bar && bar.value !== steps.at(-1)?.step)
            steps.push({ atMs: performance.now(), step: bar.value });
          if (performance.now() - started < ms) requestAnimationFrame(count);
          else {
            observer.disconnect();
            done({ frames, longestTaskMs, steps });
          }
        };
        requestAnimationFrame(count);
      }),
    WATCH_MS,
  );
}

/** Clicks Pause and waits, inside the page, for the first frame that shows it and for the confirmation. */
function pauseOnce(page: Page): Promise<{ shownMs: number; confirmedMs: number }> {
  return page.evaluate(async () => {
    const named = (name: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('button')].find(
        (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
      );
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const started = performance.now();
    named('Pause')?.click();
    const isShown = (): boolean => named('Pause')?.textContent !== 'Pause';
    while (!isShown()) await frame();
    const shownMs = performance.now() - started;
    while (!named('Resume')) await frame();
    return { shownMs, confirmedMs: performance.now() - started };
  });
}

async function measure(page: Page, backend: 'webgl' | 'wasm'): Promise<PageMeasurement> {
  await page.goto('about:blank');
  await page.goto(`http://localhost:${PORT}/#v=1&stage=pretrain&b=${backend}`);
  await page.getByText(/^Runs on /).waitFor({ state: 'attached', timeout: 30_000 });
  await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('20000');
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.locator('progress').waitFor({ timeout: 60_000 });
  while ((await stepOf(page)) < 3) await page.waitForTimeout(200);
  const { frames, longestTaskMs, steps } = await watchFrames(page);
  const stepTimes = steps.slice(1).map(({ atMs, step }, i) => {
    const before = steps[i];
    return before ? (atMs - before.atMs) / (step - before.step) : NaN;
  });

  const pauses: { shownMs: number; confirmedMs: number }[] = [];
  let stepsAfterPause = 0;
  for (let i = 0; i < PAUSES; i++) {
    pauses.push(await pauseOnce(page));
    const paused = await stepOf(page);
    await page.waitForTimeout(1000);
    stepsAfterPause = Math.max(stepsAfterPause, (await stepOf(page)) - paused);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.waitForTimeout(1500);
  }
  await page.getByRole('button', { name: 'Reset' }).click();
  const spread = (values: readonly number[]) => ({
    median: Math.round(median(values)),
    max: Math.round(Math.max(...values)),
  });
  return {
    backend,
    framesPerSecond: Math.round((frames / WATCH_MS) * 10_000) / 10,
    longestTaskMs: Math.round(longestTaskMs),
    pauseMs: spread(pauses.map((pause) => pause.shownMs)),
    pauseConfirmedMs: spread(pauses.map((pause) => pause.confirmedMs)),
    stepsAfterPause,
    stepMs: Math.round(median(stepTimes)),
  };
}

export async function main(): Promise<void> {
  const server = await preview({ preview: { port: PORT, strictPort: true } });
  const executablePath = findChromium();
  const measured: PageMeasurement[] = [];
  for (const backend of ['wasm', 'webgl'] as const) {
    // One browser process each: software WebGL keeps one cache of shaders per process.
    const browser = await chromium.launch({
      args: FLAGS,
      ...(executablePath ? { executablePath } : {}),
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    measured.push(await measure(page, backend));
    await browser.close();
  }
  await server.close();
  console.table(
    measured.map(({ pauseMs, pauseConfirmedMs, ...rest }) => ({
      ...rest,
      pauseShownMs: `${pauseMs.median} (max ${pauseMs.max})`,
      pauseConfirmedMs: `${pauseConfirmedMs.median} (max ${pauseConfirmedMs.max})`,
    })),
  );
  mkdirSync('tests/bench', { recursive: true });
  const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  writeFileSync('tests/bench/latest.json', `${JSON.stringify({ machine, page: measured }, null, 2)}\n`);
}
