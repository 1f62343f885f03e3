import { describe, expect, it } from 'vitest';
import type { OfflineFile } from '../../../src/offline/files';
import { keyOf, missingFrom } from '../../../src/offline/files';
import { createOfflineWorker, type OfflineWorker } from '../../../src/offline/worker';
import { FakeCache, FakeSite, file, SCOPE } from './fakes';

const ONE = [file('', 'page1'), file('assets/a1.js', 'a1'), file('model.bin', 'm1', 'class')];
const TWO = [file('', 'page2'), file('assets/a2.js', 'a2'), file('model.bin', 'm2', 'class')];

/** One browser: a site, what it keeps of it, and its open windows. */
function browser(windows: readonly string[] = [SCOPE]) {
  const cache = new FakeCache();
  const site = new FakeSite();
  const worker = (files: readonly OfflineFile[]): OfflineWorker =>
    createOfflineWorker(
      {
        scope: SCOPE,
        openCache: async () => cache,
        fetchFile: site.fetchFile,
        windows: async () => windows,
      },
      files,
    );
  return { cache, site, worker };
}

async function textOf(worker: OfflineWorker, path: string): Promise<string | undefined> {
  return (await worker.answer(new Request(SCOPE + path)))?.text();
}

describe('the service worker', () => {
  it('keeps the app when it is installed, and what is for a class not', async () => {
    const { cache, worker } = browser();
    await worker(ONE).install();
    expect((await missingFrom(cache, ONE, SCOPE)).map(({ path }) => path)).toEqual(['model.bin']);
  });

  it('is not installed by a site that gives only half of it', async () => {
    const { site, worker } = browser();
    site.lacks.add('assets/a1.js');
    await expect(worker(ONE).install()).rejects.toThrow('404');
  });

  it('answers for the page by either name, whatever stands behind it, with the server gone', async () => {
    const { site, worker } = browser();
    const one = worker(ONE);
    await one.install();
    site.isDown = true;
    for (const path of ['', 'index.html', '?from=mail', '#v=1']) {
      expect(await textOf(one, path), path).toContain('sha256-page1');
    }
    expect(await textOf(one, 'assets/a1.js')).toContain('sha256-a1');
  });

  it('asks the network for what it does not keep', async () => {
    const { worker } = browser();
    const one = worker(ONE);
    await one.install();
    expect(await textOf(one, 'model.bin')).toContain('from the network');
    expect(await textOf(one, 'elsewhere.html')).toContain('from the network');
  });

  it.each([
    ['another site', new Request('https://other.example/a/path/')],
    ['a neighbour on the same site', new Request('https://school.example/another/')],
    ['what is sent', new Request(SCOPE, { method: 'POST' })],
  ])('leaves %s alone', (_, request) => {
    expect(browser().worker(ONE).answer(request)).toBeNull();
  });
});

describe('a newer service worker', () => {
  it('leaves the older one all its files while it waits', async () => {
    const { site, worker } = browser();
    const one = worker(ONE);
    await one.install();
    await worker(TWO).install();
    site.isDown = true;
    expect(await textOf(one, '')).toContain('sha256-page1');
    expect(await textOf(one, 'assets/a1.js')).toContain('sha256-a1');
  });

  it('drops them when it takes over, and nothing of its own', async () => {
    const { cache, worker } = browser();
    await worker(ONE).install();
    const two = worker(TWO);
    await two.install();
    await two.activate();
    expect([...cache.held.keys()]).toEqual(TWO.slice(0, 2).map((kept) => keyOf(kept, SCOPE)));
  });

  it('keeps them while a second tab may need them, and answers that tab', async () => {
    const { site, worker } = browser([SCOPE, `${SCOPE}#stage=prompt`]);
    await worker(ONE).install();
    const two = worker(TWO);
    await two.install();
    await two.activate();
    site.isDown = true;
    expect(await textOf(two, '')).toContain('sha256-page2');
    expect(await textOf(two, 'assets/a1.js')).toContain('sha256-a1');
  });

  it('is not held up by windows of another page', async () => {
    const { cache, worker } = browser([SCOPE, 'https://school.example/another/']);
    await worker(ONE).install();
    await worker([]).activate();
    expect(cache.held.size).toBe(0);
  });

  it('keeps a prepared device prepared, and fetches only what changed', async () => {
    const { cache, site, worker } = browser();
    await worker(ONE).install();
    const [model] = ONE.filter(({ part }) => part === 'class');
    if (model) await cache.put(keyOf(model, SCOPE), new Response('weights'));
    site.asked.length = 0;
    await worker([...ONE.slice(0, 2), file('model.bin', 'm2', 'class')]).install();
    expect(site.asked).toEqual(['model.bin']);
  });

  it('is good without the class files when those do not come', async () => {
    const { cache, site, worker } = browser();
    await worker(ONE).install();
    const [model] = ONE.filter(({ part }) => part === 'class');
    if (model) await cache.put(keyOf(model, SCOPE), new Response('weights'));
    site.lacks.add('model.bin');
    await worker(TWO).install();
    expect((await missingFrom(cache, TWO, SCOPE)).map(({ path }) => path)).toEqual(['model.bin']);
  });
});
