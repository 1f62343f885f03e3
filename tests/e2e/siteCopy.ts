import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';

const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A copy of the built site at an origin of its own, which can change and vanish as a real one does. */
export class SiteCopy {
  /** Where the page lies; set once it is open. */
  url = '';
  /** Paths below the page that were asked for. */
  readonly asked: string[] = [];
  /** Answers other than the original's, by path below the page. */
  private readonly changed = new Map<string, string>();
  private readonly server: Server;

  /** @param original where the built page is served */
  constructor(private readonly original: string) {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', original);
      const path = pathname.slice(new URL(original).pathname.length);
      this.asked.push(path);
      void this.read(path).then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, vary: 'Origin' }).end(body);
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the copy has no port');
    this.url = `http://127.0.0.1:${address.port}${new URL(this.original).pathname}`;
  }

  /** From now on nobody answers. */
  async vanish(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Publishes a version whose page describes itself otherwise. */
  async publish(description: string): Promise<void> {
    const [page, worker] = await Promise.all(
      ['', 'sw.js'].map(async (path) => (await this.read(path)).body.toString()),
    );
    if (page === undefined || worker === undefined) throw new Error('the site has no page or no worker');
    const next = page.replace(/(name="description"\s+content=")[^"]*/, `$1${description}`);
    if (next === page || !worker.includes(sha256(page))) throw new Error('the next version is like the last');
    this.changed.set('', next);
    this.changed.set('sw.js', worker.replace(sha256(page), sha256(next)));
  }

  private async read(path: string): Promise<{ status: number; type: string; body: Buffer }> {
    const response = await fetch(new URL(path, this.original));
    const changed = this.changed.get(path);
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/octet-stream',
      body: changed === undefined ? Buffer.from(await response.arrayBuffer()) : Buffer.from(changed),
    };
  }
}
