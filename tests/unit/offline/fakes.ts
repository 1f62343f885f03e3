import type { OfflineFile } from '../../../src/offline/files';

export const SCOPE = 'https://school.example/a/path/';

export const file = (path: string, version: string, part: OfflineFile['part'] = 'app'): OfflineFile => ({
  path,
  bytes: 10,
  integrity: `sha256-${version}`,
  part,
});

/** What a cache holds, by address. */
export class FakeCache {
  readonly held = new Map<string, Response>();
  /** Thrown by `put` and `delete` from now on. */
  failure: Error | null = null;
  /** How many files still find room on the disk. */
  room = Infinity;

  put = async (key: RequestInfo | URL, response: Response): Promise<void> => {
    if (this.failure) throw this.failure;
    if (this.room <= 0) throw new DOMException('no room', 'QuotaExceededError');
    this.room -= 1;
    this.held.set(String(key), response);
  };
  keys = async (): Promise<readonly Request[]> => [...this.held.keys()].map((url) => new Request(url));
  delete = async (key: RequestInfo | URL): Promise<boolean> => {
    if (this.failure) throw this.failure;
    return this.held.delete(key instanceof Request ? key.url : String(key));
  };
  match = async (
    key: RequestInfo | URL,
    { ignoreSearch = false }: CacheQueryOptions = {},
  ): Promise<Response | undefined> => {
    const url = key instanceof Request ? key.url : String(key);
    const bare = (address: string): string => (ignoreSearch ? address.replace(/\?.*/, '') : address);
    return [...this.held].find(([address]) => bare(address) === bare(url))?.[1].clone();
  };
}

/** A site that serves any file, and what it was asked for. */
export class FakeSite {
  readonly asked: string[] = [];
  /** Paths it does not have. */
  readonly lacks = new Set<string>();
  /** Paths that it has in another version by now: the browser refuses them where a fingerprint is asked for. */
  readonly changed = new Set<string>();
  isDown = false;
  /** Called before each answer. */
  onAsk: () => void = () => undefined;

  fetchFile = async (input: Request | string, init: RequestInit = {}): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url;
    const path = url.slice(SCOPE.length);
    this.asked.push(init.method ? `${init.method} ${path}` : path);
    this.onAsk();
    init.signal?.throwIfAborted();
    if (this.isDown) throw new TypeError('Failed to fetch');
    if (init.integrity && this.changed.has(path)) throw new TypeError('Failed to fetch');
    const status = this.lacks.has(path) ? 404 : 200;
    return new Response(`${url} ${init.integrity ?? 'from the network'}`, {
      status,
      headers: { 'content-type': 'text/plain', vary: 'Origin' },
    });
  };
}
