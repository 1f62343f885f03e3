import { fill } from './fill';
import { cacheName, keyOf, missingFrom, type OfflineFile } from './files';

/** What of the browser the worker uses. */
export interface WorkerBrowser {
  /** The folder that the page lies in. */
  readonly scope: string;
  readonly openCache: (name: string) => Promise<Pick<Cache, 'keys' | 'put' | 'delete' | 'match'>>;
  readonly fetchFile: (input: Request | string, init?: RequestInit) => Promise<Response>;
  /** Addresses of all open windows of this origin. */
  readonly windows: () => Promise<readonly string[]>;
}

/** What a service worker does when it is told to. */
export interface OfflineWorker {
  /** Keeps the app. @throws when a file does not come: then the browser drops this worker and tries again later */
  install(): Promise<void>;
  /** Drops what belongs to older versions. */
  activate(): Promise<void>;
  /** Answers from what is kept, else from the network; null for what is none of its business. */
  answer(request: Request): Promise<Response> | null;
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');

/** A worker that keeps one version's files and answers with them, whatever the server has by then. */
export function createOfflineWorker(browser: WorkerBrowser, files: readonly OfflineFile[]): OfflineWorker {
  const { scope, openCache, fetchFile, windows } = browser;
  const byUrl = new Map(files.map((file) => [new URL(file.path, scope).href, file]));
  const page = byUrl.get(scope);
  if (page) byUrl.set(new URL('index.html', scope).href, page);

  const install = async (): Promise<void> => {
    const cache = await openCache(cacheName(scope));
    const missing = await missingFrom(cache, files, scope);
    const held = new Set((await cache.keys()).map(({ url }) => withoutQuery(url)));
    const ofApp = missing.filter(({ part }) => part === 'app');
    await fill(ofApp, { cache, scope, fetchFile });
    // A device that was prepared for class stays so. Where that fails the new version is good all the same.
    const changed = missing.filter(
      ({ part, path }) => part === 'class' && held.has(new URL(path, scope).href),
    );
    await fill(changed, { cache, scope, fetchFile }).catch(() => undefined);
  };

  const activate = async (): Promise<void> => {
    const ours = (await windows()).filter((url) => url.startsWith(scope));
    // A second tab may still run the older version, and need its files.
    if (ours.length > 1) return;
    const cache = await openCache(cacheName(scope));
    const own = new Set(files.map((file) => keyOf(file, scope)));
    const others = (await cache.keys()).filter(({ url }) => !own.has(url));
    await Promise.all(others.map((request) => cache.delete(request)));
  };

  const found = async (request: Request): Promise<Response> => {
    const cache = await openCache(cacheName(scope));
    const file = byUrl.get(withoutQuery(request.url));
    const kept = file
      ? await cache.match(keyOf(file, scope))
      : // A part of an older version, for a tab that still runs it.
        await cache.match(request, { ignoreSearch: true });
    return kept ?? fetchFile(request);
  };

  return {
    install,
    activate,
    answer: (request) => (request.method === 'GET' && request.url.startsWith(scope) ? found(request) : null),
  };
}
