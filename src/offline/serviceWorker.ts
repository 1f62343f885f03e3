/** The service worker itself; the build (scripts/offlinePlugin.ts) writes it beside the page as sw.js. */
import type { OfflineFile, Question } from './files';
import { createOfflineWorker } from './worker';

/** An event that keeps the worker awake until a promise settles. */
interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface RequestEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of ServiceWorkerGlobalScope that is used: TypeScript has its types only in place of those of a page. */
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Question>) => void): void;
}

declare const self: ServiceWorkerScope;
/** Every file of the built site that is worth keeping: put in by the build. */
declare const OFFLINE_FILES: readonly OfflineFile[];

const files = OFFLINE_FILES;
const { registration, clients } = self;
const worker = createOfflineWorker(
  {
    scope: registration.scope,
    openCache: (name) => caches.open(name),
    fetchFile: (input, init) => fetch(input, init),
    windows: async () =>
      (await clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ url }) => url),
  },
  files,
);

self.addEventListener('install', (event) => event.waitUntil(worker.install()));
self.addEventListener('activate', (event) => event.waitUntil(worker.activate().then(() => clients.claim())));
self.addEventListener('fetch', (event) => {
  const answer = worker.answer(event.request);
  if (answer) event.respondWith(answer);
});
// A newer worker waits until the reader says so, or until nobody has the page open.
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'files') ports[0]?.postMessage(files);
  else void self.skipWaiting();
});
