/** How long the page keeps its thread from the reader while a model trains on WASM: watched, scrolled, and adjusted. */
import type { Browser, Locator, Page } from 'playwright';
import { readTasks } from './trace';

export const OCCUPATIONS = ['training', 'scrolling', 'dragging sliders'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** The tasks of an occupation that took longest. */
export interface Longest {
  /** By the clock of the page's thread, which stands still while the machine does something else. */
  readonly cpuMs: number;
  /** By the clock on the wall: the longest, which may be another task. */
  readonly wallMs: number;
  /** Where the first happened, and what it did. */
  readonly where: string;
}

const STAGES = ['Start', 'Tokenize', 'Pretrain', 'Fine-tune', 'Prompt', 'Evaluate', 'Conclusion'] as const;
const TRACED = ['toplevel', 'devtools.timeline'];
const TRAINING_MS = 8000;
const WHEEL_PX = 300;
const DRAG_MOVES = 30;
/** A stage just opened fetches code and draws its charts: that is not what is measured here. */
const SETTLE_MS = 1200;

function longestOf(all: readonly Longest[]): Longest {
  const [longest] = all.toSorted((a, b) => b.cpuMs - a.cpuMs);
  if (!longest) throw new Error('expected at least one measurement');
  return { ...longest, wallMs: Math.max(...all.map(({ wallMs }) => wallMs)) };
}

/** Does something with the page, and finds the longest task meanwhile. */
async function during(page: Page, place: string, action: () => Promise<void>): Promise<Longest> {
  const browser = page.context().browser();
  if (!browser) throw new Error('expected a page of a browser that was launched');
  await browser.startTracing(page, { categories: TRACED });
  await action();
  const tasks = readTasks((await browser.stopTracing()).toString());
  return longestOf(tasks.map(({ cpuMs, wallMs, did }) => ({ cpuMs, wallMs, where: `${place}: ${did}` })));
}

async function startTraining(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#v=2&stage=pretrain&b=wasm`);
  await page.getByRole('radio', { name: /pico/ }).first().check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('20000');
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.locator('progress').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(SETTLE_MS);
}

async function openStage(page: Page, stage: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: stage, exact: true }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(SETTLE_MS);
}

/** Turns the wheel from the top to the end and back. */
async function scroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  const turns = Math.ceil(height / WHEEL_PX);
  await page.mouse.move(700, 500);
  for (let i = 0; i < 2 * turns; i++) {
    await page.mouse.wheel(0, i < turns ? WHEEL_PX : -WHEEL_PX);
    await page.waitForTimeout(16);
  }
}

/** Takes a slider by its middle, to both ends and back. */
async function drag(page: Page, slider: Locator): Promise<void> {
  const box = await slider.boundingBox();
  if (!box) return;
  const y = box.y + box.height / 2;
  const at = (share: number): number => box.x + box.width * share;
  await page.mouse.move(at(0.5), y);
  await page.mouse.down();
  for (const share of [0, 1, 0.5]) await page.mouse.move(at(share), y, { steps: DRAG_MOVES });
  await page.mouse.up();
}

/** One round of all occupations, in a fresh profile. */
export async function longestTasks(browser: Browser, url: string): Promise<Record<Occupation, Longest>> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await startTraining(page, url);
    const training = await during(page, 'Pretrain', () => page.waitForTimeout(TRAINING_MS));
    const scrolling: Longest[] = [];
    const dragging: Longest[] = [];
    for (const stage of STAGES) {
      await openStage(page, stage);
      scrolling.push(await during(page, stage, () => scroll(page)));
      for (const slider of await page.getByRole('main').getByRole('slider').all()) {
        if (!(await slider.isVisible()) || !(await slider.isEnabled())) continue;
        await slider.scrollIntoViewIfNeeded();
        const name = (await slider.ariaSnapshot()).split('\n')[0] ?? 'slider';
        dragging.push(await during(page, `${stage}, ${name}`, () => drag(page, slider)));
      }
    }
    return { training, scrolling: longestOf(scrolling), 'dragging sliders': longestOf(dragging) };
  } finally {
    await context.close();
  }
}
