import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { choose, pressOn, slideToLeast, tabTo, typeInto } from './keyboard';
import { watchConsole } from './watch';

const STEPS = 12;

async function goTo(page: Page, stage: string): Promise<void> {
  await pressOn(page, page.getByRole('navigation').getByRole('link', { name: stage, exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

async function train(page: Page): Promise<void> {
  await typeInto(page, page.getByRole('spinbutton', { name: 'Steps' }), String(STEPS));
  await pressOn(page, page.getByRole('button', { name: 'Start training' }));
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 60_000 });
}

/** False where what had the focus is gone, so that a keyboard begins again at the top of the page. */
const focusIsKept = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

test('the whole journey by keyboard alone, from the first answer to the lab report', async ({ page }) => {
  const complaints = watchConsole(page);
  await page.goto('#v=2&stage=start&b=wasm');
  await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });

  await test.step('Tokenize: a text is typed and becomes tokens', async () => {
    await pressOn(page, page.getByRole('button', { name: /how text becomes tokens/ }));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await typeInto(page, page.getByRole('textbox', { name: 'Your text' }), 'return 42');
    await expect(page.getByText('return', { exact: true }).first()).toBeVisible();
  });

  await test.step('Tokenize: arrows only choose, the answer comes when it is asked for, and ends the guess', async () => {
    const guess = page.getByRole('group', { name: 'Your guess' });
    const tokens = page.getByText(/^(You were right|You said)/);
    await tabTo(page, guess.getByRole('radio').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(guess.getByRole('radio').nth(2)).toBeChecked();
    await expect(tokens).toHaveCount(0);
    await pressOn(page, page.getByRole('button', { name: 'See the answer' }));
    await expect(tokens).toBeVisible();
    await expect(guess).toHaveCount(0);
    expect(await focusIsKept(page)).toBe(true);
  });

  await test.step('Pretrain: a size, a guess, a run', async () => {
    await goTo(page, 'Pretrain');
    const guess = page.getByRole('radio', { name: /first 25|within 25|25/i }).first();
    await tabTo(page, guess);
    await page.keyboard.press('Space');
    const sizes = page
      .getByRole('group')
      .filter({ has: page.getByRole('radio', { name: /pico/ }) })
      .last();
    await choose(page, sizes, page.getByRole('radio', { name: /pico/ }).first());
    await train(page);
  });

  await test.step('Fine-tune: it goes on with Python', async () => {
    await goTo(page, 'Fine-tune');
    await train(page);
  });

  await test.step('Prompt: it is asked', async () => {
    await goTo(page, 'Prompt');
    await typeInto(page, page.getByRole('textbox', { name: 'Prompt', exact: true }), 'def double(n):');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^It (ended here by itself|reached the length)/)).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('Evaluate: a small examination', async () => {
    await goTo(page, 'Evaluate');
    await slideToLeast(page, page.getByRole('slider', { name: 'Tasks of each kind' }));
    await slideToLeast(page, page.getByRole('slider', { name: 'Answers to each task' }));
    await pressOn(page, page.getByRole('button', { name: 'Run evaluation' }));
    await expect(page.getByRole('region', { name: 'Results', exact: true }).getByRole('grid')).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('Conclusion: the report holds what was done', async () => {
    await goTo(page, 'Conclusion');
    await typeInto(page, page.getByRole('textbox', { name: 'Name on the report' }), 'Group 4');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressOn(page, page.getByRole('button', { name: 'Save as a web page' })),
    ]);
    const report = readFileSync(await download.path(), 'utf8');
    expect(report).toContain('Group 4');
    expect(report).toMatch(/<svg[^>]* role="img" aria-label="[^"]+loss/);
    expect(report).toContain('exam=');
    expect(report).toContain('#v=2');
    expect(report).toContain('pico');
  });
  expect(complaints).toEqual([]);
});

test('the focus stays near when what was pressed goes', async ({ page }) => {
  await page.goto('#v=2&stage=conclusion&b=wasm');
  await test.step('Conclusion: everything is kept after all', async () => {
    const forget = page.getByRole('button', { name: 'Forget everything' });
    await pressOn(page, forget);
    await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(forget).toBeFocused();
  });
  await test.step('Prompt: a guess in the gallery', async () => {
    await page.goto('#v=2&stage=prompt&b=wasm&q=three-ages');
    const choices = page.getByRole('group', { name: /guess/i });
    await pressOn(page, choices.getByRole('button').first());
    await expect(choices).toHaveCount(0);
    expect(await focusIsKept(page)).toBe(true);
  });
});

test('the report is saved without a recording that does not come, and says so', async ({ page }) => {
  let isOffline = true;
  await page.route('**/recordings/*', (route) => (isOffline ? route.abort() : route.continue()));
  await page.goto('#v=2&stage=conclusion&b=wasm');
  const save = page.getByRole('button', { name: 'Save as Markdown' });
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('so it is left out');
  isOffline = false;
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What it wrote, before and after' })).toBeVisible();
  expect(await focusIsKept(page)).toBe(true);
  await expect(page.getByText('The report is saved without it')).toHaveCount(0);
});
