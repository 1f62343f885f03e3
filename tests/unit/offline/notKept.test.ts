import { describe, expect, it } from 'vitest';
import { keyOf, SITE_CHANGED } from '../../../src/offline/files';
import { browser, ONE, textOf } from './browser';
import { file, SCOPE } from './fakes';

describe('a file that is not kept', () => {
  it('comes from the site as this version has it', async () => {
    const { worker } = browser();
    const one = worker(ONE);
    await one.install();
    expect(await textOf(one, 'model.bin')).toContain('sha256-m1');
  });

  it('is refused where the site has another one by now, and the newer version is looked for', async () => {
    const { worker, site, life } = browser();
    const one = worker(ONE);
    await one.install();
    site.changed.add('model.bin');
    const answer = await one.answer(new Request(`${SCOPE}model.bin`));
    expect(answer?.status).toBe(SITE_CHANGED);
    expect(await answer?.text()).toBe('');
    expect(life.updates).toBe(1);
  });

  it('is told to be missing where the site has none by now', async () => {
    const { worker, site } = browser();
    const one = worker(ONE);
    await one.install();
    site.changed.add('model.bin');
    site.lacks.add('model.bin');
    expect((await one.answer(new Request(`${SCOPE}model.bin`)))?.status).toBe(404);
  });

  it('fails as ever without a connection, which is no sign of a change', async () => {
    const { worker, site, life } = browser();
    const one = worker(ONE);
    await one.install();
    site.isDown = true;
    await expect(one.answer(new Request(`${SCOPE}model.bin`))).rejects.toThrow('Failed to fetch');
    expect(life.updates).toBe(0);
  });

  it('comes as it is where the page itself came from the site: then it is of the same version', async () => {
    const { worker, site, cache } = browser();
    const one = worker(ONE);
    await one.install();
    cache.held.clear();
    site.changed.add('model.bin');
    expect(await textOf(one, '')).toContain('from the network');
    expect(await textOf(one, 'model.bin')).toContain('from the network');
  });

  it('is never a reason for an empty window', async () => {
    const { worker, site, cache } = browser();
    const files = [...ONE, file('speaker.html', 's1')];
    const one = worker(files);
    await one.install();
    cache.held.delete(keyOf(file('speaker.html', 's1'), SCOPE));
    site.changed.add('speaker.html');
    const opened = new Request(`${SCOPE}speaker.html`);
    Object.defineProperty(opened, 'mode', { value: 'navigate' });
    expect(await (await one.answer(opened))?.text()).toContain('from the network');
  });
});

describe('a cache that does not work', () => {
  it('does not stand between the page and its server', async () => {
    const { worker, cache, life } = browser();
    const one = worker(ONE);
    await one.install();
    life.isCacheBroken = true;
    for (const { path } of ONE) expect(await textOf(one, path), path).toContain('from the network');
    life.isCacheBroken = false;
    cache.match = () => Promise.reject(new DOMException('cannot read', 'UnknownError'));
    for (const { path } of ONE) expect(await textOf(one, path), path).toContain('from the network');
  });
});
