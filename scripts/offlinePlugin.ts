import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { OfflineFile } from '../src/offline/files.ts';

const WORKER = 'sw.js';

/** What the page never asks for: crawlers want the picture, and a browser gets the worker by itself. */
const LEFT_OUT = new Set([WORKER, 'preview.png']);

/** Without these Start has no answers; a test holds them to what Start asks for. */
export const FILES_OF_START: readonly string[] = [
  'checkpoints/manifest.json',
  'checkpoints/tokenizer.json',
  'checkpoints/small-pretrained.safetensors',
  'checkpoints/small-fine-tuned.safetensors',
];

const isOfApp = (path: string): boolean =>
  /^assets\/|\.html$|^favicon\./.test(path) || FILES_OF_START.includes(path);

/** Lists a built site: what its worker keeps at once, and what when a class is prepared. */
export function listFiles(folder: string): readonly OfflineFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.has(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      return {
        // Some hosts answer for index.html with a redirection to the folder.
        path: path === 'index.html' ? '' : path,
        bytes: content.length,
        integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
        part: isOfApp(path) ? 'app' : 'class',
      };
    });
}

async function bundle(files: readonly OfflineFile[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { OFFLINE_FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve('src/offline/serviceWorker.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the service worker gave no script');
  return chunk.code;
}

/** Writes the service worker beside the page, once everything it keeps lies there. */
export function offlinePlugin(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        writeFileSync(join(folder, WORKER), await bundle(listFiles(folder)));
      },
    },
  };
}
