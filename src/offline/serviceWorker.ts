/** The service worker itself; the build (scripts/offlinePlugin.ts) writes it beside the page as sw.js. */
import type { OfflineFile, Question } from './files';
import { createOfflineWorker, type OpenWindow } from './worker';

/** How long a page that is being reloaded can be no window of the browser. */
const RELOAD_MS = 700;

/** An event that keeps the worker awake until a promise settles. */
interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface RequestEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface QuestionEvent extends LifeEvent {
  readonly data: Question;
  readonly ports: readonly MessagePort[];
  /** Who asks. */
  readonly source: { readonly id: string } | null;
}

/** The part of ServiceWorkerGlobalScope that is used: TypeScript has its types only in place of those of a page. */
interface ServiceWorkerScope {
  readonly registration: {
    readonly scope: string;
    readonly installing: object | null;
    readonly waiting: object | null;
    update(): Promise<unknown>;
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly OpenWindow[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: QuestionEvent) => void): void;
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
    windows: () => clients.matchAll({ type: 'window', includeUncontrolled: true }),
    claim: () => clients.claim(),
    update: () => registration.update(),
    // The worker that asks this is itself the active one.
    hasNewer: () => registration.installing !== null || registration.waiting !== null,
    pause: () => new Promise((resolve) => setTimeout(resolve, RELOAD_MS)),
  },
  files,
);

async function takeOver({ source, ports }: QuestionEvent): Promise<void> {
  const refusal = await worker.refusal(source?.id ?? '');
  ports[0]?.postMessage(refusal);
  if (!refusal) await self.skipWaiting();
}

self.addEventListener('install', (event) => event.waitUntil(worker.install()));
self.addEventListener('activate', (event) => event.waitUntil(worker.activate()));
self.addEventListener('fetch', (event) => {
  const answer = worker.answer(event.request);
  if (answer) event.respondWith(answer);
});
// A newer worker waits until the reader says so, or until nobody has the page open.
self.addEventListener('message', (event) => {
  if (event.data === 'files') event.ports[0]?.postMessage(files);
  else event.waitUntil(takeOver(event));
});
