import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { planById } from '../../src/app/lesson/plans';
import { decodeLink } from '../../src/share/decode';
import { watchConsole, watchRequests } from './watch';

const STEPS = planById('short').steps;
const COUNT = STEPS.length;
const link = (rest: string): string => `#v=2&b=wasm&present=1${rest}`;

test.use({ viewport: { width: 1920, height: 1080 } });

const bar = (page: Page) => page.getByRole('region', { name: 'Presenter' });
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
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(speaker.getByText('The projected screen is blank.')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('alert')).toHaveCount(0);
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
  await expect(page.getByRole('dialog', { name: 'Keys while presenting' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(page.getByRole('dialog', { name: 'Where we are now' }).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(bar(page)).toHaveCount(0);
  expect(opened(page).present).toBeUndefined();
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
