import { describe, expect, it } from 'vitest';
import { createDevice, type Device } from '../../../src/offline/device';
import { keyOf, preparedKey, type Question } from '../../../src/offline/files';
import type { KeptWorker, Registration, WorkerContainer } from '../../../src/offline/registration';
import { FakeCache, FakeSite, file, SCOPE } from './fakes';

const FILES = [
  file('', 'page'),
  ...Array.from({ length: 8 }, (_, index) => file(`models/${index}`, 'm', 'class')),
];

class FakeWorker extends EventTarget implements KeptWorker {
  readonly questions: Question[] = [];
  constructor(
    public state: ServiceWorkerState,
    private readonly answer: unknown = FILES,
    public refusal: unknown = null,
  ) {
    super();
  }
  postMessage(question: Question, [port]: Transferable[]): void {
    this.questions.push(question);
    if (port instanceof MessagePort) port.postMessage(question === 'files' ? this.answer : this.refusal);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget implements Registration {
  readonly scope = SCOPE;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  updates = 0;
  update = async (): Promise<void> => void (this.updates += 1);
}

class FakeContainer extends EventTarget implements WorkerContainer {
  constructor(readonly registration: FakeRegistration | Error) {
    super();
  }
  register = async (): Promise<Registration> => {
    if (this.registration instanceof Error) throw this.registration;
    return this.registration;
  };
}

/** A device whose worker already answers the page, as on a second visit. */
function visited(registration = new FakeRegistration()) {
  registration.active ??= new FakeWorker('activated');
  const cache = new FakeCache();
  const site = new FakeSite();
  const container = new FakeContainer(registration);
  const loads = { count: 0 };
  const device = open(container, { cache, site, reload: () => (loads.count += 1) });
  const [page] = FILES;
  if (page) cache.held.set(keyOf(page, SCOPE), new Response('page'));
  return { device, cache, site, container, registration, loads };
}

function open(
  container: WorkerContainer | undefined,
  { cache = new FakeCache(), site = new FakeSite(), reload = () => undefined as unknown } = {},
): Device {
  return createDevice({
    container,
    openCache: async () => cache,
    fetchFile: site.fetchFile,
    persist: async () => true,
    persisted: async () => false,
    reload: () => void reload(),
    workerUrl: `${SCOPE}sw.js`,
  });
}

describe('a device', () => {
  it('says so where there is no service worker, or the browser refuses one', async () => {
    const without = open(undefined);
    await without.start();
    expect(without.getState().status).toBe('unavailable');
    const refusing = open(new FakeContainer(new DOMException('denied', 'SecurityError')));
    await refusing.start();
    expect(refusing.getState().status).toBe('unavailable');
  });

  it('waits for the first visit to be kept, and counts what is missing for a class', async () => {
    const registration = new FakeRegistration();
    const worker = (registration.installing = new FakeWorker('installing'));
    const device = open(new FakeContainer(registration));
    const started = device.start();
    expect(device.getState().status).toBe('keeping');
    registration.active = worker;
    await Promise.resolve();
    worker.become('activated');
    await started;
    expect(device.getState()).toMatchObject({ status: 'part', appBytes: 10, classBytes: 80, heldBytes: 0 });
    expect(device.getState().hasNewVersion, 'the first version is no news').toBe(false);
  });

  it('says when the first visit could not be kept', async () => {
    const registration = new FakeRegistration();
    const worker = (registration.installing = new FakeWorker('installing'));
    const device = open(new FakeContainer(registration));
    const started = device.start();
    await Promise.resolve();
    worker.become('redundant');
    await started;
    expect(device.getState().status).toBe('failed');
  });

  it('does not trust a worker that lists no files', async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker('activated', 'hello');
    const { device } = visited(registration);
    await device.start();
    expect(device.getState().status).toBe('failed');
  });
});

describe('preparing', () => {
  it('fetches what is missing, telling how far it is, until everything is here', async () => {
    const { device, site } = visited();
    await device.start();
    const told: number[] = [];
    device.subscribe(() => told.push(device.getState().missingBytes));
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'ready', heldBytes: 80, isPersistent: true });
    expect(new Set(told)).toEqual(new Set([80, 70, 60, 50, 40, 30, 20, 10, 0]));
    expect(site.asked).not.toContain('');
  });

  it('keeps what came when the connection goes, looks for a newer version, and goes on later', async () => {
    const { device, site, registration } = visited();
    await device.start();
    site.onAsk = () => (site.isDown = site.asked.length > 5);
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'part', heldBytes: 50, problem: 'lost' });
    expect(registration.updates).toBe(1);
    site.onAsk = () => undefined;
    site.isDown = false;
    site.asked.length = 0;
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'ready', problem: null });
    expect(site.asked).toHaveLength(3);
  });

  it('says that the device is full', async () => {
    const { device, cache } = visited();
    await device.start();
    cache.failure = new DOMException('no room', 'QuotaExceededError');
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'part', problem: 'full' });
  });

  it('keeps exactly what found room, and goes on when there is more', async () => {
    const { device, cache, site } = visited();
    await device.start();
    cache.room = 3;
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'part', heldBytes: 30, problem: 'full' });
    expect(cache.held.size).toBe(4);
    cache.room = Infinity;
    site.asked.length = 0;
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'ready', problem: null });
    expect(site.asked).toHaveLength(5);
  });

  it('goes on where it stopped when the tab was closed half-way', async () => {
    const { device, cache, site, container } = visited();
    await device.start();
    // The tab goes: what was on the way never comes.
    site.onAsk = () => (site.isDown = site.asked.length > 3);
    await device.prepare();
    site.onAsk = () => undefined;
    site.isDown = false;
    const came = new Set(site.asked.slice(0, 3));
    site.asked.length = 0;
    const reopened = open(container, { cache, site });
    await reopened.start();
    expect(reopened.getState()).toMatchObject({
      status: 'part',
      heldBytes: 30,
      missingBytes: 50,
      problem: null,
    });
    await reopened.prepare();
    expect(reopened.getState().status).toBe('ready');
    expect(site.asked.filter((path) => came.has(path))).toEqual([]);
  });

  it('marks the device once all is here, until it is taken back', async () => {
    const { device, cache } = visited();
    await device.start();
    expect(cache.held.has(preparedKey(SCOPE))).toBe(false);
    await device.prepare();
    expect(cache.held.has(preparedKey(SCOPE))).toBe(true);
    await device.remove();
    expect(cache.held.has(preparedKey(SCOPE))).toBe(false);
  });

  it('takes back also what a newer version keeps for a class while it waits', async () => {
    const { device, cache } = visited();
    await device.start();
    await device.prepare();
    const newer = keyOf(file('models/0', 'newer', 'class'), SCOPE);
    await cache.put(newer, new Response('weights'));
    await device.remove();
    expect(cache.held.has(newer)).toBe(false);
    expect(cache.held.size, 'the page stays').toBe(1);
  });

  it('says when the browser does not let it be removed', async () => {
    const { device, cache } = visited();
    await device.start();
    await device.prepare();
    cache.failure = new DOMException('refused', 'UnknownError');
    await device.remove();
    expect(device.getState()).toMatchObject({ status: 'ready', heldBytes: 80, problem: 'notRemoved' });
    cache.failure = null;
    await device.remove();
    expect(device.getState()).toMatchObject({ status: 'part', heldBytes: 0, problem: null });
  });

  it('can be called off, and taken back without touching the app', async () => {
    const { device, site } = visited();
    await device.start();
    site.onAsk = () => site.asked.length === 4 && device.cancel();
    await device.prepare();
    expect(device.getState()).toMatchObject({ status: 'part', heldBytes: 30, problem: null });
    await device.remove();
    expect(device.getState()).toMatchObject({ status: 'part', heldBytes: 0, missingBytes: 80 });
  });
});

describe('a newer version', () => {
  const found = (registration: FakeRegistration): FakeWorker => {
    const worker = (registration.installing = new FakeWorker('installing'));
    registration.dispatchEvent(new Event('updatefound'));
    registration.installing = null;
    registration.waiting = worker;
    worker.become('installed');
    return worker;
  };

  it('is announced and not applied', async () => {
    const { device, registration, container, loads } = visited();
    await device.start();
    expect(device.getState().hasNewVersion).toBe(false);
    const worker = found(registration);
    expect(device.getState().hasNewVersion).toBe(true);
    expect(worker.questions).toEqual([]);
    // It takes over for another reason than this page's wish: the page goes on.
    container.dispatchEvent(new Event('controllerchange'));
    expect(loads.count).toBe(0);
  });

  it('is announced to a page that opens while it waits', async () => {
    const registration = new FakeRegistration();
    registration.waiting = new FakeWorker('installed');
    const { device } = visited(registration);
    await device.start();
    expect(device.getState()).toMatchObject({ status: 'part', hasNewVersion: true });
  });

  it('takes over when the reader says so, and then the page is loaded once', async () => {
    const { device, registration, container, loads } = visited();
    await device.start();
    const worker = found(registration);
    const asked = device.loadNewVersion();
    expect(worker.questions).toEqual(['take over']);
    expect(loads.count).toBe(0);
    container.dispatchEvent(new Event('controllerchange'));
    expect(loads.count).toBe(1);
    expect(await asked).toBeNull();
  });

  it.each(['inUse', 'incomplete'])(
    'stays where the worker says %s, and can be asked again',
    async (refusal) => {
      const { device, registration, container, loads } = visited();
      await device.start();
      const worker = found(registration);
      worker.refusal = refusal;
      expect(await device.loadNewVersion()).toBe(refusal);
      // Whatever changes the worker later, the reader did not ask for it.
      container.dispatchEvent(new Event('controllerchange'));
      expect(loads.count).toBe(0);
      worker.refusal = null;
      expect(await device.loadNewVersion()).toBeNull();
      container.dispatchEvent(new Event('controllerchange'));
      expect(loads.count).toBe(1);
    },
  );

  it('that could not be kept in full is told, until one is', async () => {
    const { device, registration } = visited();
    await device.start();
    const failing = (registration.installing = new FakeWorker('installing'));
    registration.dispatchEvent(new Event('updatefound'));
    failing.become('redundant');
    expect(device.getState()).toMatchObject({ hasNewVersion: false, problem: 'notUpdated' });
    const kept = found(registration);
    expect(device.getState()).toMatchObject({ hasNewVersion: true, problem: null });
    // Replaced by a still newer one: nothing failed.
    kept.become('redundant');
    expect(device.getState().problem).toBeNull();
  });

  it('is loaded at once where it took over by itself', async () => {
    const { device, registration, loads } = visited();
    await device.start();
    registration.active = found(registration);
    registration.waiting = null;
    await device.loadNewVersion();
    expect(loads.count).toBe(1);
  });
});
