import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Recording } from '../../src/protocol/storage';
import { curve, visit, watchConsole, watchRequests } from './watch';

/** `PRESET=small npx playwright test wholeLife` walks the same with a larger model. */
const PRESET = process.env['PRESET'] ?? 'nano';

interface Verdicts {
  readonly step: number;
  /** Percent of the programs that parse, run, pass. */
  readonly shares: readonly number[];
}

/** How the life ended that came with the app: prose after pretraining, code after fine-tuning, and all its verdicts. */
function recordedLife(): { prose: number; code: number; verdicts: readonly Verdicts[] } {
  const { runs } = JSON.parse(readFileSync(`public/recordings/${PRESET}.json`, 'utf8')) as Recording;
  const [first, second] = runs.map(({ history }) => history.evaluations.at(-1));
  const verdicts = runs.at(-1)?.verdicts ?? [];
  return {
    prose: first?.proseBitsPerByte ?? NaN,
    code: second?.codeBitsPerByte ?? NaN,
    verdicts: verdicts.map(({ step, total, parses, runs: ran, passes }) => ({
      step,
      shares: [parses, ran, passes].map((count) => (100 * count) / total),
    })),
  };
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

const stepsOf = (course: readonly Verdicts[]): number[] => course.map(({ step }) => step);

test('one press trains a whole life in the browser: it ends where the recorded one did, and more and more of what it writes parses, runs and passes', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const complaints = watchConsole(page);
  const foreign = watchRequests(page);
  await page.goto('./#v=1&stage=pretrain&b=wasm');
  const sizes = page.getByRole('group', { name: 'Size of the model' });
  await sizes.getByRole('radio', { name: PRESET }).check();
  await page.getByRole('checkbox', { name: 'Then go on with Python' }).check();
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/fine-tuning on Python has begun/)).toBeVisible({ timeout: 400_000 });
  const recorded = recordedLife();
  const [, prose] = await curve(page);
  expect(prose?.at(-1)?.bits).toBeCloseTo(recorded.prose, 2);

  await visit(page, 'Fine-tune');
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 500_000 });
  const [, code] = await curve(page);
  console.log(
    `${PRESET}: prose ${prose?.at(-1)?.bits}, recorded ${recorded.prose}; code ${code?.at(-1)?.bits}, recorded ${recorded.code}`,
  );
  expect(code?.at(-1)?.bits).toBeCloseTo(recorded.code, 2);

  const figure = page.getByRole('figure', { name: 'Does its Python work?' });
  await figure.getByText('Show as table').click();
  await expect
    .poll(async () => stepsOf(await verdictsIn(page)), { timeout: 30_000 })
    .toEqual(stepsOf(recorded.verdicts));
  const course = await verdictsIn(page);
  console.log(course.map(({ step, shares }) => `${step}: ${shares.join(' / ')}`).join('; '));
  const [first = [], last = []] = [course.at(0)?.shares, course.at(-1)?.shares];
  expect(last).toHaveLength(3);
  last.forEach((share, i) => expect(share).toBeGreaterThan(first[i] ?? NaN));
  const [parses = 0, runs = 0, passes = 0] = last;
  expect(parses).toBeGreaterThanOrEqual(runs);
  expect(runs).toBeGreaterThanOrEqual(passes);
  // The same weights to two digits write the same programs, but for a few near ties.
  const end = recorded.verdicts.at(-1)?.shares ?? [];
  last.forEach((share, i) => expect(Math.abs(share - (end[i] ?? NaN))).toBeLessThanOrEqual(10));
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
