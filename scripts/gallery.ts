/**
 * `npm run gallery`: pictures of every stage of the built app, in every state, on every screen, by day and by night.
 *
 *   npm run gallery                                       all of them, into .cache/gallery
 *   npm run gallery -- --stage prompt --mode phone        what the names begin with; also --state
 *   node scripts/run.mjs scripts/gallery.ts --build DIR   of another build
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { preview } from 'vite';
import { findChromium } from './chromium.mjs';
import { MODES, type Mode } from './gallery/modes';
import { SCENES, type Scene } from './gallery/scenes';

const OUT = '.cache/gallery';
const PORT = 4179;
const SITE = `http://localhost:${PORT}/`;
/** For one step of a scene, on two busy cores. */
const PATIENCE_MS = 60_000;
/** What has just appeared has come to rest by then. */
const REST_MS = 400;
/** What is drawn only once it is scrolled to would be blank on a picture of the whole page. */
const STYLE = '* { content-visibility: visible !important; }';

async function open(browser: Browser, scene: Scene, mode: Mode): Promise<{ page: Page; look?: string }> {
  const { width, height, colorScheme } = mode;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (scene.missing) await context.route(scene.missing, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${SITE}${scene.link}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.addStyleTag({ content: STYLE });
  const refusal = page.getByRole('button', { name: 'No, thanks' });
  if (await refusal.isVisible()) await refusal.click();
  const look = await scene.bring?.(page);
  return look === undefined ? { page } : { page, look };
}

/** Presses P where it is no letter. */
async function present(page: Page): Promise<void> {
  const bar = page.getByRole('region', { name: 'Presenter' });
  if (await bar.isVisible()) return;
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('p');
  await bar.waitFor();
}

async function picture(page: Page, look: string | undefined, scene: Scene, mode: Mode): Promise<void> {
  const { width, height, colorScheme, presents } = mode;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  if (presents) await present(page);
  await page.mouse.move(0, 0);
  if (!presents) await page.evaluate(() => window.scrollTo(0, 0));
  else if (look)
    await page
      .locator(look)
      .first()
      .evaluate((element) => element.scrollIntoView());
  await page.waitForTimeout(REST_MS);
  const path = join(OUT, `${scene.stage}-${scene.state}-${mode.name}.png`);
  await page.screenshot({ path, fullPage: !presents });
  console.log(path);
}

/** Makes a state once and looks at it in every mode, or once for each mode where it does not last. */
async function draw(browser: Browser, scene: Scene, modes: readonly Mode[]): Promise<void> {
  const groups = scene.isShort ? modes.map((mode) => [mode]) : [modes];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const { page, look } = await open(browser, scene, first);
    for (const mode of group) await picture(page, look, scene, mode);
    await page.context().close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stage: { type: 'string', default: '' },
      state: { type: 'string', default: '' },
      mode: { type: 'string', default: '' },
      build: { type: 'string', default: 'dist' },
    },
  });
  const scenes = SCENES.filter(
    ({ stage, state }) => stage.startsWith(values.stage) && state.startsWith(values.state),
  );
  mkdirSync(OUT, { recursive: true });
  const server = await preview({
    build: { outDir: values.build },
    preview: { port: PORT, strictPort: true },
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  });
  const failed: string[] = [];
  for (const scene of scenes) {
    const modes = MODES.filter(
      ({ name, presents }) =>
        name.startsWith(values.mode) && scene.presenter !== (presents ? 'never' : 'only'),
    );
    await draw(browser, scene, modes).catch((error: unknown) => {
      failed.push(`${scene.stage}-${scene.state}: ${String(error)}`);
    });
  }
  await browser.close();
  await server.close();
  if (failed.length > 0) throw new Error(`not drawn:\n${failed.join('\n')}`);
}
