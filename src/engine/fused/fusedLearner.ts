import type { TrainConfig } from '../config';
import type { Batch } from '../data/batch';
import type { Kernels, Matrix, WeightStore } from '../kernels/kernels';
import type { NamedArrays } from '../model/shapes';
import type { OptimizerArrays } from '../optim/adamw';
import type { Learner, Outcome } from '../runtime';
import { batchRows } from './batchRows';
import { ceil4, readBlocks, treeOf, writeArrays } from './layout';
import type { Layout, WeightTree } from './layout';
import { backward, createWorkspace, forward } from './trainingStep';
import type { Workspace } from './trainingStep';

/** Updates whose outcomes can wait on the device: one read-back serves so many. */
const MAX_WAITING = 8;

/** Sizes of batch for which room is kept: that of training, and that of measuring. */
const MAX_WORKSPACES = 2;

/** A model's weights on a device. */
export interface FusedWeights<M extends Matrix> {
  readonly kernels: Kernels<M>;
  readonly layout: Layout;
  readonly store: WeightStore<M>;
  readonly tree: WeightTree<M>;
  /** Updates done since the weights were loaded: what was computed before the last one is of another model. */
  readonly age: { updates: number };
}

/** Trains a model kernel by kernel, in a fixed order and in memory that is made once. */
export class FusedLearner<M extends Matrix> implements Learner {
  readonly maxWaiting = MAX_WAITING;
  private readonly workspaces = new Map<string, Workspace<M>>();
  private readonly readout: M;
  private waiting = 0;
  private updates: number;
  private readonly gradientTree: WeightTree<M>;

  /** @throws RangeError when the saved optimizer state is of another model */
  constructor(
    private readonly model: FusedWeights<M>,
    private readonly trainConfig: TrainConfig,
    saved?: OptimizerArrays,
  ) {
    const { kernels, layout, store } = model;
    store.prepareTraining();
    this.updates = saved?.updates ?? 0;
    if (saved) {
      writeArrays(layout, saved.m, store.m, kernels);
      writeArrays(layout, saved.v, store.v, kernels);
    }
    this.gradientTree = treeOf(layout, store.gradients, kernels);
    this.readout = kernels.readout(MAX_WAITING, 4);
  }

  update(batch: Batch, learningRate: number): void {
    if (this.waiting === MAX_WAITING) {
      throw new RangeError(
        `expected at most ${MAX_WAITING} updates whose outcomes wait; read the outcomes first`,
      );
    }
    const { kernels, store } = this.model;
    const space = this.forward(batch);
    backward(kernels, this.model.tree, this.gradientTree, space);
    this.updates += 1;
    const settings = { ...this.trainConfig, learningRate, updates: this.updates };
    kernels.update(store, settings, space.losses, this.readout, this.waiting);
    this.waiting += 1;
    this.model.age.updates += 1;
  }

  async outcomes(): Promise<Outcome[]> {
    const count = this.waiting;
    this.waiting = 0;
    const values = await this.model.kernels.read(this.readout);
    return Array.from({ length: count }, (_, i) => ({
      lossNats: values[4 * i] ?? NaN,
      gradNorm: values[4 * i + 1] ?? NaN,
    }));
  }

  async loss(batch: Batch): Promise<number> {
    const { kernels } = this.model;
    const space = this.forward(batch);
    kernels.surprise(space.logits, space.batch, space.V, space.losses);
    const losses = await kernels.read(space.losses); // (N, 4)
    let total = 0;
    for (let row = 0; row < losses.length; row += 4) total += losses[row] ?? NaN;
    return total;
  }

  gradients(batch: Batch): Promise<NamedArrays> {
    const { kernels, layout, store, tree } = this.model;
    backward(kernels, tree, this.gradientTree, this.forward(batch));
    return readBlocks(layout, store.gradients, kernels);
  }

  async optimizer(): Promise<OptimizerArrays> {
    const { kernels, layout, store } = this.model;
    const { updates } = this;
    const [m, v] = await Promise.all([
      readBlocks(layout, store.m, kernels),
      readBlocks(layout, store.v, kernels),
    ]);
    return { updates, m, v };
  }

  dispose(): void {
    const { kernels, store } = this.model;
    for (const { all } of this.workspaces.values()) all.forEach((matrix) => kernels.free(matrix));
    this.workspaces.clear();
    kernels.free(this.readout);
    store.endTraining();
  }

  private forward(batch: Batch): Workspace<M> {
    const { kernels, tree } = this.model;
    const space = this.workspaceFor(batch);
    kernels.write(space.batch, batchRows(batch));
    forward(kernels, tree, space);
    return space;
  }

  private workspaceFor({ B, T }: Batch): Workspace<M> {
    const { kernels, layout } = this.model;
    const { nLayer, nHead, nEmbd: C, vocabSize: V, blockSize } = layout.config;
    if (T > blockSize)
      throw new RangeError(`expected at most ${blockSize} tokens a row, got ${T}; keep only the last ones`);
    const key = `${B} ${T}`;
    const space =
      this.workspaces.get(key) ?? createWorkspace(kernels, { B, T: ceil4(T), nHead }, { nLayer, C, V });
    this.workspaces.set(key, space);
    for (const [oldest, { all }] of this.workspaces) {
      if (this.workspaces.size <= MAX_WORKSPACES) break;
      all.forEach((matrix) => kernels.free(matrix));
      this.workspaces.delete(oldest);
    }
    return space;
  }
}
