import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'assets');
const LIMIT_KB = 180;
/** Words that only TensorFlow.js and recharts bring. */
const TENSORFLOW = /WEBGL_VERSION|tfjs|registerKernel/;
const RECHARTS = /recharts/;

const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
const textOf = (name: string): string => readFileSync(join(ASSETS, name), 'utf8');

/** What the page loads before it can draw: the entry and everything it imports statically. */
function firstScripts(): Set<string> {
  const html = readFileSync(join(ASSETS, '..', 'index.html'), 'utf8');
  const queue = [...html.matchAll(/assets\/([^"]+\.js)/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const imports = textOf(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
    queue.push(...[...imports].map((match) => match[1] ?? ''));
  }
  return seen;
}

test('the first scripts, React included, stay within their limit and hold no TensorFlow.js and no charts', () => {
  const first = [...firstScripts()];
  expect(first.length).toBeGreaterThan(0);
  const bytes = first.reduce((total, name) => total + gzipSync(textOf(name), { level: 9 }).length, 0);
  console.log(`first scripts: ${first.length} files, ${(bytes / 1000).toFixed(1)} kB gz`);
  expect(bytes).toBeLessThanOrEqual(LIMIT_KB * 1000);
  expect(first.filter((name) => TENSORFLOW.test(textOf(name)))).toEqual([]);
  expect(first.filter((name) => RECHARTS.test(textOf(name)))).toEqual([]);
});

test('only the worker holds TensorFlow.js, and it does hold it', () => {
  expect(
    scripts.filter((name) => TENSORFLOW.test(textOf(name))).every((name) => name.startsWith('worker-')),
  ).toBe(true);
  expect(scripts.some((name) => name.startsWith('worker-') && TENSORFLOW.test(textOf(name)))).toBe(true);
});
