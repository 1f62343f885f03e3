/** A static host as readers meet them: text goes over the wire as gzip, and the page lives below a path. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const BASE = '/a/sub/path/';

/** How each kind of file is named, and whether hosts compress it. What has no line here goes as it is. */
const KINDS: Readonly<Record<string, { readonly type: string; readonly gzip: boolean }>> = {
  '.html': { type: 'text/html; charset=utf-8', gzip: true },
  '.js': { type: 'text/javascript; charset=utf-8', gzip: true },
  '.css': { type: 'text/css; charset=utf-8', gzip: true },
  '.json': { type: 'application/json; charset=utf-8', gzip: true },
  '.svg': { type: 'image/svg+xml', gzip: true },
  '.txt': { type: 'text/plain; charset=utf-8', gzip: true },
  '.wasm': { type: 'application/wasm', gzip: true },
  '.png': { type: 'image/png', gzip: false },
  '.woff2': { type: 'font/woff2', gzip: false },
};
const OTHER = { type: 'application/octet-stream', gzip: false };

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

async function replyTo(folder: string, pathname: string): Promise<Reply> {
  const inside = pathname.startsWith(BASE) ? normalize(pathname.slice(BASE.length)) : '..';
  const file = inside === '.' ? 'index.html' : inside;
  const body = file.startsWith('..') ? null : await readFile(join(folder, file)).catch(() => null);
  if (!body)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('not found') };
  const { type, gzip } = KINDS[extname(file)] ?? OTHER;
  const headers = { 'content-type': type, 'cache-control': 'max-age=600' };
  if (!gzip) return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}

/** Where a folder is served, until it is closed. */
export interface StaticHost {
  /** Ends with a slash. */
  readonly url: string;
  close(): void;
}

/** Serves a folder on a free port of this machine. */
export async function serveFolder(folder: string): Promise<StaticHost> {
  const replies = new Map<string, Promise<Reply>>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const reply = replies.get(pathname) ?? replyTo(folder, pathname);
    replies.set(pathname, reply);
    void reply.then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`expected the server to listen on a port, got ${String(address)}`);
  return { url: `http://127.0.0.1:${address.port}${BASE}`, close: () => server.close() };
}
