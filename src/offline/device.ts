import { fill, problemOf, type FillProblem } from './fill';
import {
  bytesOf,
  cacheName,
  missingFrom,
  preparedKey,
  withoutQuery,
  type OfflineFile,
  type Refusal,
} from './files';
import {
  activeWorker,
  filesOf,
  takeOver,
  watchVersions,
  type KeptWorker,
  type Registration,
  type WorkerContainer,
} from './registration';

/** What went wrong last: a preparation, giving space back, or keeping a newer version. */
export type DeviceProblem = FillProblem | 'notRemoved' | 'notUpdated';

/** What this device holds of the app, and what it is doing about it. */
export interface DeviceState {
  /**
   * 'unavailable': no service worker here. 'keeping': the first visit's files are on their way, 'failed': they did not
   * come. 'part': the app works without a connection, some files of the class are missing. 'ready': nothing is.
   */
  readonly status: 'unavailable' | 'keeping' | 'failed' | 'part' | 'preparing' | 'ready';
  /** Bytes of the app itself; 0 until they are known. */
  readonly appBytes: number;
  /** Bytes of what is fetched for a class. */
  readonly classBytes: number;
  /** How many of those are here. */
  readonly heldBytes: number;
  /** Bytes that are not here, of app and class. */
  readonly missingBytes: number;
  readonly problem: DeviceProblem | null;
  /** True when the browser promised not to clear it when space runs short. */
  readonly isPersistent: boolean;
  /** True when a newer version waits for the reader. */
  readonly hasNewVersion: boolean;
}

/** What of the browser is used. */
export interface DeviceOptions {
  /** Absent on plain http, from a file, and in some private windows. */
  readonly container: WorkerContainer | undefined;
  readonly openCache: (name: string) => Promise<Pick<Cache, 'keys' | 'put' | 'delete'>>;
  readonly fetchFile: (url: string, init: RequestInit) => Promise<Response>;
  /** Asks the browser to keep what is stored; false where it does not promise. */
  readonly persist: () => Promise<boolean>;
  /** Whether it promised earlier. */
  readonly persisted: () => Promise<boolean>;
  readonly reload: () => void;
  /** Address of the service worker. */
  readonly workerUrl: string;
}

export interface Device {
  getState(): DeviceState;
  subscribe(listener: () => void): () => void;
  /** Registers the service worker and looks at what is here. */
  start(): Promise<void>;
  /** Fetches what is missing for a class; what came before a failure stays. */
  prepare(): Promise<void>;
  /** Ends a preparation; what came stays. */
  cancel(): void;
  /** Gives back the space of what was fetched for a class. */
  remove(): Promise<void>;
  /** Lets the newer version take over and loads it. Resolves to why it does not; null when the page is about to go. */
  loadNewVersion(): Promise<Refusal | null>;
}

const UNKNOWN: DeviceState = {
  status: 'keeping',
  appBytes: 0,
  classBytes: 0,
  heldBytes: 0,
  missingBytes: 0,
  problem: null,
  isPersistent: false,
  hasNewVersion: false,
};

/** What a device keeps, seen and changed from the page: it works on the cache that the service worker answers from. */
class KeepingDevice implements Device {
  private state = UNKNOWN;
  private readonly listeners = new Set<() => void>();
  private registration: Registration | null = null;
  private files: readonly OfflineFile[] = [];
  private stop: AbortController | null = null;

  constructor(private readonly options: DeviceOptions) {}

  getState = (): DeviceState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    const { container, workerUrl } = this.options;
    if (!container) return this.set({ status: 'unavailable' });
    try {
      const registration = await container.register(workerUrl, { updateViaCache: 'none' });
      this.registration = registration;
      watchVersions(
        registration,
        () =>
          this.set({ hasNewVersion: true, ...(this.state.problem === 'notUpdated' && { problem: null }) }),
        () => this.set({ problem: 'notUpdated' }),
      );
      const worker = await activeWorker(registration);
      if (worker) await this.look(worker);
      else this.set({ status: 'failed' });
    } catch {
      // A browser that keeps nothing for this site refuses to register, or to open the cache.
      this.set({ status: this.registration ? 'failed' : 'unavailable' });
    }
  }

  async prepare(): Promise<void> {
    const { registration, stop } = this;
    if (!registration || stop) return;
    const { openCache, fetchFile, persist } = this.options;
    const { scope } = registration;
    this.stop = new AbortController();
    this.set({ status: 'preparing', problem: null });
    try {
      // Some browsers ask the reader first: the files need not wait for the answer.
      void persist().then(
        (isPersistent) => this.set({ isPersistent }),
        () => undefined,
      );
      const cache = await openCache(cacheName(scope));
      await fill(await missingFrom(cache, this.files, scope), {
        cache,
        scope,
        fetchFile,
        signal: this.stop.signal,
        onKept: ({ bytes }) => this.set({ missingBytes: this.state.missingBytes - bytes }),
      });
    } catch (error) {
      this.set({ problem: problemOf(error) });
      // Files that no longer fit together are a sign of a newer version: then it announces itself.
      await registration.update().catch(() => undefined);
    }
    this.stop = null;
    await this.count(scope).catch(() => this.set({ status: 'failed' }));
  }

  cancel(): void {
    this.stop?.abort();
  }

  async remove(): Promise<void> {
    const { registration } = this;
    if (!registration || this.stop) return;
    const { scope } = registration;
    const problem = await this.drop(scope).then(
      () => null,
      () => 'notRemoved' as const,
    );
    this.set({ problem });
    // Where not even this can be told, what was last known stands.
    await this.count(scope).catch(() => undefined);
  }

  async loadNewVersion(): Promise<Refusal | null> {
    const { container, reload } = this.options;
    const waiting = this.registration?.waiting;
    if (!waiting) {
      // It took over already.
      reload();
      return null;
    }
    let isRefused = false;
    // Before it is asked: it may have taken over by the time its answer is here.
    container?.addEventListener('controllerchange', () => {
      if (!isRefused) reload();
    });
    const refusal = await takeOver(waiting);
    isRefused = refusal !== null;
    return refusal;
  }

  private set(changes: Partial<DeviceState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }

  private async look(worker: KeptWorker): Promise<void> {
    this.files = await filesOf(worker);
    this.set({ isPersistent: await this.options.persisted().catch(() => false) });
    if (this.registration) await this.count(this.registration.scope);
  }

  /** Deletes what is kept for a class, also that of a newer version which waits. */
  private async drop(scope: string): Promise<void> {
    const cache = await this.options.openCache(cacheName(scope));
    await cache.delete(preparedKey(scope));
    const ofClass = new Set(
      this.files.filter(({ part }) => part === 'class').map(({ path }) => new URL(path, scope).href),
    );
    const held = (await cache.keys()).filter(({ url }) => ofClass.has(withoutQuery(url)));
    await Promise.all(held.map((request) => cache.delete(request)));
  }

  /** Looks what is here: the browser may have cleared some of it, or all. */
  private async count(scope: string): Promise<void> {
    const ofPart = (part: OfflineFile['part']): readonly OfflineFile[] =>
      this.files.filter((file) => file.part === part);
    const cache = await this.options.openCache(cacheName(scope));
    const missing = await missingFrom(cache, this.files, scope);
    const classBytes = bytesOf(ofPart('class'));
    // Without the mark newer versions still bring every class file that is here, if not those that are new in them.
    if (missing.length === 0) await cache.put(preparedKey(scope), new Response('')).catch(() => undefined);
    this.set({
      status: missing.length === 0 ? 'ready' : 'part',
      appBytes: bytesOf(ofPart('app')),
      classBytes,
      heldBytes: classBytes - bytesOf(missing.filter(({ part }) => part === 'class')),
      missingBytes: bytesOf(missing),
    });
  }
}

/** Opens the door to what this device keeps of the app. */
export const createDevice = (options: DeviceOptions): Device => new KeepingDevice(options);
