import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { ensureChromium, findChromium } from '../chromium.mjs';

/** Serves the judge's page, opens it in a browser of its own, and closes both when the task is done. */
export async function withJudge<T>(task: (page: Page) => Promise<T>): Promise<T> {
  ensureChromium();
  const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage();
    const [url] = server.resolvedUrls?.local ?? [];
    await page.goto(`${url ?? ''}scripts/judge/index.html`);
    await page.waitForFunction(() => 'judgeProgram' in window);
    return await task(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
