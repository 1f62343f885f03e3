import { expect, test, type Browser, type Page } from '@playwright/test';
import { GALLERY } from '../../src/corpora/gallery';
import type { GalleryPreset } from '../../src/corpora/gallery/preset';
import { presetLink } from '../../src/stages/40-prompt/presetLink';
import { watchConsole } from './watch';

/**
 * All presets with `GALLERY=all`, which takes five minutes where WebGL is drawn by software; else one of each theme.
 * What all of them write is checked without a browser, in tests/golden/gallery.test.ts.
 */
const isAll = process.env['GALLERY'] === 'all';
const PRESETS = GALLERY.filter(
  (preset, i) => isAll || GALLERY.findIndex(({ theme }) => theme === preset.theme) === i,
);

/** What the lanes of a page wrote, once each has ended. */
async function texts(page: Page, count: number): Promise<string[]> {
  await expect(page.getByText(/^It (ended here by itself|reached the length)/)).toHaveCount(count, {
    timeout: 120_000,
  });
  return page.getByRole('region', { name: /^Output/ }).allInnerTexts();
}

/** Opens a preset by its link in a fresh profile, as somebody who was sent it. */
async function open(browser: Browser, preset: GalleryPreset, backend: 'wasm' | 'webgl') {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = watchConsole(page);
    const begun = Date.now();
    await page.goto(`./${presetLink(preset, true)}&b=${backend}`);
    const written = await texts(page, preset.lanes.length);
    const ms = Date.now() - begun;
    expect(complaints).toEqual([]);
    await expect(page.locator('#gallery-question')).toBeVisible();
    return { written, ms };
  } finally {
    await context.close();
  }
}

const byId = new Map<string, readonly string[]>();

test('presets of the gallery open by their links in a fresh profile and write their answers', async ({
  browser,
}) => {
  const times: { id: string; ms: number }[] = [];
  for (const preset of PRESETS) {
    const { written, ms } = await open(browser, preset, 'wasm');
    byId.set(preset.id, written);
    times.push({ id: preset.id, ms });
    for (const text of written) expect(text.trim(), preset.id).not.toBe('');
  }
  times.sort((a, b) => b.ms - a.ms);
  const [slowest] = times;
  const middle = times[Math.floor(times.length / 2)];
  console.log(
    `from link to last word on WASM: middle ${middle?.ms} ms, slowest ${slowest?.ms} ms (${slowest?.id})`,
  );
});

test('a preset writes the very same on WebGL as on WASM', async ({ browser }) => {
  test.setTimeout(30 * 60_000);
  for (const preset of PRESETS) {
    const wasm = byId.get(preset.id) ?? (await open(browser, preset, 'wasm')).written;
    const { written, ms } = await open(browser, preset, 'webgl');
    if (isAll) console.log(`${preset.id}: ${ms} ms on WebGL`);
    expect(written, preset.id).toEqual(wasm);
  }
});
