/** A page under watch, and how it is found and pressed by what a reader sees of it. */
import type { BrowserContext, Page } from 'puppeteer-core';

/** No single step takes longer, on two busy cores. */
export const PATIENCE_MS = 90_000;

/** A page and what it did that it should not. */
export interface Watched {
  readonly page: Page;
  /** Errors of the console and uncaught ones. */
  readonly complaints: readonly string[];
  /** Addresses on other machines. */
  readonly foreign: readonly string[];
}

/** Opens an address in a new page of the profile, watched from the first request on. */
export async function openPage(context: BrowserContext, url: string): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.origin !== origin && !['data:', 'blob:', 'about:'].includes(asked.protocol))
      foreign.push(request.url());
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(url);
  return { page, complaints, foreign };
}

/** A selector for what assistive technology knows by this role and name. */
export const named = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;

/** Presses what has this role and name. */
export async function press(page: Page, role: string, name: string): Promise<void> {
  await page.locator(named(role, name)).click();
}

/** Goes to a stage as a reader does. */
export async function visit(page: Page, stage: string): Promise<void> {
  await press(page, 'link', stage);
  await page.waitForFunction(
    (wished) => document.querySelector('nav [aria-current="page"]')?.textContent.includes(wished) === true,
    {},
    stage,
  );
}

/** Waits until the page shows this many places that match the pattern. */
export async function waitForText(page: Page, pattern: RegExp, count = 1): Promise<void> {
  await page.waitForFunction(
    (source, least) => (document.body.innerText.match(new RegExp(source, 'gm')) ?? []).length >= least,
    {},
    pattern.source,
    count,
  );
}
