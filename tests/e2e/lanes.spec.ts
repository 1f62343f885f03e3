import { expect, test, type Locator, type Page } from '@playwright/test';
import { chooseBackend, visit, watchConsole } from './watch';

const VAGUE = '# write a function\ndef f(n):';

/** A lane's page, by its number. */
const output = (page: Page, number = 1): Locator =>
  page.getByRole('region', { name: number === 1 ? 'Output' : `Output ${number}`, exact: true });

/** The tokens of a lane: text, and the mark of those that only it has. */
const tokens = (page: Page, number = 1) =>
  output(page, number)
    .getByRole('option')
    .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('data-differs')] as const));

async function answered(page: Page, count: number): Promise<void> {
  await expect(page.getByText(/^It (ended here by itself|reached the length)/)).toHaveCount(count, {
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: /^Stop writing/ })).toHaveCount(0);
}

test('answers stand side by side, each with what it does otherwise, where it leaves the first, and its verdict', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await page.goto('./');
  await visit(page, 'Prompt');
  await chooseBackend(page, 'WASM');

  await test.step('one answer ends with what Python says', async () => {
    await page.getByRole('slider', { name: 'Temperature', exact: true }).fill('0');
    await page.getByRole('button', { name: 'Generate' }).click();
    await answered(page, 1);
    await expect(page.getByRole('list', { name: 'What Python says' })).toHaveText(/parses.*runs.*passes/);
  });

  await test.step('a hotter one begins alike, and is marked from where it goes its own way', async () => {
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(VAGUE);
    await page.getByRole('slider', { name: 'Temperature', exact: true }).fill('1.6');
    await page.getByRole('button', { name: 'Generate' }).click();
    await answered(page, 1);
    await page.getByRole('button', { name: 'another seed' }).click();
    await answered(page, 2);
    await expect(page.getByText('seed 2', { exact: true })).toBeVisible();
    const [first, second] = [await tokens(page), await tokens(page, 2)];
    const same = second.findIndex(([, mark]) => mark === 'first');
    expect(same).toBeGreaterThanOrEqual(0);
    expect(second.slice(0, same).map(([text]) => text)).toEqual(first.slice(0, same).map(([text]) => text));
    expect(second[same]?.[0]).not.toBe(first[same]?.[0]);
    expect(second.slice(same + 1).every(([, mark]) => mark === 'later')).toBe(true);
  });

  await test.step('by keyboard: a lane gets the same seed back, one key writes both again, and they are alike', async () => {
    await page.getByRole('button', { name: 'Change, answer 2' }).press('Enter');
    const seed = page.getByRole('spinbutton', { name: 'Seed, answer 2' });
    await seed.fill('1');
    await expect(page.getByText('like answer 1')).toBeVisible();
    await expect(page.getByText('Something has changed since')).toHaveCount(1);
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).press('Control+Enter');
    await answered(page, 2);
    await expect(page.getByText('The same as answer 1, to the end.').first()).toBeVisible();
    expect(await output(page, 2).innerText()).toBe(await output(page).innerText());
  });

  await test.step('a screen reader hears one summary when all is written', async () => {
    const status = page.getByRole('status').filter({ hasText: 'answers are written' });
    await expect(status).toHaveText(/^2 answers are written\. Answer 1: .*Answer 2: The same as answer 1/, {
      timeout: 30_000,
    });
  });

  await test.step('another wording is asked, and the lane can be taken away', async () => {
    await page.getByRole('button', { name: 'another wording' }).click();
    const own = page.getByRole('textbox', { name: 'Prompt, answer 3' });
    await expect(own).toBeFocused();
    await own.fill('# return the factorial of n\ndef factorial(n):');
    await expect(page.getByText('own wording', { exact: true })).toBeVisible();
    await own.press('Control+Enter');
    await answered(page, 3);
    await expect(output(page, 3)).toContainText('factorial');
    await page.getByRole('button', { name: 'Remove answer 3' }).click();
    await expect(output(page, 3)).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Compare side by side' })).toBeFocused();
  });

  await test.step('another road is taken from a token of the second answer, and both roads stay', async () => {
    await output(page, 2).getByRole('option').nth(3).click();
    await expect(page.getByText('Answer 2. Point at')).toBeVisible();
    const before = await tokens(page, 2);
    await page
      .getByRole('button', { name: /^take this road/ })
      .first()
      .click();
    await answered(page, 3);
    await expect(page.getByText('another road from token 4')).toBeVisible();
    await expect(page.getByText('It was told to begin with 4 tokens')).toBeVisible();
    await expect(output(page, 3).locator('[data-given]')).toHaveCount(4);
    const after = await tokens(page, 3);
    expect(after.slice(0, 3).map(([text]) => text)).toEqual(before.slice(0, 3).map(([text]) => text));
    expect(after[3]?.[0]).not.toBe(before[3]?.[0]);
    expect(await tokens(page, 2)).toEqual(before);
  });

  await test.step('a slider of the first answer changes the chances of its next token, and writes nothing', async () => {
    await output(page).getByRole('option').first().click();
    const written = await output(page).innerText();
    await page.getByRole('slider', { name: 'Top-p', exact: true }).fill('1');
    await page.getByRole('slider', { name: 'Top-k', exact: true }).fill('5');
    await expect(page.getByText(/^5 of [\d,]+ tokens can be drawn/)).toBeVisible();
    await page.getByRole('slider', { name: 'Temperature', exact: true }).fill('0');
    await expect(page.getByText(/^Only 1 of [\d,]+ tokens can be drawn/)).toBeVisible();
    expect(await output(page).innerText()).toBe(written);
  });

  await test.step('nothing is wider than a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  expect(complaints).toEqual([]);
});
