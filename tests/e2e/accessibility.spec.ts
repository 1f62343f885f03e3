import { expect, test, type Page } from '@playwright/test';
import { axeFindings, LOOKS, lostFocus, motion, overhang, resize, smallTargets, unfold } from './pageChecks';
import { visit } from './watch';

const STAGES = ['Start', 'Tokenize', 'Pretrain', 'Fine-tune', 'Prompt', 'Evaluate', 'Conclusion'];
const DESKTOP = [1440, 900] as const;

/** Reads a page in every look. */
async function read(page: Page, state: string): Promise<void> {
  for (const { name, ...look } of LOOKS) {
    await page.emulateMedia(look);
    const rules = name === 'light' ? 'all' : 'colours';
    expect.soft(await axeFindings(page, rules), `${state}: axe, ${name}`).toEqual([]);
  }
}

/** Looks at a page, all of it unfolded, as every reader may have it. */
async function inspect(page: Page, state: string): Promise<void> {
  await unfold(page);
  await read(page, state);
  for (const { name, ...look } of LOOKS) {
    await page.emulateMedia(look);
    expect.soft(await lostFocus(page), `${state}: the focus, ${name}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  expect.soft(await motion(page), `${state}: motion`).toEqual([]);
  await page.emulateMedia({ reducedMotion: null });
  // 720 is a window of 1440 at 200 %, 320 one of 1280 at 400 %, 390 a phone.
  for (const width of [720, 390, 320]) {
    await resize(page, width, 844);
    expect.soft(await overhang(page), `${state}: sideways at ${width}`).toBeLessThanOrEqual(0);
    if (width === 390) expect.soft(await smallTargets(page), `${state}: targets`).toEqual([]);
  }
  await resize(page, ...DESKTOP);
}

test('every stage, before anything was done, is open to everybody', async ({ page }) => {
  await page.goto('./#v=2&stage=start&b=wasm');
  for (const stage of STAGES) {
    await visit(page, stage);
    await page.waitForLoadState('networkidle');
    await unfold(page);
    await read(page, stage);
    await resize(page, 320, 640);
    expect.soft(await overhang(page), `${stage}: sideways`).toBeLessThanOrEqual(0);
    await resize(page, ...DESKTOP);
  }
});

async function train(page: Page): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('20');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 60_000 });
}

test('every stage, after something was done in it, is open to everybody', async ({ page }) => {
  await page.goto('./#v=2&stage=start&b=wasm');
  await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });
  await inspect(page, 'Start, answered');

  await visit(page, 'Tokenize');
  await page.getByRole('textbox', { name: 'Your text' }).fill('def f(n):\n    return n 🙂');
  await page.getByRole('main').getByRole('radio').first().check();
  await inspect(page, 'Tokenize, read');

  await visit(page, 'Pretrain');
  await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('radio', { name: /25/ }).first().check();
  await train(page);
  const live = page.getByRole('region', { name: 'What it learns' });
  await expect(
    live.getByRole('img', { name: /loss fell from [\d.]+ to [\d.]+ bits per byte/ }),
  ).toBeVisible();
  await inspect(page, 'Pretrain, trained');
  await expect(live.getByRole('columnheader', { name: 'Step' }).first()).toBeVisible();

  await visit(page, 'Fine-tune');
  await train(page);
  await inspect(page, 'Fine-tune, trained');

  await visit(page, 'Prompt');
  await page.getByRole('button', { name: 'Generate' }).first().click();
  await expect(page.getByText(/^It (ended here by itself|reached the length)/)).toBeVisible({
    timeout: 60_000,
  });
  await inspect(page, 'Prompt, answered');

  await visit(page, 'Evaluate');
  await page.getByRole('slider', { name: 'Tasks of each kind' }).press('Home');
  await page.getByRole('slider', { name: 'Answers to each task' }).press('Home');
  await page.getByRole('button', { name: 'Run evaluation' }).click();
  const grid = page.getByRole('region', { name: 'Results', exact: true }).getByRole('grid');
  await expect(page.getByText(/^Done: /)).toBeVisible({ timeout: 60_000 });
  await grid.getByRole('button').first().click();
  await inspect(page, 'Evaluate, examined');

  await visit(page, 'Conclusion');
  await inspect(page, 'Conclusion, with all that was done');
});

test('every dialog and a term are open to everybody', async ({ page }) => {
  await page.goto('./#v=2&stage=start&b=wasm');
  await expect(page.getByText(/stops here/).first()).toBeVisible({ timeout: 30_000 });
  const lookAround = async (state: string): Promise<void> => {
    await read(page, state);
    expect.soft(await lostFocus(page), `${state}: the focus`).toEqual([]);
    // A phone, and a window of 1280 by 1024 at 400 %.
    for (const [width, height] of [
      [390, 844],
      [320, 256],
    ] as const) {
      await resize(page, width, height);
      expect.soft(await overhang(page), `${state}: sideways`).toBeLessThanOrEqual(0);
      expect.soft(await smallTargets(page), `${state}: targets`).toEqual([]);
      expect.soft(await lostFocus(page), `${state}: the focus at ${width}`).toEqual([]);
    }
    await resize(page, ...DESKTOP);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const foot = page.getByRole('contentinfo');
  await foot.getByRole('button', { name: 'Help and keys' }).click();
  await lookAround('Help');
  await foot.getByRole('button', { name: 'Glossary' }).click();
  await lookAround('Glossary');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await lookAround('Share');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('radio', { name: 'Build a class link' }).check();
  await lookAround('Share, for a class');
  await foot.getByRole('button', { name: 'Help and keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the tour' }).click();
  await lookAround('The tour');
  await expect(page.getByRole('main')).toBeFocused();

  await page.locator('main [data-term]:visible').first().press('Enter');
  await expect(page.getByRole('note')).toBeFocused();
  await read(page, 'A term');

  await page.goto('./?presented#v=2&stage=prompt&b=wasm&present=1');
  await expect(page.getByRole('region', { name: 'Presenter' })).toBeVisible();
  await unfold(page);
  // The bar takes no presses while it comes; tests/e2e/presenter.spec.ts holds that it comes for the keyboard.
  expect.soft(await lostFocus(page, 'main'), 'presented: the focus').toEqual([]);
});

test('the checks above see what is wrong', async ({ page }) => {
  await page.goto('./#v=2&stage=tokenize&b=wasm');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const plant = (content: string) => page.addStyleTag({ content });
  await plant('button { height: 20px !important; min-height: 0 !important; padding: 0 !important }');
  await expect.poll(() => smallTargets(page)).not.toEqual([]);
  await plant('@keyframes move { to { translate: 9px } } main { animation: move 9s infinite }');
  await expect.poll(() => motion(page)).not.toEqual([]);
  await plant('main { min-width: 3000px !important }');
  await expect.poll(() => overhang(page)).toBeGreaterThan(0);
  await plant('* { outline: none !important; box-shadow: none !important }');
  await expect.poll(async () => (await lostFocus(page)).join()).toContain('no sign on');
  await plant('body::after { position: fixed; inset: 0; z-index: 99; background: white; content: "" }');
  await expect.poll(async () => (await lostFocus(page)).join()).toContain('hidden: ');
});

test('a change of stage moves the focus to its heading and names the page', async ({ page }) => {
  await page.goto('./');
  await visit(page, 'Pretrain');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^Pretrain/);
  await page.goBack();
  await expect(page).not.toHaveTitle(/^Pretrain/);
});
