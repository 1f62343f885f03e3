/** `npm run preview:image`: the picture that a posted link shows. */
import { statSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findChromium, WEBGL_FLAGS } from './chromium.mjs';

const FILE = 'public/preview.png';
const PORT = 4180;
/** What sites that show cards crop least. */
const VIEW = { width: 1200, height: 630 };
/** Messengers leave out pictures that take long to fetch. */
const LIMIT_BYTES = 120_000;

/** Without what is there to be pressed, and without half a line at the lower edge. */
const STYLE = `
  header:not(main header), footer, main header button, fieldset, [aria-labelledby='start-figure'] > :is(p, details) { display: none !important; }
  main > article { padding-top: 1.75rem !important; gap: 1.25rem !important; }
`;

export async function main(): Promise<void> {
  const server = await preview({ preview: { port: PORT, strictPort: true } });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) });
  const page = await browser.newPage({ viewport: VIEW, colorScheme: 'light' });
  await page.goto(`http://localhost:${PORT}/#v=2&stage=start&hide=navigation.strip`);
  await page
    .getByText(/Cut off|stops here/)
    .nth(2)
    .waitFor({ timeout: 60_000 });
  // Python says what it makes of each program.
  await page
    .getByText(/being judged/)
    .first()
    .waitFor({ state: 'hidden', timeout: 60_000 });
  await page.addStyleTag({ content: STYLE });
  await page.screenshot({ path: FILE });
  await browser.close();
  await server.close();
  const { size } = statSync(FILE);
  if (size > LIMIT_BYTES) throw new Error(`${FILE} has ${size} bytes; at most ${LIMIT_BYTES} were expected`);
  console.log(`${FILE}: ${size} bytes`);
}
