import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { SiteCopy } from './siteCopy';
import { visit, watchConsole } from './watch';

const test = base.extend<{ site: SiteCopy }>({
  site: async ({ baseURL }, provide) => {
    const site = new SiteCopy(baseURL ?? '');
    await site.open();
    await provide(site);
    await site.vanish().catch(() => undefined);
  },
});

test.use({ serviceWorkers: 'allow' });

const summary = (page: Page, text: RegExp): Locator =>
  page.getByRole('contentinfo').locator('summary').filter({ hasText: text });

/** Visits the page until it says that it would open without a connection. */
async function firstVisit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(summary(page, /^Works without a connection/)).toBeVisible({ timeout: 60_000 });
}

async function prepare(page: Page): Promise<void> {
  await summary(page, /prepare for class/).click();
  await page.getByRole('button', { name: /^Prepare this device for class \(\d+ MB\)/ }).click();
  await expect(summary(page, /^Ready for class/)).toBeVisible({ timeout: 120_000 });
}

async function startAnswers(page: Page): Promise<void> {
  const code = page.getByRole('region', { name: /fine-tuned/i }).locator('pre');
  await expect(code).toContainText('return', { timeout: 60_000 });
}

const description = (page: Page): Promise<string | null> =>
  page.locator('meta[name="description"]').getAttribute('content');

const offer = (page: Page): Locator => page.getByText(/^A new version of this page is here/);

const recorded = (page: Page): Locator => page.getByRole('region', { name: 'A run that was recorded' });

/** Lets the page look for a newer version, as the browser does from time to time. */
const lookForNewer = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

const RECORDINGS = ['recordings/nano.json', 'recordings/small.json', 'recordings/shipped.json'];

async function training(page: Page): Promise<number> {
  return Number(await page.locator('progress').first().getAttribute('value'));
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);
}

test('after one visit and one press the whole lesson works with the network off and the server gone', async ({
  page,
  context,
  site,
}) => {
  await firstVisit(page, site.url);
  const started = performance.now();
  await prepare(page);
  console.log(`prepared in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(await axe(page)).toEqual([]);

  await context.setOffline(true);
  await site.vanish();
  const complaints = watchConsole(page);
  await page.reload();
  await startAnswers(page);

  await test.step('a prompt is answered by the large model', async () => {
    await visit(page, 'Prompt');
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('shipped-fine-tuned');
    await page.getByRole('textbox', { name: 'Prompt' }).fill('def add(a, b):');
    await page.getByRole('button', { name: 'Generate' }).click();
    await expect(page.getByText(/It ended here by itself|It reached the length/)).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('a model is trained', async () => {
    await visit(page, 'Pretrain');
    await page.getByRole('radio', { name: /pico/ }).check();
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('20');
    await page.getByRole('button', { name: 'Start training' }).click();
    await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 120_000 });
  });

  await test.step('a recorded run opens', async () => {
    const recorded = page.getByRole('region', { name: 'A run that was recorded' });
    await expect(recorded.getByRole('slider', { name: 'Saved point' })).toBeVisible({ timeout: 30_000 });
    await expect(recorded.getByText(/^What it wrote after/)).toBeVisible();
  });

  await test.step('a real Python judges', async () => {
    await visit(page, 'Evaluate');
    await page.getByRole('slider', { name: 'Tasks of each kind' }).fill('1');
    await page.getByRole('slider', { name: 'Answers to each task' }).fill('1');
    await page.getByRole('button', { name: 'Run evaluation' }).click();
    await expect(page.getByText(/^Done: all \d+ programs are judged/)).toBeVisible({ timeout: 120_000 });
  });

  await test.step("the speaker's window and the page for teachers open", async () => {
    for (const name of ['speaker.html', 'teach.html']) {
      await page.goto(site.url + name);
      await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    }
  });
  expect(complaints).toEqual([]);
});

test('nothing is fetched for it before the first answers, and a device can be cleared again', async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  await startAnswers(page);
  expect(site.asked.filter((path) => /sw\.js|OfflineStatus/.test(path))).toEqual([]);
  await expect(summary(page, /^Works without a connection/)).toBeVisible({ timeout: 60_000 });
  await prepare(page);
  await page.getByRole('button', { name: /^Remove again \(\d+ MB\)/ }).click();
  await expect(page.getByRole('button', { name: /^Prepare this device for class \(\d+ MB\)/ })).toBeVisible();
});

test('when the connection is lost in the middle, what came stays and the rest comes later', async ({
  page,
  context,
  site,
}) => {
  await firstVisit(page, site.url);
  let count = 0;
  await context.route(/small-fine-tuned-|recordings/, async (route) => {
    count += 1;
    if (count > 2) await route.abort('internetdisconnected');
    else await route.continue();
  });
  await summary(page, /prepare for class/).click();
  await page.getByRole('button', { name: /^Prepare this device/ }).click();
  await expect(page.getByText(/What came stays here\. Go on when the connection is back\./)).toBeVisible({
    timeout: 60_000,
  });
  await context.unroute(/small-fine-tuned-|recordings/);
  await page.getByRole('button', { name: /^Go on preparing \([\d.]+ MB missing\)/ }).click();
  await expect(summary(page, /^Ready for class/)).toBeVisible({ timeout: 120_000 });
});

test('a new version is announced, interrupts nothing, and waits for the reader', async ({ page, site }) => {
  await firstVisit(page, `${site.url}#v=1&stage=pretrain`);
  const before = await description(page);
  await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('5000');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect.poll(() => training(page), { timeout: 60_000 }).toBeGreaterThan(3);

  await site.publish('The second version.');
  await lookForNewer(page);
  await expect(offer(page)).toBeVisible({ timeout: 30_000 });
  expect(await axe(page)).toEqual([]);
  const announced = await training(page);
  await expect.poll(() => training(page), { timeout: 30_000 }).toBeGreaterThan(announced);

  await page.getByRole('button', { name: 'Later' }).click();
  await expect(offer(page)).toBeHidden();
  // A plain reload goes back to the last autosave, and those come every ten seconds.
  await page.waitForTimeout(12_000);
  await page.reload();
  expect(await description(page), 'a reload in mid-lesson stays with its version').toBe(before);
  await expect.poll(() => training(page), { timeout: 60_000 }).toBeGreaterThan(announced);

  await expect(offer(page)).toBeVisible({ timeout: 30_000 });
  const pressed = await training(page);
  await page.getByRole('button', { name: 'Load it now' }).click();
  await expect.poll(() => description(page), { timeout: 30_000 }).toBe('The second version.');
  const notice = page.getByText(/came back at step/).first();
  await expect(notice).toBeVisible({ timeout: 30_000 });
  const [, step = ''] = /step ([\d,]+)/.exec(await notice.innerText()) ?? [];
  expect(Number(step.replaceAll(',', ''))).toBeGreaterThanOrEqual(pressed);
  await expect.poll(() => training(page), { timeout: 60_000 }).toBeGreaterThan(pressed);
  await expect(offer(page)).toBeHidden();
});

test('in front of a class a new version waits until the lesson is over', async ({ page, site }) => {
  await firstVisit(page, site.url);
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-projector');
  await site.publish('The second version.');
  await lookForNewer(page);
  const isWaiting = (): Promise<boolean> =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await expect.poll(isWaiting, { timeout: 30_000 }).toBe(true);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(offer(page)).toBeVisible();
});

test('a new version does not take over while another tab is open', async ({ page, context, site }) => {
  await firstVisit(page, site.url);
  const before = await description(page);
  const second = await context.newPage();
  await second.goto(`${site.url}#v=1&stage=prompt`);
  await site.publish('The second version.');
  await lookForNewer(page);
  await page.getByRole('button', { name: 'Load it now' }).click({ timeout: 30_000 });
  await expect(page.getByText('Another tab of this page is in use. Close it first.')).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await second.reload();
  expect(await description(second), 'the other tab stays with its version').toBe(before);
  const { active, waiting } = await second.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return { active: registration.active?.state, waiting: registration.waiting?.state };
  });
  expect([active, waiting]).toEqual(['activated', 'installed']);
  expect(await description(page)).toBe(before);

  await second.close();
  await page.getByRole('button', { name: 'Load it now' }).click();
  await expect.poll(() => description(page), { timeout: 30_000 }).toBe('The second version.');
});

test('a prepared device stays prepared until a new version is here in full', async ({
  page,
  context,
  site,
}) => {
  await firstVisit(page, `${site.url}#v=1&stage=pretrain`);
  const before = await description(page);
  await prepare(page);
  await site.publish('The second version.', RECORDINGS);
  site.lacks.add('recordings/nano.json');
  await lookForNewer(page);
  await expect(page.getByText(/A newer version of this page could not be stored here in full/)).toBeVisible({
    timeout: 60_000,
  });
  await context.setOffline(true);
  await page.reload();
  expect(await description(page)).toBe(before);
  await expect(summary(page, /^Ready for class/)).toBeVisible({ timeout: 60_000 });
  await expect(recorded(page).getByRole('slider', { name: 'Saved point' })).toBeVisible({ timeout: 30_000 });

  await context.setOffline(false);
  site.lacks.clear();
  await lookForNewer(page);
  await page.getByRole('button', { name: 'Load it now' }).click({ timeout: 60_000 });
  await expect.poll(() => description(page), { timeout: 30_000 }).toBe('The second version.');
  await expect(summary(page, /^Ready for class/)).toBeVisible({ timeout: 60_000 });
});

test('a stored page takes nothing of a version that it does not know', async ({ page, site }) => {
  await firstVisit(page, site.url);
  await site.publish('The second version.', RECORDINGS);
  await visit(page, 'Pretrain');
  await expect(page.getByText(/could not be loaded: the site has changed/)).toBeVisible({ timeout: 30_000 });
  // Nobody asked for it: the worker saw that there must be one.
  await page.getByRole('button', { name: 'Load it now' }).click({ timeout: 60_000 });
  await expect.poll(() => description(page), { timeout: 30_000 }).toBe('The second version.');
  await expect(recorded(page).getByRole('slider', { name: 'Saved point' })).toBeVisible({ timeout: 60_000 });
});

test('a preparation goes on where it stopped when the tab was closed', async ({ page, context, site }) => {
  await firstVisit(page, site.url);
  const release = site.hold(/recordings|shipped-/);
  await summary(page, /prepare for class/).click();
  await page.getByRole('button', { name: /^Prepare this device/ }).click();
  const kept = (tab: Page): Promise<string[]> =>
    tab.evaluate(async () => {
      const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
      const urls = (await Promise.all(caches.map((cache) => cache.keys()))).flat().map(({ url }) => url);
      return urls.filter((url) => url.includes('nano-')).map((url) => new URL(url).pathname);
    });
  await expect.poll(async () => (await kept(page)).length, { timeout: 60_000 }).toBeGreaterThan(10);
  await expect(summary(page, /^Preparing this device: [1-9]/)).toBeVisible();
  await page.close();
  release();

  const again = await context.newPage();
  await again.goto(site.url);
  await summary(again, /prepare for class/).click({ timeout: 60_000 });
  const came = (await kept(again)).map((path) => path.slice(new URL(site.url).pathname.length));
  expect(came.length).toBeGreaterThan(10);
  site.asked.length = 0;
  await again.getByRole('button', { name: /^Go on preparing \([\d.]+ MB missing\)/ }).click();
  await expect(summary(again, /^Ready for class/)).toBeVisible({ timeout: 120_000 });
  expect(site.asked.filter((path) => came.includes(path))).toEqual([]);
});

test('a page without a service worker says so and works', async ({ page, site }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(site.url);
  await startAnswers(page);
  await summary(page, /^Needs a connection/).click();
  await expect(page.getByText(/This browser does not let the page be stored here/)).toBeVisible();
  expect(site.asked).not.toContain('sw.js');
});
