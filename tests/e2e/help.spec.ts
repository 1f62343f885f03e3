import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { watchConsole } from './watch';

const FIRST = 'One prompt, three answers';
const LAST = 'At the foot of the page';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

const offer = (page: Page) => page.getByRole('region', { name: 'First time here?' });
const stop = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

test('the tour is offered once, leads round in six stops at most, and can be taken again', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto('#v=2&stage=start&b=wasm');
  await offer(page).getByRole('button', { name: 'Take the tour' }).click();
  await expect(stop(page, FIRST)).toBeVisible();
  await expectNoViolations(page);
  let stops = 1;
  while ((await stop(page, LAST).count()) === 0 && stops < 10) {
    const panel = page.getByRole('dialog');
    const box = await panel.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 900, `stop ${stops} is in the window`).toBe(true);
    await page.keyboard.press('Enter');
    stops += 1;
    await expect(panel).toContainText(`${stops} of `);
  }
  expect(stops).toBeLessThanOrEqual(6);
  await stop(page, LAST).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });
  await expect(offer(page)).toHaveCount(0);
  await page.goto('#v=2&stage=evaluate&b=wasm');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Help and keys' }).click();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await expect(stop(page, FIRST)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('declined, the tour does not come back; ? opens help, but not in a field', async ({ page }) => {
  await page.goto('#v=2&stage=start&b=wasm');
  await offer(page).getByRole('button', { name: 'No, thanks' }).click();
  await page.goto('#v=2&stage=prompt&b=wasm');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).click();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog', { name: 'Help and keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('#v=2&stage=start');
  await page.reload();
  await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });
  await expect(offer(page)).toHaveCount(0);
});

test('a link that hides parts of the page, or presents it, offers no tour', async ({ page }) => {
  for (const rest of ['&hide=strip', '&present=1']) {
    await page.goto(`./?${rest.length}#v=2&stage=start&b=wasm${rest}`);
    await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });
    await expect(offer(page)).toHaveCount(0);
  }
});

test('the glossary opens from the foot of the page, finds a term, and leads to where it is used', async ({
  page,
}) => {
  await page.goto('#v=2&stage=start&b=wasm');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Glossary' }).click();
  const dialog = page.getByRole('dialog', { name: 'Glossary' });
  await expect(dialog).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole('searchbox').fill('temperature');
  await expect(dialog.getByText('temperature', { exact: true }).first()).toBeVisible();
  await expect(dialog.getByText('byte-pair encoding', { exact: true })).toHaveCount(0);
  await dialog
    .getByRole('button', { name: /Prompt/ })
    .first()
    .click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveTitle(/^Prompt/);
});
