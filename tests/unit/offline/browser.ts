import { keyOf, missingFrom, preparedKey, type OfflineFile } from '../../../src/offline/files';
import { createOfflineWorker, type OfflineWorker } from '../../../src/offline/worker';
import { FakeCache, FakeSite, file, SCOPE } from './fakes';

/** Two versions of a site. */
export const ONE = [file('', 'page1'), file('assets/a1.js', 'a1'), file('model.bin', 'm1', 'class')];
export const TWO = [file('', 'page2'), file('assets/a2.js', 'a2'), file('model.bin', 'm2', 'class')];

/** One browser: a site, what it keeps of it, and its open windows; the first is the one that asks. */
export function browser(windows: readonly string[] = [SCOPE]) {
  const cache = new FakeCache();
  const site = new FakeSite();
  const life = {
    windows: windows.map((url, id) => ({ id: `${id}`, url })),
    claims: 0,
    updates: 0,
    hasNewer: false,
    isCacheBroken: false,
    duringPause: (): void => undefined,
  };
  const worker = (files: readonly OfflineFile[]): OfflineWorker =>
    createOfflineWorker(
      {
        scope: SCOPE,
        openCache: async () => {
          if (life.isCacheBroken) throw new DOMException('cannot open', 'UnknownError');
          return cache;
        },
        fetchFile: site.fetchFile,
        windows: async () => life.windows,
        claim: async () => void (life.claims += 1),
        update: async () => void (life.updates += 1),
        hasNewer: () => life.hasNewer,
        pause: async () => life.duringPause(),
      },
      files,
    );
  return { cache, site, worker, life };
}

export type Browser = ReturnType<typeof browser>;

/** Keeps the first version and, as the page does, some of its class files. */
export async function prepared({ cache, worker }: Browser, files = ONE, isWhole = true): Promise<void> {
  await worker(files).install();
  for (const kept of files.filter(({ part }) => part === 'class'))
    await cache.put(keyOf(kept, SCOPE), new Response(kept.integrity));
  if (isWhole) await cache.put(preparedKey(SCOPE), new Response(''));
}

export const held = ({ cache }: Browser, files: readonly OfflineFile[]): Promise<readonly string[]> =>
  missingFrom(cache, files, SCOPE).then((missing) =>
    files.filter((kept) => !missing.includes(kept)).map(({ path }) => path),
  );

export async function textOf(worker: OfflineWorker, path: string): Promise<string | undefined> {
  return (await worker.answer(new Request(SCOPE + path)))?.text();
}
