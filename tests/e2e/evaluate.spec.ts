import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { bodyOf } from '../../src/corpora/code/render';
import { testsFor } from '../../src/corpora/code/task';
import { allTasks } from '../../src/corpora/code/tasks';
import { visit, watchConsole, watchRequests } from './watch';

const results = (page: Page): Locator => page.getByRole('region', { name: 'Results', exact: true });

/** Opens the stage and asks for a small examination: two tasks of each kind, three answers each. */
async function examine(page: Page): Promise<void> {
  await page.goto('./#v=1&stage=evaluate');
  await page.getByRole('slider', { name: 'Tasks of each kind' }).fill('2');
  await page.getByRole('slider', { name: 'Answers to each task' }).fill('3');
  await page.getByRole('button', { name: 'Run evaluation' }).click();
  await expect(page.getByText('Done: all 24 programs are judged.')).toBeVisible({ timeout: 120_000 });
}

/** The funnel's counts, in order of its stages. */
async function funnel(page: Page): Promise<number[]> {
  const cells = await results(page).getByRole('table').first().getByRole('cell').allTextContents();
  return cells.flatMap((cell) => /^\d+/.exec(cell.trim())?.[0] ?? []).map(Number);
}

/** A right solution of the task that a program was an answer to: found by the function's name and its tests. */
function solutionOf(source: string, calls: readonly string[]): string {
  const [, functionName = '', list = ''] = /^def (\w+)\((.*)\):/m.exec(source) ?? [];
  const task = allTasks().find(
    (one) =>
      one.functionNames.includes(functionName) &&
      testsFor(one, functionName).every(({ call }) => calls.includes(call)),
  );
  const body = task?.bodies[0];
  if (!body) throw new Error(`no task has a function ${functionName} with the calls ${calls.join(', ')}`);
  const argumentNames = list.split(', ');
  const choice = { form: 'bare', comment: '', functionName, argumentNames } as const;
  return `def ${functionName}(${list}):${bodyOf(body, choice)}`;
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);
}

test('a real Python judges every program, and an edit turns a wrong one green', async ({ page }) => {
  const complaints = watchConsole(page);
  const foreign = watchRequests(page);
  await examine(page);

  const [asked = 0, parses = 0, runs = 0, passes = 0] = await funnel(page);
  expect(asked).toBeGreaterThan(0);
  expect([parses, runs, passes]).toEqual([parses, runs, passes].toSorted((a, b) => b - a));
  expect(parses).toBeLessThanOrEqual(asked);
  const grid = results(page).getByRole('grid');
  await expect(grid.getByRole('gridcell')).toHaveCount(24);
  expect(await grid.getByRole('button', { name: /: passed$/ }).count()).toBe(passes);

  await grid
    .getByRole('button', { name: /: wrong answer$/ })
    .first()
    .click();
  const program = results(page).getByRole('figure', { name: 'The program', exact: true });
  await expect(program.getByRole('status')).toContainText(/wrong answer\s*\w+\(.*\) gave .+, expected .+/);

  const editor = page.getByRole('textbox', { name: 'The program, yours to change' });
  const tests = page.getByRole('list', { name: 'Tests' }).getByRole('listitem');
  await expect(tests.filter({ hasText: 'gave' }).first()).toBeVisible();
  const calls = await tests.locator('code:first-child').allTextContents();
  await editor.fill(solutionOf(await editor.inputValue(), calls));
  await expect(tests.filter({ hasText: 'not run' })).toHaveCount(calls.length);
  await page.getByRole('button', { name: 'Run tests' }).click();
  await expect(page.getByText(`All ${calls.length} tests pass.`)).toBeVisible();
  await expect(page.getByText(/characters? changed, in \d+ lines?/)).toBeVisible();
  await expect(page.getByRole('list', { name: "The model's text and yours" })).toBeVisible();

  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

/** What the page calls a verdict where it says it in other words. */
const VERDICT_NAMES: Readonly<Record<string, string>> = {
  'stopped by an error': 'runtime error',
  'did not end': 'timeout',
  'not Python': 'parse error',
};

interface Shown {
  readonly source: string;
  readonly verdict: string;
  readonly tests: readonly { readonly call: string; readonly expected: string }[];
}

/** Opens a cell of the grid and reads what the page says of its program. */
async function readCell(page: Page, cell: Locator): Promise<Shown> {
  await cell.click();
  const name = (await cell.getAttribute('aria-label')) ?? '';
  const source = await page.getByRole('textbox', { name: 'The program, yours to change' }).inputValue();
  const lines = page.getByRole('list', { name: 'Tests' }).getByRole('listitem');
  const tests = await lines.evaluateAll((all) =>
    all.map((line) => {
      const [call, expected] = [...line.querySelectorAll('code')].map((code) => code.textContent);
      return { call: call ?? '', expected: expected ?? '' };
    }),
  );
  return { source, tests, verdict: name.split(': ').at(-1) ?? '' };
}

/** The verdict of `npm run judge` on a program file. */
async function verdictOfCommand(name: string, { source, tests }: Shown): Promise<string> {
  const folder = 'test-results/programs';
  mkdirSync(folder, { recursive: true });
  const [program, itsTests] = [`${folder}/${name}.py`, `${folder}/${name}.json`];
  writeFileSync(program, source);
  writeFileSync(itsTests, JSON.stringify(tests));
  const command = ['scripts/run.mjs', 'scripts/judge.ts', program, '--tests', itsTests];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  const told: { verdict?: unknown } = JSON.parse(stdout);
  return String(told.verdict);
}

test('the verdicts on the screen are those of `npm run judge` on the same programs', async ({ page }) => {
  await examine(page);
  const cells = results(page).getByRole('grid').getByRole('gridcell').getByRole('button');
  const shown: Shown[] = [];
  for (const cell of await cells.all()) shown.push(await readCell(page, cell));
  // Two of each verdict there is: every start of the command takes seconds.
  const chosen = shown.filter(
    ({ verdict }, i) => shown.slice(0, i).filter((earlier) => earlier.verdict === verdict).length < 2,
  );
  expect(new Set(chosen.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(2);
  for (const [i, one] of chosen.entries()) {
    const { verdict, source } = one;
    expect(await verdictOfCommand(`program${i}`, one), source).toBe(VERDICT_NAMES[verdict] ?? verdict);
  }
});

test('everything is reached by keyboard, and axe finds nothing', async ({ page }) => {
  await examine(page);
  const grid = results(page).getByRole('grid');
  const cells = grid.getByRole('button');
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cells.nth(4)).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cells.last()).toHaveAttribute('aria-pressed', 'true');
  await expect(results(page).getByRole('figure', { name: 'The program', exact: true })).toContainText(
    'answer 3',
  );

  const editor = page.getByRole('textbox', { name: 'The program, yours to change' });
  const before = await editor.inputValue();
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('if n:');
  await page.keyboard.press('Enter');
  expect(await editor.inputValue()).toMatch(/\n( *)if n:\n\1 {4}$/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('not Python').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run tests' })).toBeFocused();
  await page.getByRole('button', { name: "Back to the model's text" }).press('Enter');
  expect(await editor.inputValue()).toBe(before);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('an evaluation can be cancelled, and what was judged until then stays', async ({ page }) => {
  await page.goto('./');
  await visit(page, 'Evaluate');
  await page.getByRole('slider', { name: 'Tasks of each kind' }).fill('40');
  await page.getByRole('button', { name: 'Run evaluation' }).click();
  await expect(page.getByRole('progressbar', { name: 'Programs written and judged' })).toBeVisible();
  await expect
    .poll(() => funnel(page).then(([judged = 0]) => judged), { timeout: 120_000 })
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. What was judged until then is below.')).toBeVisible({
    timeout: 1000,
  });
  expect((await funnel(page))[0]).toBeGreaterThan(0);
});

test('a task of your own is asked and judged', async ({ page }) => {
  await page.goto('./#v=1&stage=evaluate');
  await page
    .getByRole('textbox', { name: 'Your prompt' })
    .fill('# return the sum of a and b\ndef add(a, b):');
  await page.getByRole('textbox', { name: 'Test 1: the call' }).fill('add(2, 3)');
  await page.getByRole('textbox', { name: 'Test 1: the value it must give' }).fill('5');
  await page.getByRole('button', { name: 'Remove test 2' }).press('Enter');
  await page.getByRole('button', { name: 'Remove test 2' }).press('Enter');
  await page.getByRole('slider', { name: 'Answers', exact: true }).fill('2');
  await page.getByRole('button', { name: /^Ask / }).click();
  await expect(page.getByText(/of 2 answers pass your tests/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('group', { name: 'Answers to your task' }).getByRole('button')).toHaveCount(2);
});
