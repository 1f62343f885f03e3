import { it } from 'vitest';
import { cachedAttentionReference } from '../../src/engine/kernels/cachedAttention/reference';
import { embedAskedReference } from '../../src/engine/kernels/embedding/reference';
import type { Matrix } from '../../src/engine/kernels/kernels';
import {
  normLinearGeluReference,
  normLinearReference,
  normUnembedReference,
} from '../../src/engine/kernels/normLinear/reference';
import { onShapes, padded } from './kernelBench';
import type { Subject } from './kernelBench';

/** Rows that generate side by side. */
const ROWS = 8;

/** The claims about generation, which keeps what it computed for earlier tokens. */
export function claimCachedKernels<M extends Matrix>(subject: () => Subject<M>): void {
  it('embed the tokens that are asked about, each at a position of its own', () =>
    onShapes(async ({ T, C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const asked = numbers.rowsBy(ROWS, () => [numbers.int(V), numbers.int(T), 0, 0]);
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const wpe = numbers.matrix(T, C);
      const out = bench.result(ROWS, C);
      kernels.embedAsked(bench.put(asked), bench.put(wte), bench.put(wpe), out);
      await bench.compare(out, embedAskedReference(asked, { wte, wpe }), told);
    }));

  it('normalise and apply a linear layer at once, with gelu or without', () =>
    onShapes(async ({ C }, numbers, told) => {
      const { kernels, bench } = subject();
      const [x, norm, w] = [numbers.matrix(ROWS, C), numbers.norm(C), numbers.linear(C, 3 * C)];
      const [out, bent] = [bench.result(ROWS, 3 * C), bench.result(ROWS, 3 * C)];
      const [xThere, normThere, wThere] = [bench.put(x), bench.put(norm), bench.put(w)];
      kernels.normLinear(xThere, normThere, wThere, out);
      kernels.normLinearGelu(xThere, normThere, wThere, bent);
      await bench.compare(out, normLinearReference(x, norm, w), told);
      await bench.compare(bent, normLinearGeluReference(x, norm, w), `${told}: gelu`);
    }));

  it('normalise and score the vocabulary at once', () =>
    onShapes(async ({ C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const [x, norm] = [numbers.matrix(ROWS, C), numbers.norm(C)];
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const out = kernels.readout(ROWS, padded(V));
      kernels.normUnembed(bench.put(x), bench.put(norm), bench.put(wte), out);
      await bench.compare(out, normUnembedReference(x, norm, wte), told);
    }));

  it('attend from some slots to all before them, back to the first token of each row', () =>
    onShapes(async ({ T, C, nHead }, numbers, told) => {
      const { kernels, bench } = subject();
      const slotsKept = T + 3;
      const cache = numbers.matrix(slotsKept * ROWS, 3 * C, 2);
      const there = bench.put(cache);
      for (const [firstSlot, slots] of [
        [0, 1],
        [5, 1],
        [T, 1],
        [0, T],
        [4, 5],
      ] as const) {
        const firstSlots = Array.from({ length: ROWS }, () => numbers.int(firstSlot + 1));
        const asked = numbers.rowsBy(slots * ROWS, (row) => [0, 0, firstSlots[row % ROWS] ?? 0, 0]);
        const window = { B: ROWS, nHead, firstSlot, slots };
        const out = bench.result(slots * ROWS, C);
        kernels.cachedAttention(there, bench.put(asked), window, out);
        const expected = cachedAttentionReference(cache, firstSlots, window);
        await bench.compare(out, expected, `${told}: ${slots} slots from ${firstSlot}`);
      }
    }));
}
