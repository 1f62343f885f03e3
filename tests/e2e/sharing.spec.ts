import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { watchConsole } from './watch';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const linkField = (page: Page) => dialog(page).getByRole('textbox', { name: 'Link', exact: true });

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

test('the link, its length and its code are one press away, and Escape gives the focus back', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto('./#v=2&stage=prompt&t=0.3');
  await expect(page).toHaveTitle(/^Prompt: return the factorial of n/);
  const before = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ name }) => name.includes('ShareDialog')),
  );
  expect(before).toEqual([]);

  await openShare(page);
  const link = await linkField(page).inputValue();
  expect(link).toContain('stage=prompt');
  await expect(dialog(page).getByText(`${link.length} characters`)).toBeVisible();
  const code = dialog(page).getByRole('img', { name: 'QR code of this link' });
  await expect(code).toBeVisible();
  // The test's own server is one of those.
  await expect(dialog(page).getByText(/the page runs on this computer only/)).toBeVisible();

  await test.step('the code fills the window, with nothing on it, and stays dark on light in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await dialog(page).getByRole('button', { name: 'Fill the window' }).click();
    const box = await code.boundingBox();
    expect(box?.height).toBeGreaterThan(780);
    const fills = await code.evaluate((svg) => [...svg.children].map((part) => getComputedStyle(part).fill));
    expect(fills).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await expect(dialog(page).getByRole('button')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(linkField(page)).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Fill the window' })).toBeFocused();
  });

  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a class link opens a page without the hidden parts, keeps them hidden, and lets everything be shown', async ({
  page,
  context,
}) => {
  await page.goto('./#v=2&stage=pretrain');
  await openShare(page);
  await page.getByRole('radio', { name: 'Build a class link' }).check();
  await dialog(page).getByRole('combobox', { name: 'The link opens' }).selectOption({ label: 'Fine-tune' });
  for (const name of ['Navigation', 'Model strip', 'Settings', 'Notes', 'Training']) {
    await dialog(page).getByRole('checkbox', { name }).check();
  }
  await expect(dialog(page).getByText(/^In Fine-tune the class sees/)).toHaveText(
    /the class sees: story, what it reads, and recorded run\./,
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  const link = await linkField(page).inputValue();

  const pupil = await context.newPage();
  const complaints = watchConsole(pupil);
  const hasOnlyTheLesson = async (): Promise<void> => {
    await expect(pupil.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(pupil.getByRole('region', { name: 'A run that was recorded' })).toBeVisible();
    await expect(pupil.getByRole('navigation')).toHaveCount(0);
    await expect(pupil.getByRole('button', { name: 'Start training' })).toHaveCount(0);
    await expect(pupil.getByRole('spinbutton', { name: 'Steps' })).toHaveCount(0);
    await expect(pupil.getByRole('region', { name: 'Current model' })).toHaveCount(0);
  };
  await pupil.goto(link);
  await hasOnlyTheLesson();
  await pupil.reload();
  await hasOnlyTheLesson();

  await test.step('it is whole on a phone', async () => {
    await pupil.setViewportSize({ width: 320, height: 640 });
    expect(await pupil.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  await pupil.getByRole('button', { name: 'Show everything' }).click();
  await expect(pupil.getByRole('navigation')).toBeVisible();
  await expect(pupil.getByRole('button', { name: 'Start training' })).toBeVisible();
  await expect(pupil.getByRole('region', { name: 'Current model' })).toBeVisible();
  await expect(pupil.getByRole('button', { name: 'Show everything' })).toHaveCount(0);
  await expect(pupil.getByRole('main')).toBeFocused();
  await pupil.reload();
  await expect(pupil.getByRole('navigation')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what is hidden stays hidden from stage to stage', async ({ page }) => {
  await page.goto('./#v=2&stage=start&hide=strip');
  await page.getByRole('navigation').getByRole('link', { name: 'Evaluate', exact: true }).click();
  await expect(page).toHaveTitle(/^Evaluate/);
  await page.reload();
  await expect(page).toHaveTitle(/^Evaluate/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Current model' })).toHaveCount(0);
});

test('a link that is posted somewhere has a card whose picture is there', async ({ page, request }) => {
  await page.goto('./');
  const contents = await page
    .locator('meta[property^="og:"], meta[name^="twitter:"]')
    .evaluateAll((all) =>
      all.map((tag) => [
        tag.getAttribute('property') ?? tag.getAttribute('name'),
        tag.getAttribute('content'),
      ]),
    );
  const card = new Map(contents.map(([name, content]) => [name, content ?? '']));
  expect(card.get('og:title')).toBe('How did ChatGPT learn to code?');
  expect(card.get('twitter:card')).toBe('summary_large_image');
  for (const name of ['og:image', 'twitter:image']) {
    const answer = await request.get(new URL(card.get(name) ?? '', page.url()).href);
    expect(answer.ok()).toBe(true);
    const png = await answer.body();
    // A PNG says its width and height in bytes 16 to 23.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThanOrEqual(120_000);
  }
});
