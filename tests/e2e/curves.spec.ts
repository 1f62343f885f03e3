import { expect, test, type Page } from '@playwright/test';
import { watchConsole, watchRequests } from './watch';

const STEPS = 300;

interface Verdicts {
  readonly step: number;
  /** Percent of the programs that parse, run, pass. */
  readonly shares: readonly number[];
}

/** The rows of the verdicts' table: those of this run, without a recorded run's beside them. */
async function verdictsIn(page: Page): Promise<Verdicts[]> {
  const table = page.getByRole('table', { name: 'Share of the programs, in percent' });
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => Number.parseFloat(cell.textContent)),
      ),
    );
  return rows
    .map(([step = NaN, ...shares]) => ({ step, shares: shares.slice(0, 3) }))
    .filter(({ shares }) => shares.every(Number.isFinite));
}

test('while a model learns Python, more and more of what it writes parses, runs and passes', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  const foreign = watchRequests(page);
  await page.goto('./#v=1&stage=fine-tune&b=wasm');
  // As few as show it.
  await page.getByRole('spinbutton', { name: 'Steps' }).fill(String(STEPS));
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Finished/).first()).toBeVisible({ timeout: 240_000 });

  const figure = page.getByRole('figure', { name: 'Does its Python work?' });
  await figure.getByText('Show as table').click();
  const stepsShown = async (): Promise<number[]> => (await verdictsIn(page)).map(({ step }) => step);
  const milestones = [10, 25, ...Array.from({ length: STEPS / 50 }, (_, i) => 50 * (i + 1))];
  await expect.poll(stepsShown, { timeout: 30_000 }).toEqual(milestones);
  const course = await verdictsIn(page);
  const [first = [], last = []] = [course.at(0)?.shares, course.at(-1)?.shares];
  console.log(course.map(({ step, shares }) => `${step}: ${shares.join(' / ')}`).join('; '));
  expect(last).toHaveLength(3);
  last.forEach((share, i) => expect(share).toBeGreaterThan(first[i] ?? NaN));
  const [parses = 0, runs = 0, passes = 0] = last;
  expect(parses).toBeGreaterThanOrEqual(runs);
  expect(runs).toBeGreaterThanOrEqual(passes);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
