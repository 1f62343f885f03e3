import type { ShippedPoint } from '../protocol/storage';
import { readManifest } from './readStored';

/** Gets a file beside the page. */
export type FetchFile = (url: URL) => Promise<Response>;

export interface ShippedFiles {
  points(): Promise<readonly ShippedPoint[]>;
  bytes(id: string): Promise<Uint8Array>;
}

/** Remembers what `load` gave per key; a failure is forgotten, so that the next call tries again. */
function remembered<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>();
  return (key) => {
    const known = loading.get(key);
    if (known) return known;
    const started = load(key);
    loading.set(key, started);
    started.catch(() => loading.delete(key));
    return started;
  };
}

async function fetched(fetchFile: FetchFile, url: URL, what: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetchFile(url);
  } catch (error) {
    throw new Error(`${what} could not be loaded. Check the connection and reload the page.`, {
      cause: error,
    });
  }
  if (response.ok) return response;
  throw new Error(
    `${what} could not be loaded (the server answered ${response.status}). The site may be incomplete.`,
  );
}

/** The models that came with the app: `checkpoints/manifest.json` below the page, and the files it names. */
export function createShippedFiles(baseUrl: string, fetchFile: FetchFile): ShippedFiles {
  const manifestUrl = new URL('checkpoints/manifest.json', baseUrl);

  const points = remembered(async () => {
    const response = await fetched(fetchFile, manifestUrl, 'The list of shipped models');
    let parsed: unknown;
    try {
      parsed = JSON.parse(await response.text());
    } catch (error) {
      throw new Error('The list of shipped models is not readable. The site may be incomplete.', {
        cause: error,
      });
    }
    return readManifest(parsed);
  });

  const bytes = remembered(async (id) => {
    const point = (await points('')).find((candidate) => candidate.id === id);
    if (!point) throw new Error(`There is no shipped model "${id}".`);
    const response = await fetched(fetchFile, new URL(point.file, manifestUrl), `The shipped model "${id}"`);
    const weights = new Uint8Array(await response.arrayBuffer());
    if (weights.length === point.bytes) return weights;
    throw new Error(
      `The shipped model "${id}" arrived damaged: ${point.bytes} bytes were expected, ${weights.length} came. Reload the page.`,
    );
  });

  return { points: () => points(''), bytes };
}
