import type { GPTConfig, TrainConfig } from '../config';
import { validateConfig } from '../config';
import type { Kernels, Matrix } from '../kernels/kernels';
import type { NamedArrays } from '../model/shapes';
import type { OptimizerArrays } from '../optim/adamw';
import type { LoadedModel, Runtime } from '../runtime';
import { CachedDecoder } from './cachedDecoder';
import { FusedLearner } from './fusedLearner';
import type { FusedWeights } from './fusedLearner';
import { layoutOf, readBlocks, treeOf, writeArrays } from './layout';

/** How a device opens the kernels of one model, whose memory is theirs. */
export interface KernelSupply<M extends Matrix> {
  readonly prepare: Runtime['prepare'];
  readonly open: () => Kernels<M>;
}

/** Heads are cut in fours. */
function supports({ nEmbd, nHead }: GPTConfig): boolean {
  return nEmbd % (4 * nHead) === 0;
}

/** A runtime of fused kernels on any device that has them. */
export function createFusedRuntime<M extends Matrix>({ prepare, open }: KernelSupply<M>): Runtime {
  return {
    name: 'fused',
    prepare,
    supports,
    load: (config, arrays) => {
      validateConfig(config);
      if (!supports(config)) {
        throw new RangeError(
          `expected nEmbd to be a multiple of 4 nHead, got ${config.nEmbd} and ${config.nHead}; use the reference runtime`,
        );
      }
      return new FusedModel(config, arrays, open());
    },
  };
}

class FusedModel<M extends Matrix> implements LoadedModel {
  private readonly weights: FusedWeights<M>;

  constructor(
    readonly config: GPTConfig,
    arrays: NamedArrays,
    kernels: Kernels<M>,
  ) {
    const layout = layoutOf(config);
    const store = kernels.weights(layout.blocks);
    this.weights = {
      kernels,
      layout,
      store,
      tree: treeOf(layout, store.blocks, kernels),
      age: { updates: 0 },
    };
    writeArrays(layout, arrays, store.blocks, kernels);
  }

  createLearner(trainConfig: TrainConfig, saved?: OptimizerArrays): FusedLearner<M> {
    return new FusedLearner(this.weights, trainConfig, saved);
  }

  createDecoder(): CachedDecoder<M> {
    return new CachedDecoder(this.weights);
  }

  arrays(): Promise<NamedArrays> {
    const { layout, store, kernels } = this.weights;
    return readBlocks(layout, store.blocks, kernels);
  }

  dispose(): void {
    this.weights.kernels.dispose();
  }
}
