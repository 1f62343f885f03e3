import { keyOf, type OfflineFile } from './files';

/** Files on the way at once: enough to keep a slow line busy. */
const LANES = 4;

export interface FillOptions {
  readonly cache: Pick<Cache, 'put'>;
  readonly scope: string;
  readonly fetchFile: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal?: AbortSignal;
  /** Called after each file that is kept. */
  readonly onKept?: (file: OfflineFile) => void;
}

/** Why files could not be kept, in the kinds that a reader can do something about. */
export type FillProblem = 'full' | 'refused' | 'lost';

/** The server answered, but not with the file. */
export class RefusedError extends Error {}

/** The kind of a failure of `fill`; null when it was called off. */
export function problemOf(error: unknown): FillProblem | null {
  if (error instanceof RefusedError) return 'refused';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return null;
  return name === 'QuotaExceededError' ? 'full' : 'lost';
}

/** `Vary` speaks of what was asked once; kept, it would hide the file from module scripts, which ask with an origin. */
function keepable(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete('vary');
  return new Response(response.body, { headers });
}

async function keep(file: OfflineFile, { cache, scope, fetchFile, signal }: FillOptions): Promise<void> {
  const response = await fetchFile(new URL(file.path, scope).href, {
    // A half-published site, or the login page of a school's network, is no version of this app.
    integrity: file.integrity,
    cache: 'no-cache',
    ...(signal && { signal }),
  });
  if (!response.ok)
    throw new RefusedError(`${file.path}: a file was expected, the server answered ${response.status}`);
  await cache.put(keyOf(file, scope), keepable(response));
}

/**
 * Fetches files and keeps them. After a failure no further file is begun; what was kept stays.
 * @throws the first failure: RefusedError, or what fetch and the cache throw
 */
export async function fill(files: readonly OfflineFile[], options: FillOptions): Promise<void> {
  const waiting = files.values();
  let isOver = false;
  const lane = async (): Promise<void> => {
    for (const file of waiting) {
      if (isOver) return;
      try {
        options.signal?.throwIfAborted();
        await keep(file, options);
      } catch (error) {
        isOver = true;
        throw error;
      }
      options.onKept?.(file);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
