import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pressOn, tabTo } from './keyboard';
import { watchConsole } from './watch';

const FRESH = './#v=2&stage=prompt&b=wasm';

async function answered(page: Page, count: number): Promise<void> {
  await expect(page.getByText(/^It (ended here by itself|reached the length)/)).toHaveCount(count, {
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: /^Stop writing/ })).toHaveCount(0);
}

const outputs = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: /^Output/ }).allInnerTexts();

const summary = (page: Page, name: string): Locator => page.locator('summary', { hasText: name });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('by keyboard alone: a preset, another temperature, two answers, another road, a link, and the same elsewhere', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const complaints = watchConsole(page);
  await page.goto(FRESH);
  await pressOn(page, summary(page, 'Gallery'));
  await pressOn(page, page.getByRole('button', { name: /^Nothing but def/ }));
  await expect(page.getByRole('heading', { name: 'Nothing but def' })).toBeFocused();

  await test.step('a guess writes the answers, and the outcome is said', async () => {
    await pressOn(page, page.getByRole('group', { name: 'Your guess' }).getByRole('button').first());
    await answered(page, 3);
    await expect(page.getByText(/^(You guessed right|You guessed:)/)).toBeVisible();
  });

  await test.step('two answers are left, one gets another temperature, and all is written again', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Remove answer 3' }));
    await tabTo(page, page.getByRole('slider', { name: 'Temperature', exact: true }));
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await tabTo(page, page.getByRole('textbox', { name: 'Prompt', exact: true }));
    await page.keyboard.press('Control+Enter');
    await answered(page, 2);
  });

  await test.step('another road is taken at a token', async () => {
    await tabTo(page, page.getByRole('region', { name: 'Output 2' }).locator('[role=option][tabindex="0"]'));
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await pressOn(page, page.getByRole('button', { name: /^take this road/ }).first());
    await answered(page, 3);
    await expect(page.getByText('another road from token 3')).toBeVisible();
  });

  const written = await outputs(page);
  await pressOn(page, page.getByRole('button', { name: 'Copy link', exact: true }));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2000);

  await test.step('a fresh profile shows the same', async () => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await elsewhere.goto(link);
    await answered(elsewhere, 3);
    expect(await outputs(elsewhere)).toEqual(written);
    await expect(elsewhere.getByRole('heading', { name: 'Nothing but def' })).toBeVisible();
    await other.close();
  });
  expect(complaints).toEqual([]);
});

test('everything of the lab that folds open is free of what axe finds, at 200 % zoom and on a phone', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  // A window of 1440 pixels at 200 % has half of them.
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto(FRESH);
  for (const name of ['Gallery', 'History', 'Model files']) await summary(page, name).click();
  await page.getByRole('button', { name: 'Generate' }).click();
  await answered(page, 1);
  await page.getByRole('button', { name: /^Ask for \d+ programs/ }).click();
  await expect(page.getByText('All programs are tested.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('“comment and name”')).toBeVisible();
  await page.locator('summary', { hasText: 'look at an answer' }).first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page);
  }
  for (const width of [720, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(complaints).toEqual([]);
});

test('a run of the visit is put back, and a model goes out as a file and comes in again', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto(FRESH);
  await page.getByRole('button', { name: 'Generate' }).click();
  await answered(page, 1);
  const first = await outputs(page);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Once upon a time');
  await page.getByRole('button', { name: 'Generate' }).click();
  await answered(page, 1);
  await expect.poll(() => outputs(page)).not.toEqual(first);
  await summary(page, 'History').click();
  const runs = page.getByRole('list', { name: 'Runs of this visit' }).locator('> li');
  await expect(runs).toHaveCount(2);
  await runs
    .last()
    .getByRole('button', { name: /^Put back/ })
    .click();
  await expect.poll(() => outputs(page), { timeout: 30_000 }).toEqual(first);
  await expect(runs).toHaveCount(2);

  await summary(page, 'Model files').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('small-fine-tuned-700.safetensors');
  const bytes = readFileSync(await file.path());
  const picker = page.locator('input[type=file][accept=".safetensors"]');
  for (const [name, buffer] of [
    ['hello.safetensors', Buffer.from('no model at all')],
    ['torch.pt', Buffer.from([0x50, 0x4b, 3, 4, 1])],
    ['cut.safetensors', bytes.subarray(0, bytes.length - 500)],
  ] as const) {
    await picker.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByText(`${name} was not brought in.`)).toBeVisible();
  }
  await picker.setInputFiles({
    name: 'friend.safetensors',
    mimeType: 'application/octet-stream',
    buffer: bytes,
  });
  await expect(page.getByText('It is now the model that is asked.')).toBeVisible();
  const asked = page.getByRole('combobox', { name: 'Model', exact: true }).first().locator('option:checked');
  await expect(asked).toHaveText(/file/i);
  await page.getByRole('button', { name: 'Generate' }).click();
  await answered(page, 1);
  expect(await outputs(page)).toEqual(first);
  await page.reload();
  const models = page.getByRole('combobox', { name: 'Model', exact: true }).first();
  await expect(models.locator('option').filter({ hasText: /file/i })).toHaveCount(1, { timeout: 30_000 });
  expect(complaints).toEqual([]);
});
