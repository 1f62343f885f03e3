import type { WeightBlock, WeightStore } from '../kernels';
import type { WasmHeap, WasmMatrix } from './heap';

/** Blocks that follow each other in memory, so that a kernel can run over all of them. */
interface Vector {
  readonly whole: WasmMatrix;
  readonly blocks: readonly WasmMatrix[];
}

/** Numbers that are updated alike. */
interface Stretch {
  readonly first: number;
  readonly count: number;
  readonly decays: boolean;
}

function stretchesOf(blocks: readonly WeightBlock[]): Stretch[] {
  let end = 0;
  const stretches = blocks.flatMap(({ rows, columns, decayingRows }) => {
    const [decaying, others] = [decayingRows * columns, (rows - decayingRows) * columns];
    const first = end;
    end += rows * columns;
    return [
      { first, count: decaying, decays: true },
      { first: first + decaying, count: others, decays: false },
    ];
  });
  return stretches.filter(({ count }) => count > 0);
}

/** Weights, gradients and running means, each as one vector. */
export class WasmWeightStore implements WeightStore<WasmMatrix> {
  readonly stretches: readonly Stretch[];
  private readonly weights: Vector;
  private training: { readonly gradients: Vector; readonly m: Vector; readonly v: Vector } | null = null;

  constructor(
    private readonly heap: WasmHeap,
    private readonly plan: readonly WeightBlock[],
  ) {
    this.stretches = stretchesOf(plan);
    this.weights = this.vector();
  }

  get blocks(): readonly WasmMatrix[] {
    return this.weights.blocks;
  }
  get gradients(): readonly WasmMatrix[] {
    return this.training?.gradients.blocks ?? [];
  }
  get m(): readonly WasmMatrix[] {
    return this.training?.m.blocks ?? [];
  }
  get v(): readonly WasmMatrix[] {
    return this.training?.v.blocks ?? [];
  }

  /** Where the vectors begin. @throws Error before `prepareTraining` */
  addresses(): { weights: number; gradients: number; m: number; v: number; count: number } {
    if (!this.training)
      throw new Error('expected a store that is prepared for training; call prepareTraining');
    const { gradients, m, v } = this.training;
    const { address, rows } = this.weights.whole;
    return {
      weights: address,
      gradients: gradients.whole.address,
      m: m.whole.address,
      v: v.whole.address,
      count: rows,
    };
  }

  prepareTraining(): void {
    this.endTraining();
    this.training = { gradients: this.vector(), m: this.vector(), v: this.vector() };
  }

  endTraining(): void {
    if (!this.training) return;
    for (const { whole } of Object.values(this.training)) this.heap.free(whole);
    this.training = null;
  }

  dispose(): void {
    this.endTraining();
    this.heap.free(this.weights.whole);
  }

  private vector(): Vector {
    const size = this.plan.reduce((total, { rows, columns }) => total + rows * columns, 0);
    const whole = this.heap.allocate(size, 1);
    this.heap.numbers(whole).fill(0);
    let { address } = whole;
    const blocks = this.plan.map(({ rows, columns }) => {
      const block = { rows, columns, address };
      address += 4 * rows * columns;
      return block;
    });
    return { whole, blocks };
  }
}
