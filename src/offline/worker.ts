import { fill, problemOf } from './fill';
import {
  cacheName,
  keyOf,
  missingFrom,
  preparedKey,
  SITE_CHANGED,
  withoutQuery,
  type OfflineFile,
  type Refusal,
} from './files';

/** A window that is open. */
export interface OpenWindow {
  readonly id: string;
  readonly url: string;
}

/** What of the browser the worker uses. */
export interface WorkerBrowser {
  /** The folder that the page lies in. */
  readonly scope: string;
  readonly openCache: (name: string) => Promise<Pick<Cache, 'keys' | 'put' | 'delete' | 'match'>>;
  readonly fetchFile: (input: Request | string, init?: RequestInit) => Promise<Response>;
  /** All open windows of this origin. */
  readonly windows: () => Promise<readonly OpenWindow[]>;
  /** Answers from now on also the windows that were loaded without this worker. */
  readonly claim: () => Promise<void>;
  /** Looks whether the site has a newer version. */
  readonly update: () => Promise<unknown>;
  /** True while a version newer than this one is being kept, or waits. */
  readonly hasNewer: () => boolean;
  /** Lets about as long go by as a reload takes. */
  readonly pause: () => Promise<void>;
}

/** What a service worker does when it is told to. */
export interface OfflineWorker {
  /**
   * Keeps the app, and what this device was prepared with.
   * @throws when a file does not come: then the browser drops this worker, the older one stays, and it tries again later
   */
  install(): Promise<void>;
  /** Drops what belongs to older versions. */
  activate(): Promise<void>;
  /** Why this worker may not take over from the older one now; null when it may. */
  refusal(asker: string): Promise<Refusal | null>;
  /** Answers from what is kept, else from the network; null for what is none of its business. */
  answer(request: Request): Promise<Response> | null;
}

type Files = readonly OfflineFile[];

/** Keeping all that a version needs before it may begin. */
function installer({ scope, openCache, fetchFile }: WorkerBrowser, files: Files): () => Promise<void> {
  return async () => {
    const cache = await openCache(cacheName(scope));
    const held = (await cache.keys()).map(({ url }) => url);
    const isPrepared = held.includes(preparedKey(scope));
    const heldBefore = new Set(held.map(withoutQuery));
    // What was here for a class must be here in the new version too: the older files go when it takes over.
    const isNeeded = ({ part, path }: OfflineFile): boolean =>
      part === 'app' || isPrepared || heldBefore.has(new URL(path, scope).href);
    const missing = (await missingFrom(cache, files, scope)).filter(isNeeded);
    const came: OfflineFile[] = [];
    try {
      for (const part of ['app', 'class'])
        await fill(
          missing.filter((file) => file.part === part),
          { cache, scope, fetchFile, onKept: (file) => came.push(file) },
        );
    } catch (error) {
      // What came stays for the next try, but not on a full disk: there the reader's own run needs the room.
      if (problemOf(error) === 'full')
        await Promise.all(came.map((file) => cache.delete(keyOf(file, scope))));
      throw error;
    }
  };
}

/** Answering with the files of one version. */
function answerer(browser: WorkerBrowser, files: Files): (request: Request) => Promise<Response> {
  const { scope, openCache, fetchFile, update } = browser;
  const byUrl = new Map(files.map((file) => [new URL(file.path, scope).href, file]));
  const page = byUrl.get(scope);
  if (page) byUrl.set(new URL('index.html', scope).href, page);

  /** The file as it is kept, and whether the page itself is: then what is missing has to fit to it. */
  const look = async (request: Request, file: OfflineFile | undefined) => {
    try {
      const cache = await openCache(cacheName(scope));
      // Where no file of this version has the name, it may be a part of an older one, for a tab that still runs it.
      const kept = await (file
        ? cache.match(keyOf(file, scope))
        : cache.match(request, { ignoreSearch: true }));
      const isPageKept = page !== undefined && (await cache.match(keyOf(page, scope))) !== undefined;
      return { kept, isPageKept };
    } catch {
      // A cache that does not work must not stand between the page and its server.
      return { kept: undefined, isPageKept: false };
    }
  };

  /** A file as this version has it: another one would be other weights or other words, and nobody would know. */
  const checked = async ({ path, integrity }: OfflineFile, { signal }: Request): Promise<Response> => {
    const url = new URL(path, scope).href;
    try {
      return await fetchFile(url, { integrity, cache: 'no-cache', signal });
    } catch (error) {
      // Without a connection this does not come either. Where it comes, it was the wrong file.
      const { ok, status } = await fetchFile(url, { method: 'HEAD', cache: 'no-store', signal }).catch(() => {
        throw error;
      });
      void update().catch(() => undefined);
      return new Response(null, { status: ok ? SITE_CHANGED : status });
    }
  };

  return async (request) => {
    const file = byUrl.get(withoutQuery(request.url));
    const { kept, isPageKept } = await look(request, file);
    if (kept) return kept;
    // A window is never left empty: it takes what the site has. So do the files of a page that came from there.
    return file && isPageKept && request.mode !== 'navigate' ? checked(file, request) : fetchFile(request);
  };
}

/** A worker that keeps one version's files and answers with them, whatever the server has by then. */
export function createOfflineWorker(browser: WorkerBrowser, files: Files): OfflineWorker {
  const { scope, openCache, windows, claim, hasNewer, pause } = browser;
  const ownWindows = async (): Promise<readonly OpenWindow[]> =>
    (await windows()).filter(({ url }) => url.startsWith(scope));
  const install = installer(browser, files);
  const answer = answerer(browser, files);

  const activate = async (): Promise<void> => {
    const cache = await openCache(cacheName(scope));
    const own = new Set([preparedKey(scope), ...files.map((file) => keyOf(file, scope))]);
    const others = (await cache.keys()).filter(({ url }) => !own.has(url));
    // The first version answers the page that brought it. Later a page that is not answered came past the older
    // worker, by a forced reload: it is of a version that nobody here knows.
    if (others.length === 0) return claim();
    // A window that opened just now may run the older version; what a newer one keeps already is not old.
    if (hasNewer() || (await ownWindows()).length > 1) return;
    await Promise.all(others.map((request) => cache.delete(request)));
  };

  const refusal = async (asker: string): Promise<Refusal | null> => {
    const isInUse = async (): Promise<boolean> => (await ownWindows()).some(({ id }) => id !== asker);
    if (await isInUse()) return 'inUse';
    // A page that is being reloaded is no window for a moment.
    await pause();
    try {
      // The device may have been prepared while this worker waited, or the browser may have cleared some of it.
      await install();
    } catch {
      return 'incomplete';
    }
    return (await isInUse()) ? 'inUse' : null;
  };

  return {
    install,
    activate,
    refusal,
    answer: (request) => (request.method === 'GET' && request.url.startsWith(scope) ? answer(request) : null),
  };
}
