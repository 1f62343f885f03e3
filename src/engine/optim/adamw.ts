import {
  add,
  div,
  mul,
  scalar,
  sqrt,
  square,
  sub,
  tensor,
  tidy,
  variable,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { TrainConfig } from '../config';
import { readArrays } from '../model/parameters';
import type { NamedArrays } from '../model/shapes';

/** What the optimizer remembers between updates, as plain data. */
export interface OptimizerArrays {
  /** Updates done. */
  readonly updates: number;
  /** Running mean of each parameter's gradient. */
  readonly m: NamedArrays;
  /** Running mean of each parameter's squared gradient. */
  readonly v: NamedArrays;
}

export interface AdamW {
  /**
   * Moves every parameter once.
   * @param gradients one for each parameter, in the order of the parameters
   * @param divisor each gradient is divided by it first, see `clipDivisor`
   */
  step(gradients: readonly Tensor[], divisor: Scalar, learningRate: number): void;
  /** Reads the state back, to be saved. */
  arrays(): Promise<OptimizerArrays>;
  /** Frees the state; the parameters stay the caller's. */
  dispose(): void;
}

export type AdamWConfig = Pick<TrainConfig, 'beta1' | 'beta2' | 'epsilon' | 'weightDecay'>;

/** A parameter and its two running means. */
interface Slot {
  readonly name: string;
  readonly parameter: Variable;
  readonly m: Variable;
  readonly v: Variable;
  /** Biases and gains are not pulled towards 0, only matrices are. */
  readonly decays: boolean;
}

/** A variable that starts from saved numbers, or from 0. */
function stateVariable(name: string, parameter: Variable, saved: NamedArrays | undefined): Variable {
  return tidy(() => {
    const state = variable(zeros(parameter.shape));
    if (saved) {
      const array = saved.get(name);
      if (array?.values.length !== parameter.size) {
        throw new RangeError(
          `expected ${parameter.size} numbers of optimizer state for ${name}, got ` +
            `${array?.values.length ?? 'none'}; start with a fresh optimizer instead`,
        );
      }
      state.assign(tensor(array.values, parameter.shape));
    }
    return state;
  });
}

/** The numbers of one update that all parameters share, put on the backend once. */
function constantsOf(
  { beta1, beta2, epsilon, weightDecay }: AdamWConfig,
  updates: number,
  learningRate: number,
) {
  return {
    beta1: scalar(beta1),
    oneMinusBeta1: scalar(1 - beta1),
    beta2: scalar(beta2),
    oneMinusBeta2: scalar(1 - beta2),
    // m and v start at 0 and are too small at first: the corrections undo that.
    mCorrection: scalar(1 - beta1 ** updates),
    vCorrection: scalar(1 - beta2 ** updates),
    epsilon: scalar(epsilon),
    weightDecay: scalar(weightDecay),
    learningRate: scalar(learningRate),
  };
}

/** One parameter's update: follow the mean gradient, measured in its own typical size. */
function updateSlot(slot: Slot, gradient: Tensor, c: ReturnType<typeof constantsOf>): void {
  const { parameter, m, v } = slot;
  m.assign(add(mul(m, c.beta1), mul(gradient, c.oneMinusBeta1)));
  v.assign(add(mul(v, c.beta2), mul(square(gradient), c.oneMinusBeta2)));
  const mHat = div(m, c.mCorrection);
  const vHat = div(v, c.vCorrection);
  const direction = div(mHat, add(sqrt(vHat), c.epsilon));
  const decayed = slot.decays ? add(direction, mul(parameter, c.weightDecay)) : direction;
  parameter.assign(sub(parameter, mul(decayed, c.learningRate)));
}

/**
 * Adam with decoupled weight decay.
 * @param parameters updated in place
 * @param saved the state to continue from; without it the optimizer starts fresh
 * @throws RangeError when the saved state is of another model
 * @source loshchilov2019 algorithm 2
 */
export function createAdamW(
  parameters: ReadonlyMap<string, Variable>,
  config: AdamWConfig,
  saved?: OptimizerArrays,
): AdamW {
  let updates = saved?.updates ?? 0;
  const slots: Slot[] = [...parameters].map(([name, parameter]) => ({
    name,
    parameter,
    m: stateVariable(name, parameter, saved?.m),
    v: stateVariable(name, parameter, saved?.v),
    decays: parameter.rank >= 2,
  }));
  return {
    step: (gradients, divisor, learningRate) => {
      updates += 1;
      tidy(() => {
        const constants = constantsOf(config, updates, learningRate);
        gradients.forEach((gradient, i) => {
          const slot = slots[i];
          if (slot) tidy(() => updateSlot(slot, div(gradient, divisor), constants));
        });
      });
    },
    arrays: async () => {
      const done = updates;
      const [m, v] = await Promise.all([
        readArrays(new Map(slots.map((slot) => [slot.name, slot.m]))),
        readArrays(new Map(slots.map((slot) => [slot.name, slot.v]))),
      ]);
      return { updates: done, m, v };
    },
    dispose: () => {
      for (const { m, v } of slots) {
        m.dispose();
        v.dispose();
      }
    },
  };
}
