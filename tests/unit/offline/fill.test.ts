import { describe, expect, it } from 'vitest';
import { fill, problemOf, RefusedError } from '../../../src/offline/fill';
import { isFileList, keyOf, missingFrom } from '../../../src/offline/files';
import { FakeCache, FakeSite, file, SCOPE } from './fakes';

const FILES = Array.from({ length: 12 }, (_, index) => file(`assets/${index}.js`, 'one'));

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('fill', () => {
  it('keeps every file once, checked by its fingerprint, and tells of each', async () => {
    const cache = new FakeCache();
    const site = new FakeSite();
    let bytes = 0;
    await fill(FILES, {
      cache,
      scope: SCOPE,
      fetchFile: site.fetchFile,
      onKept: (kept) => (bytes += kept.bytes),
    });
    expect(site.asked.toSorted()).toEqual(FILES.map(({ path }) => path).toSorted());
    expect(await missingFrom(cache, FILES, SCOPE)).toEqual([]);
    expect(bytes).toBe(120);
    const [first] = cache.held.values();
    expect(await first?.text()).toContain('sha256-one');
  });

  it('forgets what the answer varied by, and keeps its type', async () => {
    const cache = new FakeCache();
    await fill(FILES.slice(0, 1), { cache, scope: SCOPE, fetchFile: new FakeSite().fetchFile });
    const [kept] = cache.held.values();
    expect(kept?.headers.get('vary')).toBeNull();
    expect(kept?.headers.get('content-type')).toBe('text/plain');
  });

  it('keeps what came before the connection was lost, and begins nothing after', async () => {
    const cache = new FakeCache();
    const site = new FakeSite();
    site.onAsk = () => (site.isDown = site.asked.length > 5);
    const error = await caught(fill(FILES, { cache, scope: SCOPE, fetchFile: site.fetchFile }));
    expect(problemOf(error)).toBe('lost');
    expect(cache.held.size).toBe(5);
    expect(site.asked.length).toBeLessThan(FILES.length);
  });

  it('ends when it is called off, which is no problem', async () => {
    const cache = new FakeCache();
    const site = new FakeSite();
    const stop = new AbortController();
    site.onAsk = () => site.asked.length === 6 && stop.abort();
    const { signal } = stop;
    const error = await caught(fill(FILES, { cache, scope: SCOPE, fetchFile: site.fetchFile, signal }));
    expect(problemOf(error)).toBeNull();
    expect(cache.held.size).toBe(5);
  });

  it('tells a full device and a server without the file apart', async () => {
    const full = new FakeCache();
    full.failure = new DOMException('no room', 'QuotaExceededError');
    const options = { scope: SCOPE, fetchFile: new FakeSite().fetchFile };
    expect(problemOf(await caught(fill(FILES, { ...options, cache: full })))).toBe('full');
    const site = new FakeSite();
    site.lacks.add('assets/3.js');
    const cache = new FakeCache();
    const error = await caught(fill(FILES, { cache, scope: SCOPE, fetchFile: site.fetchFile }));
    expect(error).toBeInstanceOf(RefusedError);
    expect(problemOf(error)).toBe('refused');
  });
});

describe('the names of kept files', () => {
  it('differ between versions, and stay below the page', () => {
    const [one, two] = [file('a.js', 'one'), file('a.js', 'two')].map((version) => keyOf(version, SCOPE));
    expect(one).not.toBe(two);
    expect(one?.startsWith(`${SCOPE}a.js?`)).toBe(true);
  });

  it.each([
    ['a list', [file('', 'one')], true],
    ['an empty list', [], false],
    ['nothing', undefined, false],
    ['a list of something else', [{ path: 'a' }], false],
    ['an unknown part', [{ ...file('a', 'one'), part: 'rest' }], false],
  ])('%s is recognised for what it is', (_, value, expected) => {
    expect(isFileList(value)).toBe(expected);
  });
});
