import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';

const sha256 = (text: string | Buffer): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A copy of the built site at an origin of its own, which can change and vanish as a real one does. */
export class SiteCopy {
  /** Where the page lies; set once it is open. */
  url = '';
  /** Paths below the page that were asked for. */
  readonly asked: string[] = [];
  /** Answers other than the original's, by path below the page. */
  private readonly changed = new Map<string, string>();
  /** Paths below the page that it does not have. */
  readonly lacks = new Set<string>();
  /** Requests that wait, and for which paths they do. */
  private held: { readonly paths: RegExp; readonly released: Promise<void> } | null = null;
  private readonly server: Server;

  /** @param original where the built page is served */
  constructor(private readonly original: string) {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', original);
      const path = pathname.slice(new URL(original).pathname.length);
      this.asked.push(path);
      void this.answer(path, response);
    });
  }

  private async answer(path: string, response: ServerResponse): Promise<void> {
    if (this.held?.paths.test(path)) await this.held.released;
    if (this.lacks.has(path)) {
      response.writeHead(404).end();
      return;
    }
    const { status, type, body } = await this.read(path);
    response.writeHead(status, { 'content-type': type, vary: 'Origin' }).end(body);
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

  /** Lets requests for these paths wait. @returns what answers them */
  hold(paths: RegExp): () => void {
    let open = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.held = { paths, released };
    return () => {
      this.held = null;
      open();
    };
  }

  /**
   * Publishes a version whose page describes itself otherwise.
   * @param files which have a line more at their end in it
   */
  async publish(description: string, files: readonly string[] = []): Promise<void> {
    const [page, worker] = await Promise.all(
      ['', 'sw.js'].map(async (path) => (await this.read(path)).body.toString()),
    );
    if (page === undefined || worker === undefined) throw new Error('the site has no page or no worker');
    const next = page.replace(/(name="description"\s+content=")[^"]*/, `$1${description}`);
    if (next === page || !worker.includes(sha256(page))) throw new Error('the next version is like the last');
    this.changed.set('', next);
    let script = worker.replace(sha256(page), sha256(next));
    for (const path of files) {
      const { body } = await this.read(path);
      const longer = `${body.toString()}\n`;
      if (!script.includes(sha256(body))) throw new Error(`the worker does not list ${path}`);
      script = script.replace(sha256(body), sha256(longer));
      this.changed.set(path, longer);
    }
    this.changed.set('sw.js', script);
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
