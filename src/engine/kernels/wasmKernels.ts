import type { CacheWindow, Kernels, Sequences, UpdateSettings, WeightBlock, WeightStore } from './kernels';
import { WasmHeap } from './wasmDevice/heap';
import type { WasmMatrix as M } from './wasmDevice/heap';
import { instantiate } from './wasmDevice/module';
import type { WasmInstance } from './wasmDevice/module';
import { WasmWeightStore } from './wasmDevice/weightStore';

/** Rows that a transposed product multiplies at a time, see assembly/product.assembly.ts. */
const SLICE = 128;

/** Numbers in the panels of a matrix, see assembly/panels.assembly.ts. */
function panelNumbers(K: number, columns: number): number {
  return K * 8 * Math.ceil(columns / 8);
}

function sliceNumbers(columns: number): number {
  return panelNumbers(SLICE, columns) + 4 * SLICE;
}

/**
 * Kernels in WebAssembly, with 128-bit vectors and one thread.
 * @param module `fused.wasm`, compiled; the kernels get an instance and a memory of their own
 * @throws TypeError when it is another module
 */
export function createWasmKernels(module: WebAssembly.Module): Kernels<M> {
  return new WasmKernels(instantiate(module));
}

/** Calls the functions of the module with the addresses and sizes of matrices. */
class WasmKernels implements Kernels<M> {
  readonly runsSingleRows = false;
  private readonly heap: WasmHeap;
  private scratch: M | null = null;
  /** Gradients of gain and shift of each norm, (4, C), until `normGradients`. */
  private readonly dNorms = new Map<number, M>();

  constructor(private readonly wasm: WasmInstance) {
    this.heap = new WasmHeap(wasm.memory, wasm.run('firstFreeByte'));
  }

  matrix(rows: number, columns: number): M {
    const matrix = this.heap.allocate(rows, columns);
    this.heap.numbers(matrix).fill(0);
    return matrix;
  }

  readout(rows: number, columns: number): M {
    return this.matrix(rows, columns);
  }

  rowsOf({ address, columns }: M, first: number, rows: number): M {
    return { rows, columns, address: address + 4 * first * columns };
  }

  /** Views need not be freed. */
  free(matrix: M): void {
    this.heap.free(matrix);
  }

  write(matrix: M, values: Float32Array): void {
    this.heap.numbers(matrix).set(values);
  }

  read(matrix: M): Promise<Float32Array> {
    return Promise.resolve(this.heap.numbers(matrix).slice());
  }

  weights(blocks: readonly WeightBlock[]): WasmWeightStore {
    return new WasmWeightStore(this.heap, blocks);
  }

  embed(batch: M, wte: M, wpe: M, T: number, out: M): void {
    this.wasm.run('embed', batch.address, wte.address, wpe.address, T, out.address, out.rows, out.columns);
  }

  layerNorm(x: M, norm: M, out: M): void {
    this.wasm.run('layerNorm', x.address, norm.address, out.address, x.rows, x.columns);
  }

  linear(x: M, w: M, out: M): void {
    const scratch = this.room(panelNumbers(x.columns, w.columns));
    this.wasm.run('linear', x.address, w.address, out.address, x.rows, x.columns, w.columns, scratch);
  }

  linearAdd(x: M, w: M, residual: M, out: M): void {
    const scratch = this.room(panelNumbers(x.columns, w.columns));
    const places = [x.address, w.address, residual.address, out.address];
    this.wasm.run('linearAdd', ...places, x.rows, x.columns, w.columns, scratch);
  }

  attention(qkv: M, { B, T, nHead }: Sequences, probs: M, out: M): void {
    const hs = out.columns / nHead;
    const scratch = this.room(panelNumbers(hs, T) + panelNumbers(T, hs));
    this.wasm.run('attention', qkv.address, probs.address, out.address, B, T, nHead, hs, scratch);
  }

  gelu(h: M, out: M): void {
    this.wasm.run('gelu', h.address, out.address, h.rows * h.columns);
  }

  unembed(n: M, wte: M, out: M): void {
    const scratch = this.room(panelNumbers(n.columns, wte.rows));
    this.wasm.run('unembed', n.address, wte.address, out.address, n.rows, n.columns, wte.rows, scratch);
  }

  crossEntropy(logits: M, batch: M, V: number, losses: M, dLogits: M): void {
    this.measure(logits, batch, V, losses, dLogits.address);
  }

  surprise(logits: M, batch: M, V: number, losses: M): void {
    this.measure(logits, batch, V, losses, 0);
  }

  unembedGradient(dLogits: M, wte: M, out: M): void {
    const scratch = this.room(panelNumbers(wte.rows, wte.columns));
    const sizes = [dLogits.rows, wte.columns, wte.rows];
    this.wasm.run('unembedGradient', dLogits.address, wte.address, out.address, ...sizes, scratch);
  }

  inputGradient(dY: M, w: M, out: M): void {
    const scratch = this.room(panelNumbers(w.columns, out.columns));
    const sizes = [dY.rows, out.columns, w.columns];
    this.wasm.run('inputGradient', dY.address, w.address, out.address, ...sizes, scratch);
  }

  inputGradientThroughGelu(dY: M, w: M, h: M, out: M): void {
    const scratch = this.room(panelNumbers(w.columns, out.columns));
    const places = [dY.address, w.address, h.address, out.address];
    this.wasm.run('inputGradientThroughGelu', ...places, dY.rows, out.columns, w.columns, scratch);
  }

  weightGradient(x: M, dY: M, dW: M): void {
    const scratch = this.room(sliceNumbers(dY.columns));
    const sizes = [x.rows, x.columns, dY.columns];
    this.wasm.run('weightGradient', x.address, dY.address, dW.address, ...sizes, scratch);
  }

  layerNormGradient(x: M, norm: M, dN: M, residual: M | null, layer: number, dX: M): void {
    const dNorm = this.dNormOf(layer, x.columns);
    const given = [x.address, norm.address, dN.address, residual?.address ?? 0];
    this.wasm.run('layerNormGradient', ...given, dNorm.address, dX.address, x.rows, x.columns);
  }

  normGradients(gradients: readonly M[]): void {
    gradients.forEach((gradient, layer) => {
      this.write(gradient, this.heap.numbers(this.dNormOf(layer, gradient.columns)));
    });
  }

  attentionGradient(qkv: M, probs: M, y: M, dY: M, { B, T, nHead }: Sequences, dQkv: M): void {
    const hs = y.columns / nHead;
    const scratch = this.room(3 * panelNumbers(T, hs) + panelNumbers(hs, T) + T * T);
    const places = [qkv.address, probs.address, y.address, dY.address, dQkv.address];
    this.wasm.run('attentionGradient', ...places, B, T, nHead, hs, scratch);
  }

  tokenGradient(dLogits: M, n: M, batch: M, dX: M, dWte: M): void {
    const scratch = this.room(sliceNumbers(n.columns));
    const places = [dLogits.address, n.address, batch.address, dX.address, dWte.address];
    this.wasm.run('tokenGradient', ...places, n.rows, n.columns, dWte.rows, scratch);
  }

  positionGradient(dX: M, T: number, dWpe: M): void {
    this.wasm.run('positionGradient', dX.address, T, dWpe.address, dX.rows, dX.columns, dWpe.rows);
  }

  update(store: WeightStore<M>, settings: UpdateSettings, losses: M, outcomes: M, index: number): void {
    if (!(store instanceof WasmWeightStore)) throw new TypeError('expected a store made by these kernels');
    const { weights, gradients, m, v, count } = store.addresses();
    const loss = this.wasm.run('sumOfFirstColumn', losses.address, losses.rows);
    const norm = Math.sqrt(this.wasm.run('sumOfSquares', gradients, count));
    this.heap.numbers(this.rowsOf(outcomes, index, 1)).set([loss, norm, 0, 0]);

    const { learningRate, beta1, beta2, epsilon, weightDecay, clipNorm, updates } = settings;
    const divisor = Math.max(norm / clipNorm, 1);
    const corrections = [1 - beta1 ** updates, 1 - beta2 ** updates];
    for (const stretch of store.stretches) {
      const places = [weights, gradients, m, v].map((address) => address + 4 * stretch.first);
      const rates = [divisor, learningRate, beta1, beta2, ...corrections, epsilon];
      this.wasm.run('moveWeights', ...places, stretch.count, ...rates, stretch.decays ? weightDecay : 0);
    }
  }

  embedAsked(asked: M, wte: M, wpe: M, out: M): void {
    const places = [asked.address, wte.address, wpe.address, out.address];
    this.wasm.run('embedAsked', ...places, out.rows, out.columns);
  }

  normLinear(x: M, norm: M, w: M, out: M): void {
    this.withNormal(x, norm, (n) => this.linear(n, w, out));
  }

  normLinearGelu(x: M, norm: M, w: M, out: M): void {
    this.normLinear(x, norm, w, out);
    this.gelu(out, out);
  }

  cachedAttention(cache: M, asked: M, { B, nHead, firstSlot, slots }: CacheWindow, out: M): void {
    const scratch = this.room(4 * Math.ceil((firstSlot + slots) / 4));
    const sizes = [B, firstSlot, slots, nHead, out.columns / nHead];
    this.wasm.run('cachedAttention', cache.address, asked.address, out.address, ...sizes, scratch);
  }

  normUnembed(x: M, norm: M, wte: M, out: M): void {
    this.withNormal(x, norm, (n) => this.unembed(n, wte, out));
  }

  dispose(): void {
    this.heap.clear();
    this.scratch = null;
    this.dNorms.clear();
  }

  private measure(logits: M, batch: M, V: number, losses: M, dLogits: number): void {
    const { rows, columns } = logits;
    this.wasm.run('crossEntropy', logits.address, batch.address, V, losses.address, dLogits, rows, columns);
  }

  /** Normalises rows for the time of a task. */
  private withNormal(x: M, norm: M, task: (n: M) => void): void {
    const n = this.heap.allocate(x.rows, x.columns);
    this.layerNorm(x, norm, n);
    task(n);
    this.heap.free(n);
  }

  /** Where a kernel may put that many numbers while it runs. */
  private room(numbers: number): number {
    if (!this.scratch || this.scratch.rows < numbers) {
      if (this.scratch) this.heap.free(this.scratch);
      this.scratch = this.heap.allocate(numbers, 1);
    }
    return this.scratch.address;
  }

  private dNormOf(layer: number, C: number): M {
    const known = this.dNorms.get(layer);
    if (known?.columns === C) return known;
    if (known) this.heap.free(known);
    const dNorm = this.matrix(4, C);
    this.dNorms.set(layer, dNorm);
    return dNorm;
  }
}
