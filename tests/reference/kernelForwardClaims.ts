import { add } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { it } from 'vitest';
import { attentionReference } from '../../src/engine/kernels/attention/reference';
import { surpriseReference } from '../../src/engine/kernels/crossEntropy/reference';
import { embedReference, unembedReference } from '../../src/engine/kernels/embedding/reference';
import { geluReference } from '../../src/engine/kernels/gelu/reference';
import type { Matrix } from '../../src/engine/kernels/kernels';
import { layerNormReference } from '../../src/engine/kernels/layerNorm/reference';
import { linearAddReference, linearReference } from '../../src/engine/kernels/linear/reference';
import { onShapes, padded } from './kernelBench';
import type { Subject } from './kernelBench';

/** The claims about the way from tokens to their surprise. */
export function claimForwardKernels<M extends Matrix>(subject: () => Subject<M>): void {
  it('embed tokens at their positions', () =>
    onShapes(async (shape, numbers, told) => {
      const { kernels, bench } = subject();
      const { B, T, C, V } = shape;
      const batch = numbers.batch(shape);
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const wpe = numbers.matrix(T + 4, C); // a context longer than the rows
      const out = bench.result(B * T, C);
      kernels.embed(bench.put(batch), bench.put(wte), bench.put(wpe), T, out);
      await bench.compare(out, embedReference(batch, { wte, wpe }, T), told);
    }));

  it('normalise rows, those that lie far from 0 included', () =>
    onShapes(async ({ B, T, C }, numbers, told) => {
      const { kernels, bench } = subject();
      const x = add<Tensor2D>(numbers.matrix(B * T, C), 5);
      const norm = numbers.norm(C);
      const out = bench.result(B * T, C);
      kernels.layerNorm(bench.put(x), bench.put(norm), out);
      await bench.compare(out, layerNormReference(x, norm), told);
    }));

  it('apply linear layers, on top of a residual or not', () =>
    onShapes(async ({ B, T, C }, numbers, told) => {
      const { kernels, bench } = subject();
      for (const [inputs, outputs] of [
        [C, 3 * C],
        [C, 4],
        [4 * C, C],
      ] as const) {
        const [x, w] = [numbers.matrix(B * T, inputs), numbers.linear(inputs, outputs)];
        const residual = numbers.matrix(B * T, outputs);
        const [xThere, wThere] = [bench.put(x), bench.put(w)];
        const [out, sum] = [bench.result(B * T, outputs), bench.result(B * T, outputs)];
        kernels.linear(xThere, wThere, out);
        kernels.linearAdd(xThere, wThere, bench.put(residual), sum);
        await bench.compare(out, linearReference(x, w), `${told}: ${inputs} to ${outputs}`);
        await bench.compare(
          sum,
          linearAddReference(x, w, residual),
          `${told}: ${inputs} to ${outputs}, added`,
        );
      }
    }));

  it('attend, never ahead', () =>
    onShapes(async ({ B, T, C, nHead }, numbers, told) => {
      const { kernels, bench } = subject();
      const qkv = numbers.matrix(B * T, 3 * C, 2);
      const [probs, out] = [bench.result(B * T, nHead * T), bench.result(B * T, C)];
      kernels.attention(bench.put(qkv), { B, T, nHead }, probs, out);
      const expected = attentionReference(qkv, { B, T, nHead });
      await bench.compare(probs, expected.probs, `${told}: probs`);
      await bench.compare(out, expected.y, `${told}: out`);
    }));

  it('bend by gelu, far from 0 as well', () =>
    onShapes(async ({ B, T, C }, numbers, told) => {
      const { kernels, bench } = subject();
      for (const size of [0.01, 1, 30]) {
        const h = numbers.matrix(B * T, 4 * C, size);
        const out = bench.result(B * T, 4 * C);
        kernels.gelu(bench.put(h), out);
        await bench.compare(out, geluReference(h), `${told}: size ${size}`);
      }
    }));

  it('score the vocabulary', () =>
    onShapes(async ({ B, T, C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const n = numbers.matrix(B * T, C);
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const out = bench.result(B * T, padded(V));
      kernels.unembed(bench.put(n), bench.put(wte), out);
      await bench.compare(out, unembedReference(n, wte), told);
    }));

  it('measure surprise, also where the target has next to no chance', () =>
    onShapes(async (shape, numbers, told) => {
      const { kernels, bench } = subject();
      const { B, T, V } = shape;
      for (const size of [1, 40]) {
        const logits = numbers.matrix(B * T, V, size, { rows: B * T, columns: padded(V) });
        const batch = numbers.batch(shape);
        const losses = bench.result(B * T, 4);
        kernels.surprise(bench.put(logits), bench.put(batch), V, losses);
        await bench.compareFirstColumn(losses, surpriseReference(logits, batch, V), `${told}: size ${size}`);
      }
    }));
}
