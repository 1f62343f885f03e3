import type { Matrix } from '../kernels/kernels';
import type { Decoder } from '../runtime';
import type { FusedWeights } from './fusedLearner';
import { ceil4 } from './layout';

/** Room to run some rows: made once, for as many positions as the context has. */
interface DecodingSpace<M> {
  /** Rows of the batch, with those that fill up a multiple of 4. */
  readonly B: number;
  /** (blockSize * B, 3C) queries, keys and values of every slot so far, for each block. */
  readonly caches: readonly M[];
  readonly asked: M;
  readonly x: M;
  readonly mid: M;
  readonly y: M;
  readonly a: M;
  readonly logits: M;
  readonly all: readonly M[];
}

/** What the cache holds of a row. */
interface CachedRow {
  /** Token ids run so far, at most `blockSize`. */
  readonly ids: readonly number[];
  /** Slot of its first token. */
  readonly start: number;
  /** False when tokens that mean nothing were run behind it. */
  readonly isCurrent: boolean;
}

/**
 * Asks a model for logits and runs every token only once: what a position's keys and values are never changes.
 *
 * Rows share their slots: row b's position p lies at slot `start + p`, and rows of different lengths end at the same
 * slot. Several positions run in one pass, e.g. the whole prompt; their rows are ordered slot by slot.
 */
export class CachedDecoder<M extends Matrix> implements Decoder {
  private space: DecodingSpace<M> | null = null;
  private rows: readonly CachedRow[] = [];
  /** Slots in use. */
  private used = 0;
  private logits: Float32Array[] = [];
  private age = -1;

  constructor(private readonly model: FusedWeights<M>) {}

  async logitsAfter(sequences: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const { blockSize } = this.model.layout.config;
    const visible = sequences.map((sequence) => sequence.slice(-blockSize));
    const { updates } = this.model.age;
    const isContinued =
      this.age === updates &&
      this.rows.length === visible.length &&
      this.used < blockSize &&
      visible.every((ids, b) => sequences[b]?.length === ids.length && this.isGrown(b, ids));
    this.age = updates;
    if (isContinued) await this.runNext(visible);
    else await this.runAll(visible);
    return this.logits.map((row) => row.slice());
  }

  dispose(): void {
    this.space?.all.forEach((matrix) => this.model.kernels.free(matrix));
    this.space = null;
    this.rows = [];
  }

  /** True when a row is the same as before, or longer by one token. */
  private isGrown(b: number, ids: readonly number[]): boolean {
    const row = this.rows[b];
    if (!row) return false;
    const isPrefix = row.ids.every((id, i) => id === ids[i]);
    if (ids.length === row.ids.length) return isPrefix;
    return isPrefix && row.isCurrent && ids.length === row.ids.length + 1;
  }

  /** Runs one slot: the new token of each row that grew. */
  private async runNext(sequences: readonly (readonly number[])[]): Promise<void> {
    const slot = this.used;
    const before = this.logits;
    const grew = sequences.map((ids, b) => ids.length > (this.rows[b]?.ids.length ?? 0));
    if (!grew.includes(true)) return;
    this.rows = this.rows.map((row, b) => ({
      ...row,
      ids: sequences[b] ?? row.ids,
      isCurrent: row.isCurrent && grew[b] === true,
    }));
    this.used += 1;
    const after = await this.run(slot, 1);
    this.logits = after.map((row, b) => (grew[b] ? row : (before[b] ?? row)));
  }

  /** Runs everything anew. */
  private async runAll(sequences: readonly (readonly number[])[]): Promise<void> {
    const slots = Math.max(...sequences.map(({ length }) => length));
    this.rows = sequences.map((ids) => ({ ids, start: slots - ids.length, isCurrent: true }));
    this.used = slots;
    this.logits = await this.run(0, slots);
  }

  /** Runs `count` slots from `first` on. @returns the logits behind the last one, (V) for each row */
  private async run(first: number, count: number): Promise<Float32Array[]> {
    const { kernels: k, tree, layout } = this.model;
    const { nHead, vocabSize: V } = layout.config;
    const space = this.spaceFor(this.rows.length);
    const { B } = space;
    const cut = (matrix: M): M => k.rowsOf(matrix, 0, count * B);
    const [asked, x, mid, y, a] = [space.asked, space.x, space.mid, space.y, space.a].map(cut);
    if (!asked || !x || !mid || !y || !a) throw new Error('five matrices cut are five matrices');
    k.write(asked, this.askedRows(first, count, B));
    k.embedAsked(asked, tree.wte, tree.wpe, x);
    tree.h.forEach((w, i) => {
      const cache = space.caches[i];
      if (!cache) return;
      k.normLinear(x, w.ln1, w.cAttn, k.rowsOf(cache, first * B, count * B));
      k.cachedAttention(cache, asked, { B, nHead, firstSlot: first, slots: count }, y);
      k.linearAdd(y, w.attnProj, x, mid);
      k.normLinearGelu(mid, w.ln2, w.cFc, a);
      k.linearAdd(a, w.mlpProj, mid, x);
    });
    k.normUnembed(k.rowsOf(x, (count - 1) * B, B), tree.lnF, tree.wte, space.logits);
    const values = await k.read(space.logits);
    const V4 = ceil4(V);
    return this.rows.map((_, b) => values.slice(b * V4, b * V4 + V));
  }

  /** (count * B, 4): token, position, first slot of its row, 0. Places before a row's start run token 0 for nothing. */
  private askedRows(first: number, count: number, B: number): Float32Array {
    const asked = new Float32Array(4 * count * B);
    for (let slot = first; slot < first + count; slot++) {
      for (const [b, { ids, start }] of this.rows.entries()) {
        const at = 4 * ((slot - first) * B + b);
        const position = Math.max(0, slot - start);
        asked[at] = slot < start ? 0 : (ids[position] ?? 0);
        asked[at + 1] = Math.min(position, this.model.layout.config.blockSize - 1);
        asked[at + 2] = start;
      }
    }
    return asked;
  }

  private spaceFor(rows: number): DecodingSpace<M> {
    const { kernels } = this.model;
    // Fewer than 4 rows would leave most of each block empty.
    const isNarrow = kernels.runsSingleRows && rows < 4;
    const B = isNarrow ? rows : ceil4(rows);
    if (this.space?.B === B) return this.space;
    this.space?.all.forEach((matrix) => kernels.free(matrix));
    this.space = createDecodingSpace(this.model, B, isNarrow);
    return this.space;
  }
}

function createDecodingSpace<M extends Matrix>(
  { kernels, layout }: FusedWeights<M>,
  B: number,
  isNarrow: boolean,
): DecodingSpace<M> {
  const { nLayer, nEmbd: C, blockSize, vocabSize } = layout.config;
  const all: M[] = [];
  const keep = (matrix: M): M => {
    all.push(matrix);
    return matrix;
  };
  const rows = (columns: number): M =>
    keep(isNarrow ? kernels.readout(blockSize * B, columns) : kernels.matrix(blockSize * B, columns));
  return {
    B,
    caches: Array.from({ length: nLayer }, () => rows(3 * C)),
    asked: rows(4),
    x: rows(C),
    mid: rows(C),
    y: rows(C),
    a: rows(4 * C),
    logits: keep(kernels.readout(B, ceil4(vocabSize))),
    all,
  };
}
