/** One Chromium process for each implementation, because software WebGL keeps one cache of shaders per process. */
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview } from 'vite';
import { findChromium, WEBGL_FLAGS } from '../chromium.mjs';
import { fetchPeer } from './peerPackage';
import type { Answers, QuestionName, Questions } from './questions';
import type { Asked } from './page/workerEnd';
import type { ImplementationName, ShapeName } from './shapes';

const PORT = 4181;

/** Where the pages that measure are served from. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the measuring pages, the peer among them, and serves them. */
export async function servePages(): Promise<Served> {
  const common = { configFile: false, root: resolve('scripts/bench/page'), publicDir: false } as const;
  const outDir = resolve('.cache/bench');
  await build({
    ...common,
    logLevel: 'error',
    resolve: { alias: { '@genai-fi/nanogpt': fetchPeer() } },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { port: PORT, strictPort: true },
  });
  return { url: `http://localhost:${PORT}/`, close: () => server.close() };
}

/** An implementation in a browser process of its own. */
export interface Measured {
  readonly name: ImplementationName;
  readonly page: Page;
  readonly browser: Browser;
  ask<K extends QuestionName>(question: K, details: Questions[K]): Promise<Answers[K]>;
}

function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) });
}

/** What everything was measured in: browser and renderer of WebGL. */
export async function browserOf({ url }: Served): Promise<{ browser: string; renderer: string }> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(url);
  const renderer = await page.evaluate(() => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'unknown';
  });
  const version = browser.version();
  await browser.close();
  return { browser: `Chromium ${version}`, renderer };
}

/** Starts a browser, and in it the worker of an implementation. */
export async function launch({ url }: Served, name: ImplementationName, shape: ShapeName): Promise<Measured> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'openWorker' in globalThis);
  await page.evaluate(([implementation, size]) => openWorker(implementation, size), [name, shape] as const);
  const ask = async <K extends QuestionName>(question: K, details: Questions[K]): Promise<Answers[K]> => {
    try {
      const asked: Asked = { name: question, question: details };
      // What a page returns has no type of its own; `askWorker` is the other end of this line.
      return (await page.evaluate((one) => askWorker(one), asked)) as Answers[K];
    } catch (error) {
      throw new Error(`${name}, asked to ${question}`, { cause: error });
    }
  };
  return { name, page, browser, ask };
}
