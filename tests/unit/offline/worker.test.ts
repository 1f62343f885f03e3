import { describe, expect, it } from 'vitest';
import { keyOf, missingFrom, preparedKey } from '../../../src/offline/files';
import type { OfflineWorker } from '../../../src/offline/worker';
import { browser, held, ONE, prepared, textOf, TWO, type Browser } from './browser';
import { file, SCOPE } from './fakes';

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

  it('leaves alone what a still newer one keeps already', async () => {
    const here = browser();
    const two = here.worker(TWO);
    await here.worker(ONE).install();
    await two.install();
    const three = [file('', 'page3'), file('assets/a3.js', 'a3')];
    await here.worker(three).install();
    here.life.hasNewer = true;
    await two.activate();
    expect(await missingFrom(here.cache, three, SCOPE)).toEqual([]);
  });

  it('answers at once the page that brought the first version, and no page that came past an older one', async () => {
    const { worker, life } = browser();
    const one = worker(ONE);
    await one.install();
    await one.activate();
    expect(life.claims).toBe(1);
    const two = worker(TWO);
    await two.install();
    await two.activate();
    expect(life.claims).toBe(1);
  });
});

describe('a newer version on a prepared device', () => {
  it('keeps it prepared, and fetches only what changed', async () => {
    const here = browser();
    await prepared(here);
    here.site.asked.length = 0;
    await here.worker([...ONE.slice(0, 2), file('model.bin', 'm2', 'class')]).install();
    expect(here.site.asked).toEqual(['model.bin']);
  });

  it('brings also the class files that are new in it', async () => {
    const here = browser();
    await prepared(here);
    const next = [...TWO, file('new.bin', 'n1', 'class')];
    await here.worker(next).install();
    expect(await missingFrom(here.cache, next, SCOPE)).toEqual([]);
  });

  // Once it was good without them; but it then deleted the older ones, and the lesson had no models.
  it.each([
    ['prepared', true],
    ['half prepared', false],
  ])(
    'is not installed without the class files, so that the older version of a %s device keeps its own',
    async (_, isWhole) => {
      const here = browser();
      await prepared(here, ONE, isWhole);
      here.site.lacks.add('model.bin');
      await expect(here.worker(TWO).install()).rejects.toThrow('404');
      expect(await missingFrom(here.cache, ONE, SCOPE)).toEqual([]);
      here.site.isDown = true;
      expect(await textOf(here.worker(ONE), 'model.bin')).toContain('sha256-m1');
    },
  );

  it('is installed once the rest comes, without fetching again what came before', async () => {
    const here = browser();
    await prepared(here);
    here.site.lacks.add('model.bin');
    await here
      .worker(TWO)
      .install()
      .catch(() => undefined);
    here.site.lacks.clear();
    here.site.asked.length = 0;
    const two = here.worker(TWO);
    await two.install();
    expect(here.site.asked).toEqual(['model.bin']);
    await two.activate();
    expect(await held(here, TWO)).toEqual(TWO.map(({ path }) => path));
    expect(here.cache.held.has(preparedKey(SCOPE)), 'the device stays marked').toBe(true);
  });

  it('asks for none of them where a device was not prepared', async () => {
    const here = browser();
    await here.worker(ONE).install();
    here.site.lacks.add('model.bin');
    await here.worker(TWO).install();
    expect(await held(here, TWO)).toEqual(['', 'assets/a2.js']);
  });
});

describe('a full disk', () => {
  it('ends the first visit with nothing kept: the room is for what the reader trains', async () => {
    const here = browser();
    here.cache.room = 1;
    await expect(here.worker(ONE).install()).rejects.toThrow('no room');
    expect(here.cache.held.size).toBe(0);
  });

  it('leaves the older version whole, and gives back what the newer one took', async () => {
    const here = browser();
    await prepared(here);
    const before = [...here.cache.held.keys()];
    here.cache.room = 2;
    await expect(here.worker(TWO).install()).rejects.toThrow('no room');
    expect([...here.cache.held.keys()]).toEqual(before);
    here.site.isDown = true;
    for (const { path, integrity } of ONE) expect(await textOf(here.worker(ONE), path)).toContain(integrity);
  });
});

describe('taking over', () => {
  const waiting = async (here: Browser, files = TWO): Promise<OfflineWorker> => {
    await here.worker(ONE).install();
    const worker = here.worker(files);
    await worker.install();
    return worker;
  };

  it('is granted to the only window of the page', async () => {
    const here = browser([SCOPE, 'https://school.example/another/']);
    expect(await (await waiting(here)).refusal('0')).toBeNull();
  });

  it.each(['#v=1&present=1', 'speaker.html', ''])(
    'is refused while another window is open: %s',
    async (path) => {
      const here = browser([SCOPE, SCOPE + path]);
      expect(await (await waiting(here)).refusal('0')).toBe('inUse');
    },
  );

  it('is refused while another window is just being reloaded', async () => {
    const here = browser();
    const two = await waiting(here);
    here.life.duringPause = () => void (here.life.windows = [...here.life.windows, { id: '1', url: SCOPE }]);
    expect(await two.refusal('0')).toBe('inUse');
  });

  it('brings first what the device was prepared with while it waited', async () => {
    const here = browser();
    const next = [...ONE.slice(1), file('', 'page2'), file('new.bin', 'n1', 'class')];
    const two = await waiting(here, next);
    await prepared(here);
    here.site.isDown = true;
    expect(await two.refusal('0')).toBe('incomplete');
    here.site.isDown = false;
    expect(await two.refusal('0')).toBeNull();
    expect(await missingFrom(here.cache, next, SCOPE)).toEqual([]);
  });
});
