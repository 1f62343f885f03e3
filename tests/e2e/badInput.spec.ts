import { expect, test } from '@playwright/test';
import { visit, watchConsole } from './watch';

test.describe('a bad link', () => {
  const LINKS: readonly [string, string][] = [
    ['unknown keys', '#v=1&stage=prompt&colour=blue'],
    ['numbers that are none', '#v=1&stage=prompt&t=NaN&k=Infinity&tp=-1&seed=abc'],
    ['numbers out of range', '#v=1&stage=prompt&t=900&k=1e99&tp=50&seed=-3&n=100000'],
    ['a prototype', '#v=1&stage=prompt&__proto__=x&constructor[prototype][polluted]=1'],
    ['a script', '#v=1&stage=%3Cscript%3Ealert(1)%3C/script%3E&p=%3Cimg src=x onerror=alert(1)%3E'],
    ['broken escapes', '#v=1&stage=prompt&p=%E0%A4%A'],
    ['an unknown checkpoint', '#v=1&stage=prompt&c=gone-forever'],
    ['a newer version', '#v=99&stage=prompt'],
    ['a megabyte of garbage', `#${'x%%&=1'.repeat(170_000)}`],
  ];
  for (const [name, hash] of LINKS) {
    test(`with ${name} opens with sane values`, async ({ page }) => {
      const complaints = watchConsole(page);
      await page.goto('./');
      await page.evaluate((bad) => {
        window.location.hash = bad;
        window.location.reload();
      }, hash);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await visit(page, 'Prompt');
      const temperature = Number(await page.getByRole('slider', { name: 'Temperature' }).inputValue());
      expect(temperature).toBeGreaterThanOrEqual(0);
      expect(temperature).toBeLessThanOrEqual(2);
      await expect(page.getByRole('spinbutton', { name: 'Seed', exact: true })).toHaveValue(/^\d+$/);
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
      expect(complaints).toEqual([]);
    });
  }

  test('says what was wrong with it', async ({ page }) => {
    await page.goto('./#v=1&stage=prompt&c=gone-forever');
    await expect(page.getByText(/gone-forever/).first()).toBeVisible();
  });
});

test.describe('own text', () => {
  test('that is empty starts nothing and says why', async ({ page }) => {
    await page.goto('./#v=1&stage=pretrain');
    await page.getByRole('radio', { name: 'Your own text' }).check();
    await expect(page.getByText(/your text is empty|Paste or drop/i).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start training' })).toBeDisabled();
  });

  test('that is binary is refused, and the text before it is kept', async ({ page }) => {
    await page.goto('./#v=1&stage=pretrain');
    await page.getByRole('radio', { name: 'Your own text' }).check();
    await page.getByRole('textbox', { name: 'Your text' }).fill('The cat sat on the mat.');
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: noise });
    await expect(page.getByText(/looks like a binary file/).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Your text' })).toHaveValue(/The cat sat/);
  });

  test('of 50 MB is cut, and the page says so', async ({ page }) => {
    await page.goto('./#v=1&stage=pretrain');
    await page.getByRole('radio', { name: 'Your own text' }).check();
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(50_000_000).fill(97)], 'huge.txt', { type: 'text/plain' }));
      if (input) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(page.getByText(/first 2 MB/).first()).toBeVisible({ timeout: 30_000 });
  });

  test('shorter than the context, with emoji and right-to-left letters, trains', async ({ page }) => {
    await page.goto('./#v=1&stage=pretrain');
    await page.getByRole('radio', { name: 'Your own text' }).check();
    await page.getByRole('textbox', { name: 'Your text' }).fill('שלום 🙂 hello');
    await page.getByRole('radio', { name: /pico/ }).check();
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('12');
    await page.getByRole('button', { name: 'Start training' }).click();
    await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 60_000 });
  });
});

test('an endless prompt of odd characters is answered, and what the model does not see is marked', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto('./#v=1&stage=prompt');
  await page
    .getByRole('textbox', { name: 'Prompt' })
    .fill(`${'🙂 \u202eabc\u0000 '.repeat(8000)}\ndef add(a, b):`);
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByText(/It ended here by itself|It reached the length/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('region', { name: 'Output' }).locator('del')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('without WebGL the page goes on with WASM and says so', async ({ page }) => {
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const none = 'OffscreenCanvas.prototype.getContext = () => null;\n';
    await route.fulfill({ response, body: none + (await response.text()) });
  });
  await page.goto('./#v=1&stage=prompt');
  await expect(page.getByText('Runs on WASM', { exact: false })).toBeVisible({ timeout: 30_000 });
  await page.getByText('Runs on WASM', { exact: false }).click();
  await expect(page.getByText(/offers no WebGL 2/)).toBeVisible();
});

test('a damaged shipped checkpoint gives a clear sentence and keeps the prompt', async ({ page }) => {
  await page.route(/small-fine-tuned\.safetensors$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
  });
  await page.goto('./#v=1&stage=prompt');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('def add(a, b):');
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(
    page.getByText(/did not arrive whole|damaged|cannot be read|truncated|cut off|incomplete/i).first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('def add(a, b):');
});
