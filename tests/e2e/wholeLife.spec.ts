import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Recording } from '../../src/protocol/storage';
import { curve, visit, watchConsole, watchRequests } from './watch';

/** `PRESET=small npx playwright test wholeLife` walks the same with a larger model. */
const PRESET = process.env['PRESET'] ?? 'nano';
/** Last held-out losses of what came with the app: prose after pretraining, code after fine-tuning. */
function recordedEnds(): { prose: number; code: number } {
  const { runs } = JSON.parse(readFileSync(`public/recordings/${PRESET}.json`, 'utf8')) as Recording;
  const [first, second] = runs.map(({ history }) => history.evaluations.at(-1));
  return { prose: first?.proseBitsPerByte ?? NaN, code: second?.codeBitsPerByte ?? NaN };
}

test('one press trains a whole life in the browser, and it ends where the recorded one did', async ({
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
  const recorded = recordedEnds();
  const [, prose] = await curve(page);
  expect(prose?.at(-1)?.bits).toBeCloseTo(recorded.prose, 2);

  await visit(page, 'Fine-tune');
  await expect(page.getByText(/^Finished: /)).toBeVisible({ timeout: 500_000 });
  const [, code] = await curve(page);
  console.log(
    `${PRESET}: prose ${prose?.at(-1)?.bits}, recorded ${recorded.prose}; code ${code?.at(-1)?.bits}, recorded ${recorded.code}`,
  );
  expect(code?.at(-1)?.bits).toBeCloseTo(recorded.code, 2);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
