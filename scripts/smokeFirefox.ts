/**
 * `npm run smoke:firefox`: the journey through the built app in Firefox, and what presets write in Firefox and in
 * Chromium, which must be the same text. Playwright's Firefox is a changed one; this is the reader's.
 *
 *   npm run smoke:firefox
 *   node scripts/run.mjs scripts/smokeFirefox.ts FOLDER     of another build
 *   FIREFOX_PATH=/opt/firefox/firefox npm run smoke:firefox
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { preview } from 'vite';
import { GALLERY } from '../src/corpora/gallery';
import { presetLink } from '../src/stages/40-prompt/presetLink';
import { findChromium, findProgram } from './chromium.mjs';
import { walkJourney, writePreset } from './firefox/journey';
import { openPage, type Watched } from './firefox/page';

const PORT = 4198;
const BASE = '/a/sub/path/';

/** One preset of each theme of the gallery. */
const ASKED = GALLERY.filter((preset, i) => GALLERY.findIndex(({ theme }) => theme === preset.theme) === i);

const NOT_FOUND = `No Firefox was found on PATH. Install one:
  Debian                apt-get install firefox-esr
  Ubuntu, Fedora, macOS install Firefox as usual
or set FIREFOX_PATH to its executable.`;

function findFirefox(): string | undefined {
  const usual = ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  return process.env['FIREFOX_PATH'] ?? findProgram(['firefox-esr', 'firefox'], usual);
}

/** @throws Error when the page complained or asked another machine for something */
function assertQuiet(where: string, { complaints, foreign }: Watched): void {
  if (complaints.length > 0)
    throw new Error(`${where}: no error was expected, but\n${complaints.join('\n')}`);
  if (foreign.length > 0) throw new Error(`${where}: asked other machines for\n${foreign.join('\n')}`);
}

/** What each preset's answers say, by the preset's id, each opened by its link in a fresh profile. */
async function writePresets(browser: Browser, url: string): Promise<Map<string, readonly string[]>> {
  const written = new Map<string, readonly string[]>();
  for (const preset of ASKED) {
    const context = await browser.createBrowserContext();
    const opened = await openPage(context, `${url}${presetLink(preset, true)}&b=wasm`);
    written.set(preset.id, await writePreset(opened.page, preset.lanes.length));
    assertQuiet(preset.id, opened);
    await context.close();
  }
  return written;
}

async function inFirefox(executablePath: string, url: string) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  try {
    console.log(await browser.version());
    const opened = await openPage(await browser.createBrowserContext(), `${url}#v=2&stage=start`);
    await walkJourney(opened.page);
    assertQuiet('the journey', opened);
    return await writePresets(browser, url);
  } finally {
    await browser.close();
  }
}

async function inChromium(url: string) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('A Chromium was expected to compare with: set CHROMIUM_PATH to one.');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    console.log(await browser.version());
    return await writePresets(browser, url);
  } finally {
    await browser.close();
  }
}

export async function main([outDir = 'dist']: readonly string[]): Promise<void> {
  const executablePath = findFirefox();
  if (!executablePath) {
    console.error(NOT_FOUND);
    process.exitCode = 1;
    return;
  }
  const server = await preview({
    base: BASE,
    build: { outDir },
    preview: { host: '127.0.0.1', port: PORT, strictPort: true },
  });
  try {
    const url = `http://127.0.0.1:${PORT}${BASE}`;
    const firefox = await inFirefox(executablePath, url);
    const chromium = await inChromium(url);
    for (const [id, texts] of firefox) {
      const isSame = JSON.stringify(texts) === JSON.stringify(chromium.get(id));
      const size = texts.join('').length;
      console.log(
        `${id}: ${texts.length} answers, ${size} characters, ${isSame ? 'the same' : 'ANOTHER TEXT'}`,
      );
      if (!isSame) {
        console.error(`Firefox:\n${texts.join('\n---\n')}\nChromium:\n${chromium.get(id)?.join('\n---\n')}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await server.close();
  }
}
