import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { visit } from './watch';

const STAGES = ['Start', 'Tokenize', 'Pretrain', 'Fine-tune', 'Prompt', 'Evaluate', 'Conclusion'];

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const { name, ...look } of LOOKS) {
  test(`axe finds nothing on any stage in ${name}`, async ({ page }) => {
    await page.emulateMedia(look);
    await page.goto('./#v=2&stage=start&b=wasm');
    for (const stage of STAGES) {
      await visit(page, stage);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${stage}: ${id} at ${nodes[0]?.target.join(' ')}`)).toEqual(
        [],
      );
    }
  });
}

test('a change of stage moves the focus to its heading and names the page', async ({ page }) => {
  await page.goto('./');
  await visit(page, 'Pretrain');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^Pretrain/);
  await page.goBack();
  await expect(page).not.toHaveTitle(/^Pretrain/);
});

test('nothing sticks out sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./');
  for (const stage of STAGES) {
    await visit(page, stage);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, stage).toBeLessThanOrEqual(320);
  }
});

test('a run draws a chart that axe accepts and that can be read as a sentence and a table', async ({
  page,
}) => {
  await page.goto('./#v=1&stage=pretrain');
  await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('30');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 60_000 });
  const live = page.getByRole('region', { name: 'What it learns' });
  await expect(
    live.getByRole('img', { name: /loss fell from [\d.]+ to [\d.]+ bits per byte/ }),
  ).toBeVisible();
  await live.getByText('Show as table').first().click();
  await expect(live.getByRole('columnheader', { name: 'Step' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
});
