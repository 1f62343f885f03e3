/** What a reader does from the first answer to the examination, step by step. */
import type { Page } from 'puppeteer-core';
import { named, press, visit, waitForText } from './page';

const STEPS = 12;

async function train(page: Page): Promise<void> {
  await page.locator(named('spinbutton', 'Steps')).fill(String(STEPS));
  await press(page, 'button', 'Start training');
  await waitForText(page, /^Finished: /);
}

/** Waits until every lane of the prompt lab has ended. @returns what each says, the prompt included */
export async function writePreset(page: Page, lanes: number): Promise<readonly string[]> {
  await waitForText(page, /^It (ended here by itself|reached the length)/, lanes);
  const texts = await page.$$eval('section[aria-label^="Output"]', (all) =>
    all.map(({ textContent }) => textContent),
  );
  if (texts.length !== lanes || texts.some((text) => text.trim() === ''))
    throw new Error(`${lanes} answers were expected, but these came: ${JSON.stringify(texts)}`);
  return texts;
}

/** Sets a slider to its least value by its key. */
async function slideToLeast(page: Page, name: string): Promise<void> {
  const slider = await page.locator(named('slider', name)).waitHandle();
  await slider.press('Home');
}

const JOURNEY: readonly (readonly [step: string, take: (page: Page) => Promise<void>])[] = [
  ['Start: three ages of one model answer', (page) => waitForText(page, /Cut off|stops here/, 3)],
  [
    'Tokenize: a text becomes tokens',
    async (page) => {
      await visit(page, 'Tokenize');
      await page.locator(named('textbox', 'Your text')).fill('return 42');
      await page.locator('::-p-text(return)').wait();
    },
  ],
  [
    'Pretrain: a few steps',
    async (page) => {
      await visit(page, 'Pretrain');
      await page.locator('::-p-xpath(//label[contains(., "pico")]//input)').click();
      await train(page);
    },
  ],
  [
    'Fine-tune: a few more, on Python',
    async (page) => {
      await visit(page, 'Fine-tune');
      await train(page);
    },
  ],
  [
    'Prompt: it is asked',
    async (page) => {
      await visit(page, 'Prompt');
      await press(page, 'button', 'Generate');
      await writePreset(page, 1);
    },
  ],
  [
    'Evaluate: a small examination, judged by Python',
    async (page) => {
      await visit(page, 'Evaluate');
      await slideToLeast(page, 'Tasks of each kind');
      await slideToLeast(page, 'Answers to each task');
      await press(page, 'button', 'Run evaluation');
      await waitForText(page, /^Done: all \d+ programs are judged/);
    },
  ],
  [
    'Conclusion: the answer holds what was done',
    async (page) => {
      await visit(page, 'Conclusion');
      await waitForText(page, /pico/);
    },
  ],
];

/** Walks the whole story, from a page that shows its start, and prints what each step took. */
export async function walkJourney(page: Page): Promise<void> {
  for (const [step, take] of JOURNEY) {
    const begun = performance.now();
    await take(page).catch((cause: unknown) => {
      throw new Error(`${step}: it did not come to its end`, { cause });
    });
    console.log(`${step}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  console.log(await page.$eval('footer summary', ({ textContent }) => textContent));
}
