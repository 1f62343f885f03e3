import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { planById } from '../../src/app/lesson/plans';
import { decodeLink } from '../../src/share/decode';
import { tabTo } from './keyboard';
import { watchConsole, watchRequests } from './watch';

const STEPS = planById('short').steps;
const COUNT = STEPS.length;
const link = (rest: string): string => `#v=2&b=wasm&present=1${rest}`;

test.use({ viewport: { width: 1920, height: 1080 } });

const bar = (page: Page) => page.getByRole('region', { name: 'Presenter' });
const blank = (page: Page) => page.getByRole('dialog', { name: 'Blank' });
const keyList = (page: Page) => page.getByRole('dialog', { name: 'Keys while presenting' });
const code = (page: Page) => page.getByRole('dialog', { name: 'Where we are now' });
const place = (page: Page) => bar(page).getByRole('status');
const at = (step: number): RegExp => new RegExp(`^${step + 1} of ${COUNT}: `);

async function present(page: Page, rest = '&plan=short.0'): Promise<void> {
  await page.goto(link(rest));
  await bar(page).waitFor();
}

/** The speaker's window of a projected page. */
async function openSpeaker(context: BrowserContext, page: Page): Promise<Page> {
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('w')]);
  await speaker.getByRole('group', { name: 'The projected page' }).waitFor();
  return speaker;
}

const noSidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** What the address says of the step: the whole of what is seen can be opened again from it. */
const opened = (page: Page) => decodeLink(new URL(page.url()).hash).state;

test('keys step through the whole of the 15-minute plan, and back', async ({ page }) => {
  const complaints = watchConsole(page);
  const foreign = watchRequests(page);
  await present(page);
  for (let step = 0; step < COUNT; step++) {
    await expect(place(page)).toHaveText(at(step));
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    expect(opened(page).plan).toEqual({ id: 'short', step });
    const isLook = opened(page).recording !== undefined;
    if (isLook) await expect(page.locator('#recorded')).toBeInViewport({ ratio: 0.3 });
    expect(await noSidewaysScroll(page)).toBe(true);
    await page.keyboard.press(['ArrowRight', 'Space', 'PageDown'][step % 3] ?? 'ArrowRight');
  }
  await expect(place(page)).toHaveText(at(COUNT - 1));
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Shift+Space');
  await expect(place(page)).toHaveText(at(COUNT - 3));
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the speaker window shows the notes of the step and drives the projected page', async ({
  page,
  context,
}) => {
  await present(page);
  const speaker = await openSpeaker(context, page);
  await expect(speaker.getByRole('heading', { level: 2 })).toHaveText('One prompt, three answers');
  await speaker.getByRole('button', { name: 'Next step' }).click();
  await expect(place(page)).toHaveText(at(1));
  await expect(speaker.getByRole('heading', { level: 2 })).toHaveText('Text becomes tokens');
  // Only the title is read out, not all there is to say.
  await expect(speaker.locator('[aria-live]')).toHaveText(['Text becomes tokens']);
  await expect(speaker.getByRole('button', { name: 'Previous step' })).toBeEnabled();
  await speaker.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(2));
  await page.keyboard.press('ArrowRight');
  await expect(speaker.getByText(`Now: 4 of ${COUNT}`)).toBeVisible();
  await speaker
    .getByRole('navigation', { name: 'All steps' })
    .getByRole('button', { name: /Ask the storyteller/ })
    .click();
  await expect(place(page)).toHaveText(at(5));
  await speaker.getByRole('button', { name: 'Blank' }).click();
  await expect(blank(page)).toBeVisible();
  await expect(speaker.getByText('The projected screen is blank.')).toBeVisible();
  await page.keyboard.press('b');
  await expect(blank(page)).toHaveCount(0);
  await speaker.getByRole('button', { name: 'Spotlight' }).click();
  await expect(page.getByTestId('spotlight')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('spotlight')).toHaveCount(0);
});

test('a frozen page stands still while the speaker goes on, and then catches up', async ({
  page,
  context,
}) => {
  await present(page, '&plan=short.1');
  const speaker = await openSpeaker(context, page);
  await page.keyboard.press('f');
  await expect(place(page)).toContainText('Frozen at 2');
  await speaker.getByRole('button', { name: 'Next step' }).click();
  await speaker.getByRole('button', { name: 'Next step' }).click();
  await expect(speaker.getByText(`Now: 4 of ${COUNT}`)).toBeVisible();
  expect(opened(page)).toMatchObject({ stage: 'tokenize', plan: { id: 'short', step: 1 } });
  await speaker.getByRole('button', { name: 'Freeze' }).click();
  await expect(place(page)).toHaveText(at(3));
});

test('a reload in the middle comes back to the step, the clock and both windows', async ({
  page,
  context,
}) => {
  await present(page);
  const speaker = await openSpeaker(context, page);
  for (let step = 0; step < 5; step++) await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(5));
  const passed = speaker.getByRole('timer');
  await expect(passed).not.toHaveText('0:00');
  await page.reload();
  await expect(place(page)).toHaveText(at(5));
  await expect(page.getByText('Three ages, one request')).toBeVisible();
  await expect(bar(page)).not.toContainText(/(^|\s)0:00 ·/);
  await speaker.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(6));
  await speaker.reload();
  await expect(speaker.getByText(`Now: 7 of ${COUNT}`)).toBeVisible();
  await page.close();
  await expect(speaker.getByText('The projected page is closed or was left.')).toBeVisible();
  const again = await context.newPage();
  await again.goto('teach.html');
  await again.getByRole('link', { name: 'Start “A quarter of an hour”' }).click();
  await expect(place(again)).toHaveText(at(0));
});

test('what a link hides stays hidden while presenting', async ({ page }) => {
  await present(page, '&plan=short.0&hide=strip.settings.gallery.notes.training');
  const hidden = [
    page.getByRole('region', { name: 'Current model' }),
    page.getByText('Gallery', { exact: true }),
    page.getByRole('heading', { name: 'How answer 1 is picked' }),
    page.getByRole('button', { name: 'Start training' }),
  ];
  for (let step = 0; step < COUNT; step++) {
    await expect(place(page)).toHaveText(at(step));
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    expect(opened(page).hide).toEqual(['strip', 'settings', 'gallery', 'notes', 'training']);
    for (const part of hidden) await expect(part).toHaveCount(0);
    await page.keyboard.press('PageDown');
  }
});

test('P presents without a plan, from stage to stage, and ends it again', async ({ page }) => {
  await page.goto('#v=2&stage=tokenize&b=wasm');
  await page.getByRole('heading', { name: 'Text becomes tokens' }).waitFor();
  await page.keyboard.press('p');
  await expect(place(page)).toHaveText(/^2 of 7: Tokenize$/);
  await page.keyboard.press('ArrowRight');
  await expect(place(page)).toHaveText(/^3 of 7: Pretrain$/);
  await page.keyboard.press('?');
  await expect(keyList(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(code(page).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(bar(page)).toHaveCount(0);
  expect(opened(page).present).toBeUndefined();
});

test('a click leaves the keys to the presenter; who goes by keys can press and move what has the focus', async ({
  page,
}) => {
  await present(page);
  await page.mouse.move(900, 900);
  await bar(page).getByRole('button', { name: 'Spotlight' }).click();
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText(at(1));
  await expect(page.getByTestId('spotlight')).toBeAttached();
  // A slider and a term, as a mouse leaves them.
  await page.keyboard.press('n');
  for (let step = 1; step < 3; step++) await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(3));
  const slider = page.locator('#recorded').getByRole('slider').first();
  await slider.click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('ArrowRight');
  await expect(place(page)).toHaveText(at(4));
  await page.keyboard.press('ArrowLeft');
  await expect(place(page)).toHaveText(at(3));
  const term = page.locator('main [data-term]:visible').first();
  await term.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText(at(4));
  // By keys.
  await tabTo(page, slider);
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).not.toHaveValue(before);
  await expect(place(page)).toHaveText(at(4));
  const freeze = bar(page).getByRole('button', { name: 'Freeze' });
  await tabTo(page, freeze);
  await page.keyboard.press('Space');
  await expect(freeze).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText(at(4));
});

test('a step that was picked in the speaker window is not picked again by the space bar', async ({
  page,
  context,
}) => {
  await present(page);
  const speaker = await openSpeaker(context, page);
  const list = speaker.getByRole('navigation', { name: 'All steps' }).getByRole('button');
  await list.nth(4).click();
  await expect(place(page)).toHaveText(at(4));
  await speaker.keyboard.press('ArrowRight');
  await expect(place(page)).toHaveText(at(5));
  await speaker.keyboard.press('Space');
  await expect(place(page)).toHaveText(at(6));
  await tabTo(speaker, list.nth(2));
  await speaker.keyboard.press('Space');
  await expect(place(page)).toHaveText(at(2));
  // A key that is held down is one press.
  await speaker.keyboard.down('ArrowRight');
  for (let repeat = 0; repeat < 4; repeat++) await speaker.keyboard.down('ArrowRight');
  await speaker.keyboard.up('ArrowRight');
  await page.bringToFront();
  await page.keyboard.down('PageDown');
  for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await expect(place(page)).toHaveText(at(4));
  await page.waitForTimeout(500);
  await expect(place(page)).toHaveText(at(4));
});

test('what the presenter lays over the page does not stop a clicker', async ({ page, context }) => {
  await present(page);
  await page.keyboard.press('q');
  await expect(code(page)).toBeVisible();
  await page.keyboard.press('q');
  await expect(code(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await page.keyboard.press('?');
  await expect(keyList(page)).toHaveCount(0);
  for (const [step, key] of ['PageDown', 'Space', 'ArrowRight'].entries()) {
    await page.keyboard.press('q');
    await expect(code(page)).toBeVisible();
    await page.keyboard.press(key);
    await expect(place(page)).toHaveText(at(step + 1));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('?');
  await page.keyboard.press('b');
  await expect(blank(page)).toBeVisible();
  await expect(keyList(page)).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const speaker = await openSpeaker(context, page);
  await page.bringToFront();
  await page.keyboard.press('?');
  await speaker.getByRole('button', { name: 'Close the list' }).click();
  await expect(keyList(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(keyList(page)).toBeVisible();
  await speaker.keyboard.press('Escape');
  await expect(keyList(page)).toHaveCount(0);
});

test('a blank screen covers everything, and nothing beneath can be pressed', async ({ page, context }) => {
  await present(page, '&stage=pretrain');
  const speaker = await openSpeaker(context, page);
  await page.bringToFront();
  const start = page.getByRole('main').getByRole('button', { name: 'Start training' });
  await start.focus();
  await page.keyboard.press('b');
  await expect(blank(page)).toBeVisible();
  for (const key of ['Enter', 'Tab', 'Enter', 'Space', 'b']) await page.keyboard.press(key);
  await expect(blank(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(blank(page)).toHaveCount(0);
  expect(opened(page).stage).toBe('fine-tune');
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  // A dialog of the page keeps the keys, and is covered all the same.
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Of the page';
    document.body.append(dialog);
    dialog.showModal();
  });
  for (const key of ['PageDown', 'PageUp', 'b', 'p']) await page.keyboard.press(key);
  await expect(page.getByText('Of the page')).toBeVisible();
  expect(opened(page).stage).toBe('fine-tune');
  await speaker.getByRole('button', { name: 'Blank' }).click();
  await expect(blank(page)).toBeVisible();
  const topmost = await page.evaluate(() => document.elementFromPoint(960, 540)?.getAttribute('aria-label'));
  expect(topmost).toBe('Blank');
  await page.keyboard.press('b');
  await expect(blank(page)).toHaveCount(0);
  await expect(page.getByText('Of the page')).toBeVisible();
});

test('P comes back to the step where presenting was stopped, with its clock', async ({ page }) => {
  await present(page, '&plan=short.4');
  await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(5));
  await expect(bar(page)).not.toContainText(/(^|\D)0:00 ·/);
  await page.mouse.move(900, 900);
  await bar(page).getByRole('button', { name: 'Stop presenting' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeFocused();
  expect(opened(page)).not.toHaveProperty('plan');
  await page.getByRole('navigation').getByRole('link', { name: 'Tokenize', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Text becomes tokens' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(place(page)).toHaveText(at(5));
  await expect(page.getByText('Three ages, one request')).toBeVisible();
  await expect(bar(page)).not.toContainText(/(^|\D)0:00 ·/);
  await page.keyboard.press('p');
  await page.keyboard.press('Shift+P');
  await expect(place(page)).toHaveText(/^5 of 7: Prompt$/);
  await expect(bar(page)).toContainText('0:00');
});

test('Back goes back to the step before, within one stage as well', async ({ page }) => {
  await present(page, '&plan=short.8');
  await expect(place(page)).toHaveText(at(8));
  await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(9));
  await page.goBack();
  await expect(place(page)).toHaveText(at(8));
  await page.goForward();
  await expect(place(page)).toHaveText(at(9));
});

test('a reload keeps what the page was frozen at, and what lay over it', async ({ page }) => {
  await present(page, '&plan=short.2');
  for (const key of ['n', 's', 'f', 'PageDown', 'PageDown', 'b']) await page.keyboard.press(key);
  await expect(blank(page)).toBeVisible();
  await page.reload();
  await expect(blank(page)).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByTestId('spotlight')).toBeAttached();
  await expect(page.locator('html')).toHaveAttribute('data-story', 'unfolded');
  await expect(place(page)).toContainText('Frozen at 3');
  await page.keyboard.press('f');
  await expect(place(page)).toHaveText(at(4));
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(place(page)).toHaveText(at(4));
  await expect(page.getByTestId('spotlight')).toHaveCount(0);
});

test('where the code of the presenter does not arrive, the page is as it was', async ({ page }) => {
  await page.route(/assets\/Presenter-.*\.js/, (route) => route.abort());
  await page.goto(link('&plan=short.2'));
  await expect(page.getByText('The page could not open the presenter')).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-projector');
  await expect(
    page.getByRole('navigation').getByRole('link', { name: 'Tokenize', exact: true }),
  ).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  await page.getByRole('navigation').getByRole('link', { name: 'Tokenize', exact: true }).waitFor();
  await page.keyboard.press('p');
  await expect(place(page)).toHaveText(at(2));
});

test('the bar takes no presses while it rests', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 1280, height: 720 },
    serviceWorkers: 'block',
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await present(page);
  const stop = await bar(page).getByRole('button', { name: 'Stop presenting' }).boundingBox();
  if (!stop) throw new Error('Expected a place for the button');
  const tap = () => page.touchscreen.tap(stop.x + stop.width / 2, stop.y + stop.height / 2);
  await expect(bar(page)).not.toHaveAttribute('data-awake');
  await tap();
  await expect(bar(page)).toHaveAttribute('data-awake');
  await page.waitForTimeout(600);
  await expect(bar(page)).toBeVisible();
  await tap();
  await expect(bar(page)).toHaveCount(0);
  await context.close();
});

test('the bar stays while the keyboard is in it, not because of a click', async ({ page }) => {
  await present(page);
  await page.mouse.move(900, 900);
  await bar(page).getByRole('button', { name: 'Story' }).click();
  await page.mouse.move(900, 200);
  await expect(bar(page)).not.toHaveAttribute('data-awake');
  await page.keyboard.press('Tab');
  await expect(bar(page)).toHaveAttribute('data-awake');
  await page.waitForTimeout(4500);
  await expect(bar(page)).toHaveAttribute('data-awake');
});

test('a speaker window finds a lesson that was opened anew, and obeys one of two tabs', async ({
  page,
  context,
}) => {
  await present(page);
  const speaker = await openSpeaker(context, page);
  const pair = new URL(speaker.url()).hash.slice(1);
  // As "Duplicate tab" does: a second page with all that the first one keeps.
  const twin = await context.newPage();
  await twin.addInitScript((name) => sessionStorage.setItem('presenter-pair', name), pair);
  await present(twin, '&plan=short.3');
  await expect
    .poll(() => twin.evaluate(() => sessionStorage.getItem('presenter-pair')), { timeout: 10_000 })
    .not.toBe(pair);
  await speaker.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(at(1));
  await expect(place(twin)).toHaveText(at(3));
  await page.close();
  await expect(speaker.getByText('The projected page is closed or was left.')).toBeVisible();
  await expect(speaker.getByText(`Now: 4 of ${COUNT}`)).toBeVisible({ timeout: 15_000 });
  await speaker.keyboard.press('PageDown');
  await expect(place(twin)).toHaveText(at(4));
});

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

test('axe finds nothing in both windows, the dialogs and the page for teachers', async ({
  page,
  context,
}) => {
  const complaints = async (of: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: of }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await present(page, '&plan=short.2');
  const speaker = await openSpeaker(context, page);
  const teach = await context.newPage();
  await teach.goto('teach.html');
  await teach.locator('summary').first().click();
  for (const { colorScheme, forcedColors } of LOOKS) {
    for (const each of [page, speaker, teach]) {
      await each.emulateMedia({ colorScheme, forcedColors });
      expect(await complaints(each)).toEqual([]);
    }
    await page.bringToFront();
    for (const key of ['?', 'q']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    for (const each of [page, speaker, teach]) {
      await each.setViewportSize(size);
      expect(await noSidewaysScroll(each)).toBe(true);
    }
  }
});

test('every step of every plan opens without a complaint', async ({ page }) => {
  const complaints = watchConsole(page);
  const longest = planById('double').steps;
  await present(page, '&plan=double.0');
  for (let step = 0; step < longest.length; step++) {
    await expect(place(page)).toHaveText(new RegExp(`^${step + 1} of ${longest.length}: `));
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByRole('region', { name: 'Messages' }).getByRole('listitem')).toHaveCount(0);
    await page.keyboard.press('PageDown');
  }
  expect(complaints).toEqual([]);
});
