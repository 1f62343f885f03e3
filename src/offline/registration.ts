import { isFileList, type OfflineFile, type Question } from './files';

/** The part of ServiceWorker that is used here, so that a test can stand in for a browser. */
export interface KeptWorker {
  readonly state: ServiceWorkerState;
  postMessage(question: Question, transfer: Transferable[]): void;
  addEventListener(type: 'statechange', listener: () => void): void;
}

export interface Registration {
  readonly scope: string;
  readonly installing: KeptWorker | null;
  readonly waiting: KeptWorker | null;
  readonly active: KeptWorker | null;
  addEventListener(type: 'updatefound', listener: () => void): void;
  update(): Promise<unknown>;
}

export interface WorkerContainer {
  register(url: string, options: RegistrationOptions): Promise<Registration>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
}

/** The worker that answers this page, once it has kept all of the app; null when that failed. */
export function activeWorker(registration: Registration): Promise<KeptWorker | null> {
  const { active } = registration;
  const first = registration.waiting ?? registration.installing;
  if (active ?? !first) return Promise.resolve(active);
  return new Promise((resolve) => {
    const look = (): void => {
      if (first.state === 'redundant') resolve(registration.active);
      else if (first.state === 'activating' || first.state === 'activated') resolve(first);
    };
    first.addEventListener('statechange', look);
    look();
  });
}

/** Tells of every newer worker that has kept its files and waits to take over. */
export function watchVersions(registration: Registration, onNewer: () => void): void {
  const watch = (): void => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active) onNewer();
    });
  };
  registration.addEventListener('updatefound', watch);
  watch();
  if (registration.waiting && registration.active) onNewer();
}

/** The files a worker keeps. @throws Error when it answers with something else */
export function filesOf(worker: KeptWorker): Promise<readonly OfflineFile[]> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close();
      if (isFileList(data)) resolve(data);
      else reject(new Error('The service worker was expected to list its files; reload the page.'));
    };
    worker.postMessage('files', [port2]);
  });
}
