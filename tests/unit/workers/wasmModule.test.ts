import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileModule } from '../../../src/workers/training/wasmModule';

const FUSED = readFileSync(join(import.meta.dirname, '../../../src/engine/kernels/fused.wasm'));

function serve(body: Uint8Array<ArrayBuffer>, type: string, status = 200): void {
  const respond = () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
  vi.stubGlobal('fetch', vi.fn(respond));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the WebAssembly file', () => {
  it.each(['application/wasm', 'application/octet-stream', 'text/plain'])(
    'compiles, served as %s',
    async (type) => {
      serve(FUSED, type);
      const module = await compileModule('fused.wasm');
      expect(module && WebAssembly.Module.exports(module).length).toBeGreaterThan(5);
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it('is told apart from one that this browser cannot run', async () => {
    // Without its last bytes it is as little a module as one with instructions that the browser does not know.
    serve(FUSED.subarray(0, -20), 'application/wasm');
    expect(await compileModule('fused.wasm')).toBeNull();
  });

  it('that does not arrive is an error with the way out', async () => {
    serve(new Uint8Array(), 'text/html', 404);
    await expect(compileModule('fused.wasm')).rejects.toThrow(/status 404; reload the page/);
  });
});
