import type { AppStorage, StoredPoint } from '../protocol/storage';
import { createIndexedDbKeyValue, withStorageErrors, type KeyValue } from './keyValue';
import { readAutosave, readBytes, readPointFacts, type PointFacts } from './readStored';
import { createShippedFiles, type FetchFile } from './shippedFiles';

export interface AppStorageOptions {
  /** Where the page lies; `checkpoints/` and `recordings/` are below it. */
  readonly baseUrl: string;
  /** IndexedDB unless told otherwise. */
  readonly keyValue?: KeyValue;
  readonly fetchFile?: FetchFile;
}

const AUTOSAVE = 'autosave';
/** Facts and weights lie apart, so that listing points does not read megabytes. */
const FACTS = 'facts:';
const WEIGHTS = 'weights:';
const PREFERENCE = 'preference:';

/** Facts of all own points that can be read, in the order they were saved. */
async function listFacts(kept: KeyValue): Promise<PointFacts[]> {
  const names = (await kept.keys()).filter((key) => key.startsWith(FACTS));
  const values = await Promise.all(names.map((name) => kept.get(name)));
  return values
    .map(readPointFacts)
    .filter((facts): facts is PointFacts => facts !== null)
    .sort((a, b) => a.order - b.order);
}

/** What a point is known by outside; its place in the list is the list's affair. */
function listed({ id, runId, info, file }: PointFacts): Omit<StoredPoint, 'bytes'> {
  return { id, runId, info, ...(file !== undefined && { file }) };
}

/** Weights first: facts without weights would be a point that cannot be opened. */
async function savePoint(kept: KeyValue, { bytes, ...facts }: StoredPoint): Promise<void> {
  const others = await listFacts(kept);
  const order = Math.max(0, ...others.map((other) => other.order)) + 1;
  await kept.set(WEIGHTS + facts.id, bytes);
  await kept.set(FACTS + facts.id, { ...facts, order } satisfies PointFacts);
}

async function loadPoint(kept: KeyValue, id: string): Promise<StoredPoint | null> {
  const facts = readPointFacts(await kept.get(FACTS + id));
  const bytes = readBytes(await kept.get(WEIGHTS + id));
  if (!facts || !bytes) return null;
  return { ...listed(facts), bytes };
}

async function deletePoints(kept: KeyValue, runId: string): Promise<void> {
  const mine = (await listFacts(kept)).filter((facts) => facts.runId === runId);
  for (const { id } of mine) {
    await kept.delete(FACTS + id);
    await kept.delete(WEIGHTS + id);
  }
}

/**
 * Keeps models and preferences on the reader's machine and reads the models shipped with the app.
 *
 * What the browser refuses rejects with a StorageError; what is stored but damaged reads as absent.
 */
export function createAppStorage(options: AppStorageOptions): AppStorage {
  const { baseUrl, keyValue = createIndexedDbKeyValue(), fetchFile = (url) => fetch(url) } = options;
  const kept = withStorageErrors(keyValue);
  const shipped = createShippedFiles(baseUrl, fetchFile);
  // One after the other: two points saved at once would take the same place in the order.
  let lastWrite: Promise<void> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const turn = lastWrite.then(write);
    lastWrite = turn.catch(() => undefined);
    return turn;
  };
  return {
    saveAutosave: (autosave) => kept.set(AUTOSAVE, autosave),
    loadAutosave: async () => readAutosave(await kept.get(AUTOSAVE)),
    clearAutosave: () => kept.delete(AUTOSAVE),
    savePoint: (point) => inTurn(() => savePoint(kept, point)),
    loadPoint: (id) => loadPoint(kept, id),
    listPoints: async () => (await listFacts(kept)).map(listed),
    deletePoints: (runId) => inTurn(() => deletePoints(kept, runId)),
    savePreference: (key, value) => kept.set(PREFERENCE + key, value),
    loadPreference: async (key) => {
      const value = await kept.get(PREFERENCE + key);
      return typeof value === 'string' ? value : null;
    },
    forgetAll: () =>
      inTurn(async () => {
        for (const key of await kept.keys()) await kept.delete(key);
      }),
    shippedPoints: () => shipped.points(),
    shippedBytes: (id) => shipped.bytes(id),
    recording: (preset) => shipped.recording(preset),
  };
}
