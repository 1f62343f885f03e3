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
    // What a screen reader says at each stop: the heading, and with it the text.
    const heading = panel.getByRole('heading');
    await expect(heading).toBeFocused();
    await expect(heading).toHaveAccessibleDescription(new RegExp(`\\w.* ${stops} of \\d$`));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    stops += 1;
    await expect(panel).toContainText(`${stops} of `);
  }
  expect(stops).toBeLessThanOrEqual(6);
  await test.step('back at the first stop the focus is at its heading, though the button for going back is gone', async () => {
    const back = page.getByRole('dialog').getByRole('button', { name: 'Back' });
    while ((await back.count()) > 0) await back.press('Enter');
    await expect(stop(page, FIRST).getByRole('heading')).toBeFocused();
    const next = page.getByRole('dialog').getByRole('button', { name: 'Next' });
    while ((await next.count()) > 0) await next.press('Enter');
    await expect(stop(page, LAST).getByRole('heading')).toBeFocused();
  });
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

test('the tour is whole in a small window at 400 %', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('#v=2&stage=start&b=wasm');
  await offer(page).getByRole('button', { name: 'Take the tour' }).click();
  const panel = page.getByRole('dialog');
  const buttons = panel.getByRole('button');
  for (let at = 1; ; at++) {
    await expect(panel).toContainText(`${at} of `);
    for (const button of await buttons.all()) {
      await button.focus();
      const box = await button.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 256, `${at}: ${await button.innerText()}`).toBe(true);
    }
    const next = panel.getByRole('button', { name: 'Next' });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(panel).toHaveCount(0);
});

test('single keys can be switched off for good, and a button presents the page', async ({ page }) => {
  const foot = page.getByRole('contentinfo');
  const help = page.getByRole('dialog', { name: 'Help and keys' });
  const switchKeys = async (): Promise<void> => {
    await foot.getByRole('button', { name: 'Help and keys' }).click();
    await help.getByRole('checkbox', { name: 'Single-key shortcuts' }).click();
    await help.getByRole('button', { name: 'Close' }).click();
  };
  await page.goto('#v=2&stage=prompt&b=wasm');
  await switchKeys();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.type('?p');
  await foot.getByRole('button', { name: 'Help and keys' }).click();
  await expect(page.getByRole('region', { name: 'Presenter' })).toHaveCount(0);
  await expect(help.getByRole('checkbox', { name: 'Single-key shortcuts' })).not.toBeChecked();

  await help.getByRole('button', { name: 'Present this page' }).click();
  await expect(page.getByRole('region', { name: 'Presenter' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByText(/The screen is blank/)).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('p');
  await expect(page.getByRole('region', { name: 'Presenter' })).toHaveCount(0);

  await switchKeys();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.type('p');
  await expect(page.getByRole('region', { name: 'Presenter' })).toBeVisible();
});

test('a message that is dismissed gives the focus to the next one, and the last one gives it back', async ({
  page,
}) => {
  await page.goto('#v=2&stage=prompt&b=wasm&t=hot&c=no-such-model&on=webgl&run=1');
  const messages = page.getByRole('region', { name: 'Messages' });
  const sentences = messages.getByRole('log').getByRole('listitem');
  const buttons = messages.getByRole('button', { name: 'Close', exact: true });
  await expect(sentences.nth(1)).toBeVisible();
  const count = await sentences.count();
  await expect(buttons).toHaveCount(count);
  for (let at = 0; at < count; at++) {
    const said = (await sentences.nth(at).innerText()).trim();
    await expect(buttons.nth(at)).toHaveAccessibleDescription(said);
    const [sentence, button] = [await sentences.nth(at).boundingBox(), await buttons.nth(at).boundingBox()];
    const isInRow =
      sentence &&
      button &&
      button.y >= sentence.y &&
      button.y + button.height <= sentence.y + sentence.height + 1;
    expect(isInRow, `the button of row ${at} stands in it`).toBe(true);
  }
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  await prompt.focus();
  await buttons.first().focus();
  for (let left = count - 1; left > 0; left--) {
    await page.keyboard.press('Enter');
    await expect(buttons).toHaveCount(left);
    await expect(buttons.first()).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(sentences).toHaveCount(0);
  await expect(prompt).toBeFocused();
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
  await test.step('a text selected to beyond the edge does not close it, a press beside it does', async () => {
    const box = await dialog.getByRole('searchbox').boundingBox();
    if (!box) throw new Error('no box');
    await page.mouse.move(box.x + 30, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await expect(dialog).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(dialog).toHaveCount(0);
    await page.getByRole('contentinfo').getByRole('button', { name: 'Glossary' }).click();
  });
  await dialog.getByRole('searchbox').fill('temperature');
  await dialog
    .getByRole('button', { name: /Prompt/ })
    .first()
    .click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveTitle(/^Prompt/);
});
