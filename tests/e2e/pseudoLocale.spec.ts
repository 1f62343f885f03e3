import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';

const outDir = mkdtempSync(join(tmpdir(), 'pseudo-'));
let server: PreviewServer;
let address = '';

/** The page in the language of scripts/pseudoLocale.ts: a third longer, as German may be. */
test.beforeAll(async () => {
  const before = process.env['LOCALE'];
  process.env['LOCALE'] = 'pseudo';
  try {
    await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  } finally {
    if (before === undefined) delete process.env['LOCALE'];
    else process.env['LOCALE'] = before;
  }
  server = await preview({
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  address = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
});

/** Texts of controls that are wider than their box, as far as a reader can see them. */
function clippedControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, summary, a, legend, label')]
      .filter((control) => control.checkVisibility() && getComputedStyle(control).display !== 'inline')
      .filter((control) => !control.closest('.visually-hidden') && control.clientWidth > 1)
      .filter((control) => control.scrollWidth > control.clientWidth + 1)
      .map(({ textContent, clientWidth, scrollWidth }) => `${textContent}: ${scrollWidth} in ${clientWidth}`),
  );
}

for (const width of [1440, 390]) {
  test(`longer words fit on every stage at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    const links = page.locator('nav ol a');
    await expect(links.first()).toBeAttached();
    const stages = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(stages.length).toBeGreaterThanOrEqual(7);
    for (const stage of stages) {
      await page.goto(`${address}${stage.replace(/^\.\//, '')}`);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText(/[àéîôû]/);
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), stage).toBeLessThanOrEqual(
        width,
      );
      expect(await clippedControls(page), stage).toEqual([]);
    }
    // The check itself sees a control that is too narrow.
    await page.addStyleTag({ content: 'button { width: 2rem !important; white-space: nowrap }' });
    expect(await clippedControls(page)).not.toEqual([]);
  });
}

test('the pages are in the language of the build before their code runs, and after', async ({
  browser,
  page,
}) => {
  const withoutCode = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const name of ['', 'teach.html', 'speaker.html']) {
    await withoutCode.goto(`${address}${name}`);
    const said = [await withoutCode.title(), (await withoutCode.locator('noscript').textContent()) ?? ''];
    for (const meta of await withoutCode.locator('meta[name="description"], meta[property="og:title"]').all())
      said.push((await meta.getAttribute('content')) ?? '');
    expect(said.filter((words) => !/[àéîôû]/.test(words) || /[aeiou]/.test(words))).toEqual([]);
    await expect(withoutCode.locator('html')).toHaveAttribute('lang', 'en-XA');
    await page.goto(`${address}${name}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[àéîôû]/);
    expect(await page.title()).toMatch(/^[^aeiou]*[àéîôû][^aeiou]*$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  }
  await withoutCode.context().close();
});

test('the glossary opens, finds, and leads to a stage, and Escape gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  const opener = page.locator('footer').getByRole('button', { name: /Ĝļôôššààŕý/ });
  await opener.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  expect(await clippedControls(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('searchbox').fill('ɱééŕĝéé');
  await expect(dialog.getByRole('listitem').first()).toContainText('ɱééŕĝéé');
  await dialog.getByRole('listitem').first().getByRole('button').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(page.url()).toContain('tokenize');
});
