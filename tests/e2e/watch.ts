import { expect, type Page } from '@playwright/test';

/** Collects everything a page complains about. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Requests that leave the app's own origin: there must be none. */
export function watchRequests(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.hostname === '127.0.0.1' || ['data:', 'blob:'].includes(url.protocol);
    if (!isLocal) foreign.push(request.url());
  });
  return foreign;
}

/** Goes to a stage as a reader does. */
export async function visit(page: Page, stage: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: stage, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
}

/** Chooses what the models compute with, in the footer, and waits until it runs. */
export async function chooseBackend(page: Page, name: 'WebGL' | 'WASM'): Promise<void> {
  const footer = page.getByRole('contentinfo');
  const details = footer.locator('details').filter({ has: page.locator('select') });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await footer.getByRole('combobox').selectOption({ label: name });
  await expect(details.locator('summary')).toContainText(`Runs on ${name}`, { timeout: 30_000 });
}

/** The loss chart's table: one list per column of losses, of the rows that have one. */
export async function curve(page: Page): Promise<{ step: number; bits: number }[][]> {
  await page.getByText('Show as table').first().click();
  const table = page.getByRole('table', { name: 'Loss in bits per byte' });
  await table.waitFor();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    );
  const steps = rows.filter(([step]) => /^\d+$/.test(step ?? ''));
  const columns = Math.max(0, ...steps.map((row) => row.length - 1));
  return Array.from({ length: columns }, (_, column) =>
    steps
      .map((row) => ({ step: Number(row[0]), bits: Number(row[column + 1]) }))
      .filter(({ bits }) => Number.isFinite(bits)),
  );
}
