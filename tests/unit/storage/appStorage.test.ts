import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Autosave, ShippedPoint, StoredPoint } from '../../../src/protocol/storage';
import type { SavedPointInfo } from '../../../src/protocol/training';
import { createAppStorage } from '../../../src/storage/appStorage';
import { RECORDING } from '../store/recordingSamples';
import { MapKeyValue } from './mapKeyValue';

const INFO: SavedPointInfo = {
  phase: 'pretrained',
  preset: 'nano',
  config: { nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 96, vocabSize: 512 },
  parameterCount: 139_000,
  step: 100,
  totalSteps: 300,
  priorSteps: 0,
  bytesSeen: 500_000,
  seed: 7,
  evaluation: { step: 100, proseBitsPerByte: 1.3, codeBitsPerByte: null },
  sample: { step: 100, prompt: '', text: 'a boy', realWords: 1 },
};
const AUTOSAVE: Autosave = {
  runId: 'r1',
  step: 140,
  status: 'running',
  savedAtMs: 5,
  bytes: Uint8Array.of(1, 2, 3),
};
const point = (id: string, runId = 'r1'): StoredPoint => ({
  id,
  runId,
  info: INFO,
  bytes: Uint8Array.of(id.length, 9),
});

const BASE = 'https://example.org/sub/path/';
const SHIPPED: ShippedPoint = { id: 'small-pretrained', file: 'small.safetensors', bytes: 3, info: INFO };

function setUp(files: Record<string, string | Uint8Array<ArrayBuffer>> = {}) {
  const kept = new MapKeyValue();
  const fetchFile = vi.fn((url: URL) => {
    const body = files[url.href];
    return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
  });
  return { kept, fetchFile, storage: createAppStorage({ baseUrl: BASE, keyValue: kept, fetchFile }) };
}

describe('what the reader made', () => {
  let { kept, storage } = setUp();
  beforeEach(() => ({ kept, storage } = setUp()));

  it('comes back as it was kept', async () => {
    await storage.saveAutosave(AUTOSAVE);
    expect(await storage.loadAutosave()).toEqual(AUTOSAVE);
    await storage.savePoint(point('a'));
    expect(await storage.loadPoint('a')).toEqual(point('a'));
    await storage.savePreference('theme', 'dark');
    expect(await storage.loadPreference('theme')).toBe('dark');
  });

  it('is absent before it is kept, and after it is cleared', async () => {
    expect(await storage.loadAutosave()).toBeNull();
    expect(await storage.loadPoint('a')).toBeNull();
    expect(await storage.loadPreference('theme')).toBeNull();
    await storage.saveAutosave(AUTOSAVE);
    await storage.clearAutosave();
    expect(await storage.loadAutosave()).toBeNull();
  });

  it('is listed in the order it was saved, without weights', async () => {
    await Promise.all(['c', 'a', 'b'].map((id) => storage.savePoint(point(id))));
    const listed = await storage.listPoints();
    expect(listed.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(listed[0]).toEqual({ id: 'c', runId: 'r1', info: INFO });
  });

  it('is deleted by run, weights included', async () => {
    await storage.savePoint(point('a', 'r1'));
    await storage.savePoint(point('b', 'r2'));
    await storage.deletePoints('r1');
    expect((await storage.listPoints()).map(({ id }) => id)).toEqual(['b']);
    expect([...kept.values.keys()].filter((key) => key.endsWith(':a'))).toEqual([]);
  });

  it('goes on being saved after one write failed', async () => {
    kept.trouble = new Error('broken');
    await expect(storage.savePoint(point('a'))).rejects.toThrow();
    kept.trouble = null;
    await storage.savePoint(point('b'));
    expect((await storage.listPoints()).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a browser that refuses', () => {
  it.each([
    ['full', new DOMException('no room', 'QuotaExceededError')],
    ['unavailable', new DOMException('private window', 'SecurityError')],
    ['unavailable', new ReferenceError('indexedDB is not defined')],
    ['unavailable', 'a string'],
  ])('gives the failure %s for %s, from every method', async (failure, trouble) => {
    const { kept, storage } = setUp();
    kept.trouble = trouble;
    const calls = [
      storage.saveAutosave(AUTOSAVE),
      storage.loadAutosave(),
      storage.clearAutosave(),
      storage.savePoint(point('a')),
      storage.loadPoint('a'),
      storage.listPoints(),
      storage.deletePoints('r1'),
      storage.savePreference('theme', 'dark'),
      storage.loadPreference('theme'),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'StorageError', failure });
  });

  it('gives the failure "unavailable" where there is no IndexedDB at all', async () => {
    const storage = createAppStorage({ baseUrl: BASE });
    await expect(storage.loadAutosave()).rejects.toMatchObject({
      name: 'StorageError',
      failure: 'unavailable',
    });
  });
});

describe('damaged values', () => {
  it.each([
    ['no record', 'hello'],
    ['no weights', { ...AUTOSAVE, bytes: new Uint8Array() }],
    ['weights of another type', { ...AUTOSAVE, bytes: [1, 2, 3] }],
    ['an unknown status', { ...AUTOSAVE, status: 'toString' }],
    ['a step that is no number', { ...AUTOSAVE, step: NaN }],
    ['no run', { ...AUTOSAVE, runId: '' }],
  ])('an autosave with %s reads as none', async (_, value) => {
    const { kept, storage } = setUp();
    kept.values.set('autosave', value);
    expect(await storage.loadAutosave()).toBeNull();
  });

  it.each([
    ['an unknown phase', { ...INFO, phase: 'x' }],
    ['a shape without width', { ...INFO, config: { ...INFO.config, nEmbd: undefined } }],
    ['a sample that is no sample', { ...INFO, sample: { step: 1 } }],
    ['a size of another version', { ...INFO, preset: 'huge' }],
  ])('a point with %s is not listed, the others are', async (_, info) => {
    const { kept, storage } = setUp();
    await storage.savePoint(point('good'));
    kept.values.set('facts:bad', { id: 'bad', runId: 'r', info, order: 1 });
    expect((await storage.listPoints()).map(({ id }) => id)).toEqual(['good']);
  });

  it('a point whose weights are gone reads as none', async () => {
    const { kept, storage } = setUp();
    await storage.savePoint(point('a'));
    kept.values.delete('weights:a');
    expect(await storage.loadPoint('a')).toBeNull();
  });
});

describe('recordings', () => {
  const url = `${BASE}recordings/nano.json`;
  const [first, second] = RECORDING.runs;

  it('are read below the page, each once', async () => {
    const { storage, fetchFile } = setUp({ [url]: JSON.stringify(RECORDING) });
    expect(await storage.recording('nano')).toEqual(RECORDING);
    await storage.recording('nano');
    expect(fetchFile.mock.calls.map(([asked]) => asked.href)).toEqual([url]);
  });

  it('made before stories were measured have none', async () => {
    const older = JSON.parse(
      JSON.stringify(RECORDING, (key, value: unknown) => (key === 'stories' ? undefined : value)),
    );
    const { storage } = setUp({ [url]: JSON.stringify(older) });
    const read = await storage.recording('nano');
    expect(read?.runs.map(({ stories }) => stories)).toEqual([[], []]);
    expect(read?.runs[0]?.verdicts).toEqual(first?.verdicts);
  });

  it('are absent where the server has none, in whichever way it says so', async () => {
    expect(await setUp().storage.recording('nano')).toBeNull();
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const answersWithPage = createAppStorage({
      baseUrl: BASE,
      keyValue: new MapKeyValue(),
      fetchFile: () => Promise.resolve(page),
    });
    expect(await answersWithPage.recording('nano')).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['no JSON', undefined, 'not readable'],
    ['a list', [], 'damaged'],
    ['another size', { ...RECORDING, preset: 'small' }, 'that of “small” came'],
    ['a size nobody knows', { ...RECORDING, preset: '__proto__' }, 'damaged'],
    ['no runs', { ...RECORDING, runs: 3 }, 'damaged'],
    ['a run without points', { ...RECORDING, runs: [first, { ...second, pointIds: [7] }] }, 'Run 2 in'],
    [
      'own text',
      { ...RECORDING, runs: [{ ...first, recipe: { ...first?.recipe, corpus: {} } }] },
      'Run 1 in',
    ],
    ['a curve that is none', { ...RECORDING, runs: [{ ...first, history: { reports: [] } }] }, 'Run 1 in'],
    ['stories without checks', { ...RECORDING, runs: [{ ...first, stories: [{ step: 3 }] }] }, 'Run 1 in'],
    ['verdicts without counts', { ...RECORDING, runs: [{ ...first, verdicts: [{ step: 3 }] }] }, 'Run 1 in'],
  ])('with %s are refused with a sentence', async (_, value, words) => {
    const { storage } = setUp({ [url]: value === undefined ? '{' : JSON.stringify(value) });
    await expect(storage.recording('nano')).rejects.toThrow(words);
  });

  it('are asked for again after a failure', async () => {
    const files: Record<string, string> = { [url]: '{' };
    const { storage } = setUp(files);
    await expect(storage.recording('nano')).rejects.toThrow('recording of the training of “nano”');
    files[url] = JSON.stringify(RECORDING);
    expect(await storage.recording('nano')).toEqual(RECORDING);
  });
});

describe('shipped models', () => {
  const manifestUrl = `${BASE}checkpoints/manifest.json`;
  const weightsUrl = `${BASE}checkpoints/small.safetensors`;
  const manifest = JSON.stringify([SHIPPED]);

  it('are listed and loaded below the page, each file once', async () => {
    const { storage, fetchFile } = setUp({ [manifestUrl]: manifest, [weightsUrl]: Uint8Array.of(1, 2, 3) });
    expect(await storage.shippedPoints()).toEqual([SHIPPED]);
    await Promise.all([storage.shippedBytes(SHIPPED.id), storage.shippedBytes(SHIPPED.id)]);
    expect(await storage.shippedBytes(SHIPPED.id)).toEqual(Uint8Array.of(1, 2, 3));
    expect(fetchFile.mock.calls.map(([url]) => url.href)).toEqual([manifestUrl, weightsUrl]);
  });

  it('are asked for again after a failure', async () => {
    const files: Record<string, string> = {};
    const { storage } = setUp(files);
    await expect(storage.shippedPoints()).rejects.toThrow('answered 404');
    files[manifestUrl] = manifest;
    expect(await storage.shippedPoints()).toEqual([SHIPPED]);
  });

  it.each([
    ['a page instead of a list', '<!doctype html>', 'not readable'],
    ['a list that is none', '{}', 'list of shipped models is damaged'],
    ['a damaged entry', JSON.stringify([SHIPPED, { ...SHIPPED, file: 4 }]), 'Entry 2'],
  ])('say what is wrong with %s', async (_, body, words) => {
    const { storage } = setUp({ [manifestUrl]: body });
    await expect(storage.shippedPoints()).rejects.toThrow(words);
  });

  it('say when a file was cut short, is missing or unknown', async () => {
    const cut = setUp({ [manifestUrl]: manifest, [weightsUrl]: Uint8Array.of(1) });
    await expect(cut.storage.shippedBytes(SHIPPED.id)).rejects.toThrow('3 bytes were expected, 1 came');
    const missing = setUp({ [manifestUrl]: manifest });
    await expect(missing.storage.shippedBytes(SHIPPED.id)).rejects.toThrow('answered 404');
    await expect(missing.storage.shippedBytes('other')).rejects.toThrow('no shipped model “other”');
  });

  it('say to check the connection when there is none', async () => {
    const storage = createAppStorage({
      baseUrl: BASE,
      keyValue: new MapKeyValue(),
      fetchFile: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await expect(storage.shippedPoints()).rejects.toThrow('Check the connection');
  });
});
