import { expect, test, type Page } from '@playwright/test';
import { chooseBackend, visit, watchConsole } from './watch';

/** The step the run says it is at. */
async function stepOf(page: Page): Promise<number> {
  const shown = await page.locator('progress').first().getAttribute('value');
  return Number(shown);
}

async function startLongRun(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('5000');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.locator('progress')).toBeVisible({ timeout: 60_000 });
}

/** Steps a run does in ten seconds, at the pace it showed: the most it may lose. */
async function trainFor(page: Page, ms: number): Promise<{ step: number; lossLimit: number }> {
  const before = await stepOf(page);
  await page.waitForTimeout(ms);
  const step = await stepOf(page);
  expect(step).toBeGreaterThan(before);
  return { step, lossLimit: Math.ceil(((step - before) / ms) * 10_000) + 1 };
}

/** Keeps hold of the worker's graphics context, so that a test can take it away as a browser would. */
async function holdContext(page: Page): Promise<void> {
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    const keep = `const getContext = OffscreenCanvas.prototype.getContext;
      OffscreenCanvas.prototype.getContext = function (...args) {
        const context = getContext.apply(this, args);
        if (args[0] === 'webgl2') self.heldContext = context;
        return context;
      };\n`;
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: keep + (await response.text()) });
    } catch {
      // The worker was replaced while its script was on the way: nobody waits for it any more.
    }
  });
}

async function loseContext(page: Page): Promise<void> {
  const lost = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const held = Object.entries(globalThis).find(([name]) => name === 'heldContext')?.[1] as
          WebGL2RenderingContext | undefined;
        held?.getExtension('WEBGL_lose_context')?.loseContext();
        return held !== undefined;
      }),
    ),
  );
  expect(lost).toContain(true);
}

test('a reload in mid-training resumes by itself, at most ten seconds back, and says so', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto('./#v=1&stage=pretrain');
  await startLongRun(page);
  const { step, lossLimit } = await trainFor(page, 14_000);
  await page.reload();
  await expect(page.getByText(/came back at step/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled({ timeout: 30_000 });
  await expect.poll(() => stepOf(page), { timeout: 30_000 }).toBeGreaterThan(0);
  const resumed = await stepOf(page);
  expect(resumed).toBeGreaterThanOrEqual(step - lossLimit);
  await expect.poll(() => stepOf(page), { timeout: 30_000 }).toBeGreaterThan(resumed);
  expect(complaints).toEqual([]);
});

test('a lost WebGL context resumes from the last autosave, and says so', async ({ page }) => {
  await holdContext(page);
  await page.goto('./#v=1&stage=pretrain');
  await chooseBackend(page, 'WebGL');
  await startLongRun(page);
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(3);
  const { step, lossLimit } = await trainFor(page, 14_000);
  await loseContext(page);
  await expect(page.getByText(/goes on from step/).first()).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(step);
  const notice = await page
    .getByText(/goes on from step/)
    .first()
    .innerText();
  const [, at = ''] = /step ([\d,]+)/.exec(notice) ?? [];
  const from = Number(at.replaceAll(',', ''));
  expect(from).toBeGreaterThanOrEqual(step - lossLimit);
});

test('a run that is paused when the context goes comes back paused, and can go on', async ({ page }) => {
  await holdContext(page);
  await page.goto('./#v=1&stage=pretrain');
  await chooseBackend(page, 'WebGL');
  await startLongRun(page);
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled({ timeout: 20_000 });
  const paused = await stepOf(page);
  await page.waitForTimeout(1000);
  await loseContext(page);
  // Told only once the loss was noticed, so what follows looks at the run that came back.
  await expect(page.getByText(`The run is back at step ${paused}.`).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled({ timeout: 60_000 });
  expect(await stepOf(page)).toBe(paused);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(paused);
});

test('pausing shows at once, no further step starts, and the pause is confirmed', async ({ page }) => {
  await page.goto('./#v=1&stage=pretrain');
  await startLongRun(page);
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled({ timeout: 20_000 });
  const paused = await stepOf(page);
  await page.waitForTimeout(1500);
  expect(await stepOf(page)).toBe(paused);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBe(paused + 1);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(paused + 3);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/^Stopped/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('button', { name: 'Start training' })).toBeEnabled({ timeout: 20_000 });
});

test('the model keeps answering while it trains', async ({ page }) => {
  await page.goto('./#v=1&stage=pretrain');
  await startLongRun(page);
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await visit(page, 'Prompt');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('Once upon a time');
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByText(/It ended here by itself|It reached the length/)).toBeVisible({
    timeout: 60_000,
  });
  await visit(page, 'Pretrain');
  const step = await stepOf(page);
  await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(step);
});
