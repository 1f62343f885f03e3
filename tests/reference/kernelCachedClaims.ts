import { it } from 'vitest';
import { cachedAttentionReference } from '../../src/engine/kernels/cachedAttention/reference';
import { embedAskedReference } from '../../src/engine/kernels/embedding/reference';
import type { Matrix } from '../../src/engine/kernels/kernels';
import {
  normLinearGeluReference,
  normLinearReference,
  normUnembedReference,
} from '../../src/engine/kernels/normLinear/reference';
import { linearAddReference } from '../../src/engine/kernels/linear/reference';
import { onShapes, padded } from './kernelBench';
import type { KernelBench, KernelShape, Subject } from './kernelBench';

/** Rows that generate side by side, in matrices; and fewer than fill a block, in readouts. */
const MANY = 8;
const FEW = 3;

/** A number of rows, and where they lie. */
interface Rows<M extends Matrix> {
  readonly ROWS: number;
  readonly place: Pick<KernelBench<M>, 'put' | 'result'>;
}

/** Runs a test on each shape, with many rows and, where the kernels serve them, with few. */
function onRows<M extends Matrix>(
  { kernels, bench }: Subject<M>,
  test: (
    rows: Rows<M>,
    ...given: [shape: KernelShape, numbers: Parameters<Parameters<typeof onShapes>[0]>[1], told: string]
  ) => Promise<void>,
): Promise<void> {
  return onShapes(async (shape, numbers, told) => {
    await test({ ROWS: MANY, place: bench }, shape, numbers, told);
    if (kernels.runsSingleRows)
      await test({ ROWS: FEW, place: bench.inReadouts }, shape, numbers, `${told}: few rows`);
  });
}

/** The claims about generation, which keeps what it computed for earlier tokens. */
export function claimCachedKernels<M extends Matrix>(subject: () => Subject<M>): void {
  it('embed the tokens that are asked about, each at a position of its own', () =>
    onRows(subject(), async ({ ROWS, place }, { T, C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const asked = numbers.rowsBy(ROWS, () => [numbers.int(V), numbers.int(T), 0, 0]);
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const wpe = numbers.matrix(T, C);
      const out = place.result(ROWS, C);
      kernels.embedAsked(place.put(asked), bench.put(wte), bench.put(wpe), out);
      await bench.compare(out, embedAskedReference(asked, { wte, wpe }), told);
    }));

  it('apply a linear layer: normalised at once, with gelu or without, or on top of a residual', () =>
    onRows(subject(), async ({ ROWS, place }, { C }, numbers, told) => {
      const { kernels, bench } = subject();
      const [x, norm, w] = [numbers.matrix(ROWS, C), numbers.norm(C), numbers.linear(C, 3 * C)];
      const residual = numbers.matrix(ROWS, 3 * C);
      const [out, bent, sum] = [0, 1, 2].map(() => place.result(ROWS, 3 * C));
      if (!out || !bent || !sum) throw new Error('three results are three results');
      const [xThere, normThere, wThere] = [place.put(x), bench.put(norm), bench.put(w)];
      kernels.normLinear(xThere, normThere, wThere, out);
      kernels.normLinearGelu(xThere, normThere, wThere, bent);
      await bench.compare(out, normLinearReference(x, norm, w), told);
      kernels.linearAdd(xThere, wThere, place.put(residual), sum);
      await bench.compare(sum, linearAddReference(x, w, residual), `${told}: added`);
      await bench.compare(bent, normLinearGeluReference(x, norm, w), `${told}: gelu`);
    }));

  it('normalise and score the vocabulary at once', () =>
    onRows(subject(), async ({ ROWS, place }, { C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const [x, norm] = [numbers.matrix(ROWS, C), numbers.norm(C)];
      const wte = numbers.matrix(V, C, 1, { rows: padded(V), columns: C });
      const out = kernels.readout(ROWS, padded(V));
      kernels.normUnembed(place.put(x), bench.put(norm), bench.put(wte), out);
      await bench.compare(out, normUnembedReference(x, norm, wte), told);
    }));

  it('attend from some slots to all before them, back to the first token of each row', () =>
    onRows(subject(), async ({ ROWS, place }, { T, C, nHead }, numbers, told) => {
      const { kernels, bench } = subject();
      const slotsKept = T + 3;
      const cache = numbers.matrix(slotsKept * ROWS, 3 * C, 2);
      const there = place.put(cache);
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
        const out = place.result(slots * ROWS, C);
        kernels.cachedAttention(there, place.put(asked), window, out);
        const expected = cachedAttentionReference(cache, firstSlots, window);
        await bench.compare(out, expected, `${told}: ${slots} slots from ${firstSlot}`);
      }
    }));
}
