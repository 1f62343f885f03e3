import { text } from '../content/narrative';
import { count } from '../content/numbers';
import type { Recording, ShippedPoint } from '../protocol/storage';
import { readRecording } from './readRecording';
import { readManifest } from './readStored';
import words from './words.en.md';

/** Gets a file beside the page. */
export type FetchFile = (url: URL) => Promise<Response>;

export interface ShippedFiles {
  points(): Promise<readonly ShippedPoint[]>;
  bytes(id: string): Promise<Uint8Array>;
  recording(preset: Recording['preset']): Promise<Recording | null>;
}

/** Remembers what `load` gave per key; a failure is forgotten, so that the next call tries again. */
function remembered<T, K = ''>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const loading = new Map<K, Promise<T>>();
  return (key) => {
    const known = loading.get(key);
    if (known) return known;
    const started = load(key);
    loading.set(key, started);
    started.catch(() => loading.delete(key));
    return started;
  };
}

/** How the page's service worker says that the site now has another file than the version it keeps. */
export const CHANGED_STATUS = 412;

async function asked(fetchFile: FetchFile, url: URL, what: string): Promise<Response> {
  try {
    return await fetchFile(url);
  } catch (error) {
    throw new Error(text(words, 'notLoaded', { what }), { cause: error });
  }
}

function arrived(response: Response, what: string): Response {
  if (response.ok) return response;
  if (response.status === CHANGED_STATUS) throw new Error(text(words, 'changed', { what }));
  throw new Error(text(words, 'refused', { what, status: response.status }));
}

async function fetched(fetchFile: FetchFile, url: URL, what: string): Promise<Response> {
  return arrived(await asked(fetchFile, url, what), what);
}

async function parsed(response: Response, what: string): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch (error) {
    throw new Error(text(words, 'notReadable', { what }), { cause: error });
  }
}

/** True for a server's way to say that there is no such file: some answer with the page itself. */
function isAbsent(response: Response): boolean {
  return response.status === 404 || (response.headers.get('content-type') ?? '').includes('text/html');
}

const LIST = text(words, 'list');

/**
 * What came with the app: `checkpoints/manifest.json` below the page, the models it names, and `recordings` of how
 * they were trained.
 */
export function createShippedFiles(baseUrl: string, fetchFile: FetchFile): ShippedFiles {
  const manifestUrl = new URL('checkpoints/manifest.json', baseUrl);

  const points = remembered(async () =>
    readManifest(await parsed(await fetched(fetchFile, manifestUrl, LIST), LIST)),
  );

  const bytes = remembered(async (id: string) => {
    const point = (await points('')).find((candidate) => candidate.id === id);
    if (!point) throw new Error(text(words, 'noModel', { id }));
    const response = await fetched(fetchFile, new URL(point.file, manifestUrl), text(words, 'model', { id }));
    const weights = new Uint8Array(await response.arrayBuffer());
    if (weights.length === point.bytes) return weights;
    const lengths = { expected: count(point.bytes), came: count(weights.length) };
    throw new Error(text(words, 'modelDamaged', { id, ...lengths }));
  });

  const recordings = remembered(async (preset: Recording['preset']) => {
    const what = text(words, 'recording', { preset });
    const response = await asked(fetchFile, new URL(`recordings/${preset}.json`, baseUrl), what);
    if (isAbsent(response)) return null;
    return readRecording(await parsed(arrived(response, what), what), preset);
  });

  return { points: () => points(''), bytes, recording: recordings };
}
