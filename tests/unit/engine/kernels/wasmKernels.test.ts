import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernels, WASM_FILE } from '../../../../scripts/assembly.mjs';
import { createWasmKernels } from '../../../../src/engine/kernels/wasmKernels';
import { claimKernels } from '../../../reference/kernelClaims';

const committed = readFileSync(WASM_FILE);

const open = async () => createWasmKernels(await WebAssembly.compile(committed));

claimKernels('wasm', open);

describe('wasm kernels', () => {
  it('know exponentials to a millionth of themselves', async () => {
    const kernels = await open();
    const h = Float32Array.from({ length: 400 }, (_, i) => (i - 200) / 100);
    const matrix = kernels.matrix(100, 4);
    kernels.write(matrix, h);
    const out = kernels.matrix(100, 4);
    kernels.gelu(matrix, out);
    const bent = await kernels.read(out);
    const shares = h.map((x, i) => (x === 0 ? 0.5 : (bent[i] ?? NaN) / x));
    const expected = h.map((x) => 1 / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))));
    const errors = shares.map((share, i) => Math.abs(share / (expected[i] ?? NaN) - 1));
    expect(errors.reduce((largest, error) => Math.max(largest, error), 0)).toBeLessThan(1e-6);
  });

  it('keep their numbers while their memory grows', async () => {
    const kernels = await open();
    const first = kernels.matrix(4, 4);
    kernels.write(first, new Float32Array(16).fill(5));
    const large = kernels.matrix(4096, 512);
    expect((await kernels.read(large)).every((value) => value === 0)).toBe(true);
    expect(await kernels.read(first)).toEqual(new Float32Array(16).fill(5));
  });

  it('use the memory of freed matrices again', async () => {
    const kernels = await open();
    const places = Array.from({ length: 3 }, () => {
      const matrix = kernels.matrix(8, 8);
      kernels.free(kernels.rowsOf(matrix, 0, 4)); // a view owns nothing
      kernels.free(matrix);
      return matrix.address;
    });
    expect(new Set(places).size).toBe(1);
  });

  it('say what to do when there is no more memory', async () => {
    const kernels = await open();
    expect(() => kernels.matrix(1 << 20, 1 << 10)).toThrow(/use a smaller batch or model/);
  });
});

describe('the module of the kernels', () => {
  it('is what the compiler makes of the sources', async () => {
    expect(Buffer.compare(Buffer.from(await compileKernels()), committed)).toBe(0);
  });

  it('needs nothing from outside', async () => {
    expect(WebAssembly.Module.imports(await WebAssembly.compile(committed))).toEqual([]);
  });

  it('is refused when it is another one', async () => {
    const empty = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    expect(() => createWasmKernels(empty)).toThrow(/expected a module that exports its memory/);
  });
});
