/**
 * The kernels that a fused step is made of: what each computes is said here, once, for every device.
 *
 * Each kernel has a folder of its own beside this file: `reference.ts` composes it of TensorFlow.js operations,
 * `webgl.ts` is its GPU program, `wasm.assembly.ts` its loop for WebAssembly. The order in which they make a
 * training step is in `../fused`.
 */

/**
 * A float32 matrix on a device, row-major as far as anyone outside can tell.
 *
 * Rows and columns are multiples of 4, because GPUs hold numbers in fours; what lies beyond the model's own sizes
 * is 0. A batch of B rows of T tokens is a matrix of B*T rows.
 */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
}

/** Which rows of a matrix belong together: row `b * T + t` is position t of row b of a batch. */
export interface Sequences {
  readonly B: number;
  /** A multiple of 4. */
  readonly T: number;
  readonly nHead: number;
}

/** Keeps the keys and values of earlier positions: row `slot * B + b`, columns as `qkv`. */
export interface CacheWindow {
  /** Rows of a batch, a multiple of 4 unless the cache is a readout. */
  readonly B: number;
  readonly nHead: number;
  /** The slots that ask; each looks back as far as its row's first token. */
  readonly firstSlot: number;
  readonly slots: number;
}

/** The numbers of one optimizer update. */
export interface UpdateSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  readonly clipNorm: number;
  /** Updates done, this one included: corrects the running means for their start at 0. */
  readonly updates: number;
}

/**
 * A model's weights in blocks, with room for gradients and the optimizer's means beside each.
 *
 * `blocks[i]` is a weight, `gradients[i]` its gradient. Handles stay valid across updates.
 */
export interface WeightStore<M extends Matrix> {
  readonly blocks: readonly M[];
  /** Empty until `prepareTraining`. */
  readonly gradients: readonly M[];
  readonly m: readonly M[];
  readonly v: readonly M[];
  /** Makes room for gradients and for the running means, which start at 0. */
  prepareTraining(): void;
  /** Frees that room. */
  endTraining(): void;
  dispose(): void;
}

/** A block of weights: its size, and which of its rows are pulled towards 0 by weight decay. */
export interface WeightBlock {
  readonly rows: number;
  readonly columns: number;
  /** Rows from 0 that decay; the rest are biases, gains and shifts. */
  readonly decayingRows: number;
}

/**
 * The kernels of one device. `N` rows, `C` numbers per token, `V4` the vocabulary rounded up to a multiple of 4.
 *
 * A linear layer's weights are one block: (in + 4, out), the bias in row `in`, zeros below.
 * A layer norm's are one block: (4, C), gain, shift, zeros, zeros; all norms of a model follow each other in the
 * store, in the order of the `layer` index used below (ln1 of block i is 2 i, ln2 is 2 i + 1, lnF the last).
 * `out` is always overwritten, and never one of the inputs nor rows of one.
 *
 * `batch` is (N, 4): token id, target id, weight of the target (all weights of a batch sum to 1, 0 for padding), 0.
 * `asked` is (N, 4): token id, position, first slot of its row, 0.
 */
export interface Kernels<M extends Matrix> {
  /**
   * True when the kernels of generation (`embedAsked` and all below it, and `linearAdd`) also serve readouts of any
   * number of rows, which spares a lone row the company of three that mean nothing. All but weights are readouts then.
   */
  readonly runsSingleRows: boolean;
  /** @returns a matrix of zeros, freed by `free` or with the kernels */
  matrix(rows: number, columns: number): M;
  /** A matrix that is read back often, e.g. logits: on a GPU laid out so that one read suffices. */
  readout(rows: number, columns: number): M;
  /** The rows of a matrix from `first` on (both multiples of 4), as a matrix on the same memory. */
  rowsOf(matrix: M, first: number, rows: number): M;
  free(matrix: M): void;
  write(matrix: M, values: Float32Array): void;
  /** Resolves once all work before it is done. */
  read(matrix: M): Promise<Float32Array>;
  weights(blocks: readonly WeightBlock[]): WeightStore<M>;

  /** out (N, C) = wte[id] + wpe[position]; position = row % T */
  embed(batch: M, wte: M, wpe: M, T: number, out: M): void;
  /** out (N, C): every row to mean 0 and variance 1, times gain, plus shift */
  layerNorm(x: M, norm: M, out: M): void;
  /** out (N, out) = x w + bias */
  linear(x: M, w: M, out: M): void;
  /** out (N, out) = x w + bias + residual */
  linearAdd(x: M, w: M, residual: M, out: M): void;
  /** qkv (N, 3C) -> probs (N, nHead * T), softmax of the masked scores, and out (N, C), the values mixed by them */
  attention(qkv: M, sequences: Sequences, probs: M, out: M): void;
  /** out = gelu(h), in the tanh approximation */
  gelu(h: M, out: M): void;
  /** logits (N, V4) = n wte^T */
  unembed(n: M, wte: M, out: M): void;
  /** losses (N, 4): weight times surprise in nats, the rest the device's own; dLogits (N, V4) = weight * (softmax - one-hot), 0 beyond V */
  crossEntropy(logits: M, batch: M, V: number, losses: M, dLogits: M): void;
  /** As `crossEntropy`, without the gradient. */
  surprise(logits: M, batch: M, V: number, losses: M): void;

  /** dN (N, C) = dLogits wte */
  unembedGradient(dLogits: M, wte: M, out: M): void;
  /** dX (N, in) = dY w^T, the bias row left out */
  inputGradient(dY: M, w: M, out: M): void;
  /** dH (N, in) = (dY w^T) * gelu'(h) */
  inputGradientThroughGelu(dY: M, w: M, h: M, out: M): void;
  /** dW (in + 4, out) = x^T dY, its row `in` the sum over rows of dY */
  weightGradient(x: M, dY: M, dW: M): void;
  /**
   * dX (N, C) = residual + the gradient through `layerNorm`; the gradients of gain and shift of norm number `layer`
   * are kept until `normGradients`.
   * @param residual gradient that flows past the norm, or null for none
   */
  layerNormGradient(x: M, norm: M, dN: M, residual: M | null, layer: number, dX: M): void;
  /** Puts the gradients of all gains and shifts into their blocks `gradients`, in the order of `layer`. */
  normGradients(gradients: readonly M[]): void;
  /** dQkv (N, 3C) from what `attention` computed and dY (N, C) */
  attentionGradient(qkv: M, probs: M, y: M, dY: M, sequences: Sequences, dQkv: M): void;
  /** dWte (V4, C) = dLogits^T n, plus each row of dX added at its token */
  tokenGradient(dLogits: M, n: M, batch: M, dX: M, dWte: M): void;
  /** dWpe (T4, C): the rows of dX added up by position = row % T */
  positionGradient(dX: M, T: number, dWpe: M): void;
  /**
   * Clips the gradients of a store to a global norm and moves its weights by AdamW.
   * @param losses as `crossEntropy` left them
   * @param outcomes (n, 4) readout; row `index` receives summed loss, gradient norm before clipping, 0, 0
   */
  update(store: WeightStore<M>, settings: UpdateSettings, losses: M, outcomes: M, index: number): void;

  /** out (N, C) = wte[id] + wpe[position] for the tokens of `asked` */
  embedAsked(asked: M, wte: M, wpe: M, out: M): void;
  /** out (N, out) = layerNorm(x) w + bias, in one go */
  normLinear(x: M, norm: M, w: M, out: M): void;
  /** out (N, out) = gelu(layerNorm(x) w + bias) */
  normLinearGelu(x: M, norm: M, w: M, out: M): void;
  /**
   * out (slots * B, C): attention of some slots to all slots up to themselves.
   * @param cache (slots kept * B, 3C), queries, keys and values of every slot so far
   * @param asked of the slots that ask; a row looks back to its first slot only
   */
  cachedAttention(cache: M, asked: M, window: CacheWindow, out: M): void;
  /** out, a readout (N, V4) = layerNorm(x) wte^T */
  normUnembed(x: M, norm: M, wte: M, out: M): void;

  /** Frees every matrix that is left. */
  dispose(): void;
}
