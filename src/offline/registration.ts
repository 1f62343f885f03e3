import { isFileList, isRefusal, type OfflineFile, type Question, type Refusal } from './files';

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

/** Tells of every newer worker that has kept its files and waits to take over, and of one that could not keep them. */
export function watchVersions(registration: Registration, onNewer: () => void, onFailed: () => void): void {
  const watch = (): void => {
    const { installing } = registration;
    let isKept = false;
    installing?.addEventListener('statechange', () => {
      if (!registration.active) return;
      if (installing.state === 'installed') {
        isKept = true;
        onNewer();
      } else if (installing.state === 'redundant' && !isKept) onFailed();
    });
  };
  registration.addEventListener('updatefound', watch);
  watch();
  if (registration.waiting && registration.active) onNewer();
}

function ask(worker: KeptWorker, question: Question): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}

/** The files a worker keeps. @throws Error when it answers with something else */
export async function filesOf(worker: KeptWorker): Promise<readonly OfflineFile[]> {
  const files = await ask(worker, 'files');
  if (isFileList(files)) return files;
  throw new Error('The service worker was expected to list its files; reload the page.');
}

/** Asks a waiting worker to take over; null when it does. */
export async function takeOver(worker: KeptWorker): Promise<Refusal | null> {
  const answer = await ask(worker, 'take over');
  return isRefusal(answer) ? answer : null;
}
