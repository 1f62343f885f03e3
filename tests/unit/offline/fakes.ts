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
  /** Thrown by the next `put`. */
  failure: Error | null = null;

  put = async (key: RequestInfo | URL, response: Response): Promise<void> => {
    if (this.failure) throw this.failure;
    this.held.set(String(key), response);
  };
  keys = async (): Promise<readonly Request[]> => [...this.held.keys()].map((url) => new Request(url));
  delete = async (key: RequestInfo | URL): Promise<boolean> =>
    this.held.delete(key instanceof Request ? key.url : String(key));
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
  isDown = false;
  /** Called before each answer. */
  onAsk: () => void = () => undefined;

  fetchFile = async (input: Request | string, init: RequestInit = {}): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url;
    this.asked.push(url.slice(SCOPE.length));
    this.onAsk();
    init.signal?.throwIfAborted();
    if (this.isDown) throw new TypeError('Failed to fetch');
    const status = this.lacks.has(url.slice(SCOPE.length)) ? 404 : 200;
    return new Response(`${url} ${init.integrity ?? 'from the network'}`, {
      status,
      headers: { 'content-type': 'text/plain', vary: 'Origin' },
    });
  };
}
