/** What a reader's page does while it trains, measured on the built app without the flags of the tests. */
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { findChromium } from '../chromium.mjs';
import type { PageDetails, PageResult } from './result';
import { median } from './statistics';

type Engine = 'webgl' | 'wasm';

const PORT = 4180;
const WATCH_MS = 10_000;
const PAUSES = 5;
/** The tests' flags draw the page itself with software WebGL, which no reader's browser does. */
const FLAGS = ['--no-sandbox'];

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

/** Opens the stage that trains. @returns the engine that the page runs on */
async function openStage(page: Page, choice: Engine | null): Promise<Engine> {
  await page.goto('about:blank');
  await page.goto(`http://localhost:${PORT}/#v=1&stage=pretrain${choice ? `&b=${choice}` : ''}`);
  const status = page.getByText(/^Runs on /);
  await status.waitFor({ state: 'attached', timeout: 60_000 });
  return (await status.textContent())?.startsWith('Runs on WebGL') ? 'webgl' : 'wasm';
}

async function measure(page: Page, engine: Engine): Promise<PageDetails> {
  const opened = await openStage(page, engine);
  if (opened !== engine) throw new Error(`expected the page to run on ${engine}, got ${opened}`);
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
  const shown = pauses.map((pause) => pause.shownMs);
  const confirmed = pauses.map((pause) => pause.confirmedMs);
  return {
    framesPerSecond: Math.round((frames / WATCH_MS) * 10_000) / 10,
    longestTaskMs: Math.round(longestTaskMs),
    pauseMs: Math.round(median(shown)),
    pauseMaxMs: Math.round(Math.max(...shown)),
    pauseConfirmedMs: { median: Math.round(median(confirmed)), max: Math.round(Math.max(...confirmed)) },
    stepsAfterPause,
    stepMs: Math.round(median(stepTimes) * 10) / 10,
  };
}

async function withPage<T>(task: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath ? { executablePath } : {}) });
  try {
    return await task(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** Builds the app, measures it on both engines, and finds out which one it takes by itself. */
export async function measureReadersPage(): Promise<{
  chosen: Engine;
  page: PageResult;
  pageByEngine: Record<Engine, PageDetails>;
}> {
  await build({ logLevel: 'error' });
  const server = await preview({ preview: { port: PORT, strictPort: true } });
  try {
    const chosen = await withPage((page) => openStage(page, null));
    const pageByEngine = {
      wasm: await withPage((page) => measure(page, 'wasm')),
      webgl: await withPage((page) => measure(page, 'webgl')),
    };
    const { framesPerSecond, pauseMs, longestTaskMs } = pageByEngine[chosen];
    return { chosen, page: { framesPerSecond, pauseMs, longestTaskMs }, pageByEngine };
  } finally {
    await server.close();
  }
}
