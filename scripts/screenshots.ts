/** `npm run screenshots`: every stage of the built app, at a desk, on a phone and projected. */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { findChromium, WEBGL_FLAGS } from './chromium.mjs';

const STAGES = ['start', 'tokenize', 'pretrain', 'fine-tune', 'prompt', 'evaluate'] as const;
const VIEWS = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light', projector: false },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark', projector: false },
  { name: '390-light', width: 390, height: 844, colorScheme: 'light', projector: false },
  { name: '1920-projector', width: 1920, height: 1080, colorScheme: 'light', projector: true },
] as const;
const OUT = 'screenshots';

/** Brings a stage into the state worth looking at. */
async function settle(page: Page, stage: (typeof STAGES)[number]): Promise<void> {
  if (stage === 'start')
    await page
      .getByText(/Cut off|stops here/)
      .nth(2)
      .waitFor({ timeout: 60_000 });
  if (stage === 'evaluate') {
    await page.getByRole('button', { name: 'Run evaluation' }).click();
    await page.getByRole('region', { name: 'Results' }).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(10_000);
  }
  if (stage === 'prompt') {
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByText(/ended here by itself|reached the length/).waitFor({ timeout: 60_000 });
  }
  if (stage === 'pretrain' || stage === 'fine-tune') {
    await page.screenshot({ path: `${OUT}/${stage}-before.png` });
    if (stage === 'pretrain') await page.getByRole('radio', { name: /pico/ }).check();
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('60');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByText(/^Finished: /).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(3000);
  }
}

export async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const server = await preview({ preview: { port: 4179, strictPort: true } });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) });
  for (const { name, width, height, colorScheme, projector } of VIEWS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    for (const stage of STAGES) {
      await page.goto('about:blank');
      await page.goto(`http://localhost:4179/#v=1&stage=${stage}`);
      await page.getByText(/^Runs on /).waitFor({ state: 'attached', timeout: 30_000 });
      if (projector) await page.evaluate(() => document.documentElement.setAttribute('data-projector', ''));
      await settle(page, stage);
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: `${OUT}/${stage}-${name}.png`, fullPage: width < 500 });
      console.log(`${OUT}/${stage}-${name}.png`);
    }
    await context.close();
  }
  await browser.close();
  await server.close();
}
