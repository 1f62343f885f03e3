import { expect, test, type Page } from '@playwright/test';
import { chooseBackend, curve, visit, watchConsole, watchRequests } from './watch';

const PROMPT = '# return the sum of the even numbers in xs\ndef sum_even(xs):';

async function train(page: Page, steps: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Steps' }).fill(String(steps));
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 200_000 });
}

test('a newcomer walks the whole story on WebGL, and a link to its end gives the same text elsewhere', async ({
  page,
  browser,
}) => {
  const complaints = watchConsole(page);
  const foreign = watchRequests(page);
  await page.goto('./');

  await test.step('Start: three ages of one model answer the same prompt', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How did ChatGPT learn to code?');
    for (const age of ['untrained', 'pretrained', 'fine-tuned']) {
      const answer = page
        .getByRole('region', { name: new RegExp(`${age}`, 'i') })
        .filter({ has: page.locator('pre') });
      await expect(answer.getByText(/Cut off|stops here/)).toBeVisible({ timeout: 60_000 });
      const written = await answer.locator('pre').innerText();
      expect(written).toContain('factorial');
    }
    const code = page.getByRole('region', { name: /fine-tuned/i }).locator('pre');
    await expect(code).toContainText('return');
  });

  await test.step('Tokenize: text of any kind becomes tokens', async () => {
    await visit(page, 'Tokenize');
    await page.getByRole('textbox', { name: 'Your text' }).fill('def f(n):\n    return n 🙂');
    await expect(page.getByText('return', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('⏎····').first()).toBeVisible();
  });

  await test.step('Pretrain: the loss falls over live steps on WebGL', async () => {
    await visit(page, 'Pretrain');
    await chooseBackend(page, 'WebGL');
    await page.getByRole('radio', { name: /pico/ }).check();
    await train(page, 40);
    const [, prose] = await curve(page);
    expect(prose?.at(-1)?.step).toBe(40);
    expect(prose?.at(-1)?.bits).toBeLessThan(0.95 * (prose?.[0]?.bits ?? 0));
    await expect(page.getByRole('region', { name: 'Current model' })).toContainText('40');
  });

  await test.step('Fine-tune: code loss falls, prose loss is drawn beside it', async () => {
    await visit(page, 'Fine-tune');
    await train(page, 30);
    const [, code, prose] = await curve(page);
    expect(code?.at(-1)?.bits).toBeLessThan(0.9 * (code?.[0]?.bits ?? 0));
    expect(prose?.length).toBeGreaterThan(2);
  });

  const output = page.getByRole('region', { name: 'Output' });
  let text = '';
  let link = '';
  await test.step('Prompt: the shipped model writes, and the link is copied', async () => {
    await visit(page, 'Prompt');
    await chooseBackend(page, 'WASM');
    await page.getByRole('textbox', { name: 'Prompt' }).fill(PROMPT);
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('small-fine-tuned');
    await page.getByRole('slider', { name: 'Temperature' }).fill('0.9');
    await page.getByRole('spinbutton', { name: 'Seed', exact: true }).fill('12');
    await page.getByRole('button', { name: 'Generate' }).click();
    await expect(page.getByText(/It ended here by itself|It reached the length/)).toBeVisible({
      timeout: 60_000,
    });
    text = await output.innerText();
    expect(text).toContain('return');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('/a/sub/path/');
    expect(page.url(), 'a reload is no visit through the link').not.toContain('run=1');
  });

  await test.step('the link in a fresh profile gives the identical text, with no training', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const freshComplaints = watchConsole(fresh);
    await fresh.goto(link);
    await expect(fresh.getByRole('region', { name: 'Output' })).toHaveText(await output.innerText(), {
      timeout: 60_000,
      useInnerText: true,
    });
    expect(await fresh.getByRole('region', { name: 'Output' }).innerText()).toBe(text);
    expect(freshComplaints).toEqual([]);
    await context.close();
  });

  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
