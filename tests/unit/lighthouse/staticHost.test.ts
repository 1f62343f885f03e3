import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type StaticHost } from '../../../scripts/lighthouse/staticHost';

const folder = mkdtempSync(join(tmpdir(), 'host-'));
let host: StaticHost;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<p>page</p>'.repeat(100));
  writeFileSync(join(folder, 'model.safetensors'), 'weights');
  host = await serveFolder(folder);
});

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

describe('a static host', () => {
  it('sends the page as gzip, also for the bare address', async () => {
    const response = await fetch(host.url);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(1100);
    expect(await response.text()).toBe('<p>page</p>'.repeat(100));
  });

  it('sends what does not shrink as it is', async () => {
    const response = await fetch(`${host.url}model.safetensors`);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe('weights');
  });

  it('knows nothing outside its path and its folder', async () => {
    const { origin } = new URL(host.url);
    expect((await fetch(`${origin}/index.html`)).status).toBe(404);
    expect((await fetch(`${host.url}missing.js`)).status).toBe(404);
    expect((await fetch(`${host.url}..%2F..%2Fetc%2Fpasswd`)).status).toBe(404);
  });
});
