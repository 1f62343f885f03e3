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
  await page.getByRole('navigation').getByRole('link', { name: stage, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}
