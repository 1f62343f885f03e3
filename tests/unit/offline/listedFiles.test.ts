import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FILES_OF_START, listFiles } from '../../../scripts/offlinePlugin';
import { readManifest } from '../../../src/storage/readStored';
import { shippedFinal, shippedPoint } from '../../../src/store/points';

const folder = mkdtempSync(join(tmpdir(), 'site-'));

function site(contents: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the list of a built site', () => {
  it('tells the app from what a class needs, and leaves out what nobody asks for', () => {
    site({
      'index.html': 'page',
      'assets/a-1.js': 'a',
      'favicon.svg': '<svg/>',
      'preview.png': 'picture',
      'sw.js': 'worker',
      'checkpoints/manifest.json': '[]',
      'checkpoints/nano-pretrained.safetensors': 'weights',
      'recordings/nano.json': '{}',
    });
    const parts = listFiles(folder).map(({ path, part }) => `${part} ${path}`);
    expect(parts.toSorted()).toEqual([
      'app ',
      'app assets/a-1.js',
      'app checkpoints/manifest.json',
      'app favicon.svg',
      'class checkpoints/nano-pretrained.safetensors',
      'class recordings/nano.json',
    ]);
  });

  it('gives a file another fingerprint when it changes, and its size in bytes', () => {
    site({ 'index.html': 'é' });
    const [before] = listFiles(folder);
    expect(before).toMatchObject({ path: '', bytes: 2 });
    expect(before?.integrity).toMatch(/^sha256-[\w+/]{43}=$/);
    site({ 'index.html': 'è' });
    expect(listFiles(folder)[0]?.integrity).not.toBe(before?.integrity);
  });
});

describe('what Start asks for', () => {
  it('is kept from the first visit on', () => {
    const manifest = readManifest(JSON.parse(readFileSync('public/checkpoints/manifest.json', 'utf8')));
    const points = manifest.map(shippedPoint);
    const ids = [shippedFinal(points, 'pretrained')?.id, shippedFinal(points, 'fineTuned')?.id];
    const weights = manifest.filter(({ id }) => ids.includes(id)).map(({ file }) => `checkpoints/${file}`);
    expect(weights).toHaveLength(2);
    expect(FILES_OF_START.filter((path) => path.endsWith('.safetensors'))).toEqual(weights);
  });
});
