import type { CacheWindow, Kernels, Sequences, UpdateSettings } from './kernels';
import { NORM_SHARES } from './adamW/webgl';
import type { ProgramLibrary } from './webgl/library';
import { GpuMemory } from './webgl/memory';
import { isReadout } from './webgl/matrix';
import type { GpuMatrix } from './webgl/matrix';
import type { WeightAtlas } from './webgl/weightAtlas';

/** Shares in which the gradients of gains and shifts are added up. */
const SHARES_PER_NORM = 8;

/**
 * The kernels as WebGL 2 programs, each a draw that computes a whole matrix.
 *
 * They leave nothing behind in their context that would disturb the programs of TensorFlow.js, which may share it.
 */
export class WebGLKernels extends GpuMemory implements Kernels<GpuMatrix> {
  readonly runsSingleRows = true;
  /** Intermediate results that nobody outside sees, by purpose and size; the same sizes return at every step. */
  private readonly scratch = new Map<string, GpuMatrix>();

  constructor(
    gl: WebGL2RenderingContext,
    private readonly programs: ProgramLibrary,
  ) {
    super(gl);
  }

  embed(batch: GpuMatrix, wte: GpuMatrix, wpe: GpuMatrix, T: number, out: GpuMatrix): void {
    this.programs.run('embed', { batch, wte, wpe }, { T4: T / 4 }, out);
  }

  embedAsked(asked: GpuMatrix, wte: GpuMatrix, wpe: GpuMatrix, out: GpuMatrix): void {
    this.programs.run(isReadout(out) ? 'embedAskedRow' : 'embedAsked', { asked, wte, wpe }, {}, out);
  }

  tokenGradient(dLogits: GpuMatrix, n: GpuMatrix, batch: GpuMatrix, dX: GpuMatrix, dWte: GpuMatrix): void {
    this.programs.run('tokenGradient', { dLogits, n, batch, dX }, { N4: n.rows / 4 }, dWte);
  }

  positionGradient(dX: GpuMatrix, T: number, dWpe: GpuMatrix): void {
    this.programs.run('positionGradient', { dX }, { B: dX.rows / T, T4: T / 4 }, dWpe);
  }

  layerNorm(x: GpuMatrix, norm: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('layerNorm', { x, norm }, { C4: x.columns / 4 }, out);
  }

  layerNormGradient(
    x: GpuMatrix,
    norm: GpuMatrix,
    dN: GpuMatrix,
    residual: GpuMatrix | null,
    layer: number,
    dX: GpuMatrix,
  ): void {
    const N4 = x.rows / 4;
    const moments = this.scratchFor('moments', x.rows, 4);
    this.programs.run('layerNormMoments', { x, norm, dN }, { C4: x.columns / 4 }, moments);
    const shares = this.sharesOf(layer, x.columns);
    const perShare = Math.ceil(N4 / SHARES_PER_NORM);
    this.programs.run('normShares', { x, dN, moments }, { N4, perShare }, shares);
    const given = { x, norm, dN, moments, residual: residual ?? dN };
    this.programs.run('layerNormGradient', given, { hasResidual: residual ? 1 : 0 }, dX);
  }

  normGradients(gradients: readonly GpuMatrix[]): void {
    const [first] = gradients;
    if (!first) return;
    const parts = this.sharesOf(0, first.columns);
    // All norms lie below each other: one program writes them all.
    const all = { ...first, rows: 4 * gradients.length };
    this.programs.run('normGradients', { parts }, { shares: SHARES_PER_NORM }, all);
  }

  linear(x: GpuMatrix, w: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('linear', { x, w }, { K4: x.columns / 4 }, out);
  }

  linearAdd(x: GpuMatrix, w: GpuMatrix, residual: GpuMatrix, out: GpuMatrix): void {
    const name = isReadout(out) ? 'linearAddRow' : 'linearAdd';
    this.programs.run(name, { x, w, residual }, { K4: x.columns / 4 }, out);
  }

  inputGradient(dY: GpuMatrix, w: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('productTransposed', { x: dY, w }, { K4: dY.columns / 4 }, out);
  }

  inputGradientThroughGelu(dY: GpuMatrix, w: GpuMatrix, h: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('productTransposedThroughGelu', { x: dY, w, h }, { K4: dY.columns / 4 }, out);
  }

  weightGradient(x: GpuMatrix, dY: GpuMatrix, dW: GpuMatrix): void {
    this.programs.run('weightGradient', { x, dY }, { N4: x.rows / 4, in4: x.columns / 4 }, dW);
  }

  gelu(h: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('gelu', { h }, {}, out);
  }

  attention(qkv: GpuMatrix, { B, T, nHead }: Sequences, probs: GpuMatrix, out: GpuMatrix): void {
    const sizes = headSizes(out.columns, T, nHead);
    const scores = this.scratchFor('scores', B * T, nHead * T);
    this.programs.run('attentionScores', { qkv }, sizes, scores);
    this.programs.run('attentionSoftmax', { scores }, sizes, probs);
    this.programs.run('attentionMix', { probs, qkv }, sizes, out);
  }

  attentionGradient(
    qkv: GpuMatrix,
    probs: GpuMatrix,
    y: GpuMatrix,
    dY: GpuMatrix,
    { B, T, nHead }: Sequences,
    dQkv: GpuMatrix,
  ): void {
    const sizes = headSizes(y.columns, T, nHead);
    const dScores = this.scratchFor('scores', B * T, nHead * T);
    this.programs.run('attentionScoresGradient', { probs, qkv, y, dY }, sizes, dScores);
    this.programs.run('attentionGradient', { dScores, probs, qkv, dY }, sizes, dQkv);
  }

  unembed(n: GpuMatrix, wte: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('productTransposed', { x: n, w: wte }, { K4: n.columns / 4 }, out);
  }

  unembedGradient(dLogits: GpuMatrix, wte: GpuMatrix, out: GpuMatrix): void {
    this.programs.run('product', { x: dLogits, w: wte }, { K4: dLogits.columns / 4 }, out);
  }

  surprise(logits: GpuMatrix, batch: GpuMatrix, V: number, losses: GpuMatrix): void {
    this.programs.run('surprise', { logits, batch }, { V, V4: logits.columns / 4 }, losses);
  }

  crossEntropy(logits: GpuMatrix, batch: GpuMatrix, V: number, losses: GpuMatrix, dLogits: GpuMatrix): void {
    this.surprise(logits, batch, V, losses);
    this.programs.run('crossEntropyGradient', { logits, batch, losses }, { V }, dLogits);
  }

  update(
    store: WeightAtlas,
    settings: UpdateSettings,
    losses: GpuMatrix,
    outcomes: GpuMatrix,
    index: number,
  ): void {
    const { gradients, decays, p, m, v } = store.training;
    const { beta1, beta2, clipNorm, updates, learningRate, epsilon, weightDecay } = settings;
    const shares = this.scratchFor('updateShares', NORM_SHARES, 4, 'readout');
    const sizes = { width: gradients.columns / 4, height: gradients.rows / 4, N4: losses.rows / 4 };
    this.programs.run('normAndLossShares', { gradients, losses }, sizes, shares);
    const outcome = this.rowsOf(outcomes, index, 1);
    this.programs.run('outcome', { shares }, {}, outcome);

    const clipped = { gradients, outcomes: outcome };
    this.programs.run('adamMean', { m: m.now, ...clipped }, { beta: beta1, clipNorm }, m.next);
    this.programs.run('adamSquare', { v: v.now, ...clipped }, { beta: beta2, clipNorm }, v.next);
    m.takeTurn();
    v.takeTurn();
    const corrections = { mCorrection: 1 - beta1 ** updates, vCorrection: 1 - beta2 ** updates };
    const numbers = { ...corrections, learningRate, epsilon, weightDecay };
    this.programs.run('adamStep', { p: p.now, m: m.now, v: v.now, decays }, numbers, p.next);
    p.takeTurn();
  }

  normLinear(x: GpuMatrix, norm: GpuMatrix, w: GpuMatrix, out: GpuMatrix): void {
    const name = isReadout(out) ? 'normLinearRow' : 'normLinear';
    this.programs.run(name, { x, norm, w }, { K4: x.columns / 4 }, out);
  }

  normLinearGelu(x: GpuMatrix, norm: GpuMatrix, w: GpuMatrix, out: GpuMatrix): void {
    const name = isReadout(out) ? 'normLinearGeluRow' : 'normLinearGelu';
    this.programs.run(name, { x, norm, w }, { K4: x.columns / 4 }, out);
  }

  normUnembed(x: GpuMatrix, norm: GpuMatrix, wte: GpuMatrix, out: GpuMatrix): void {
    const name = isReadout(x) ? 'normUnembedRow' : 'normUnembed';
    this.programs.run(name, { x, norm, wte }, { K4: x.columns / 4 }, out);
  }

  cachedAttention(
    cache: GpuMatrix,
    asked: GpuMatrix,
    { B, nHead, firstSlot }: CacheWindow,
    out: GpuMatrix,
  ): void {
    const hs = out.columns / nHead;
    const sizes = { B, B4: B / 4, C4: out.columns / 4, hs4: hs / 4, firstSlot, scale: 1 / Math.sqrt(hs) };
    const name = isReadout(out) ? 'cachedAttentionRow' : 'cachedAttention';
    this.programs.run(name, { cache, asked }, sizes, out);
  }

  private scratchFor(
    purpose: string,
    rows: number,
    columns: number,
    kind: 'matrix' | 'readout' = 'matrix',
  ): GpuMatrix {
    const key = `${purpose} ${rows} ${columns}`;
    const kept = this.scratch.get(key) ?? this[kind](rows, columns);
    this.scratch.set(key, kept);
    return kept;
  }

  /** Where the gradients of norm number `layer` wait, in shares, for those of all norms. */
  private sharesOf(layer: number, C: number): GpuMatrix {
    const rows = 4 * SHARES_PER_NORM;
    return this.rowsOf(this.scratchFor('normShares', MAX_NORMS * rows, C), layer * rows, rows);
  }
}

/** Two for each block, of which there are at most 12, and the last one. */
const MAX_NORMS = 25;

function headSizes(C: number, T: number, nHead: number) {
  const hs = C / nHead;
  return { C4: C / 4, hs4: hs / 4, T4: T / 4, scale: 1 / Math.sqrt(hs) };
}
