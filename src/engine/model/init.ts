import type { GPTConfig } from '../config';
import { validateConfig } from '../config';
import type { Random } from '../random';
import { parameterShapes } from './shapes';
import type { NamedArray, NamedArrays } from './shapes';

/**
 * GPT-2 draws with deviation 0.02 at a width of 768. A narrow model needs larger numbers for sums of the same size:
 * with 0.02 a model of width 64 spent its first hundred steps unable to look back (docs/lab-log.md).
 */
const GPT2_DEVIATION = 0.02;
const GPT2_WIDTH = 768;

/**
 * Draws the weights of an untrained model.
 *
 * Weights and embeddings are normal, as wide as in GPT-2 for their width, biases 0, gains 1. The two projections of
 * a block that write into the residual stream are scaled down by sqrt(2 nLayer), so that the sum of
 * all their contributions starts with the same size at every depth.
 *
 * @param random each parameter draws from its own fork, named like the parameter
 * @throws RangeError when the configuration cannot be built
 * @source radford2019 section 2.3
 */
export function initialArrays(config: GPTConfig, random: Random): NamedArrays {
  validateConfig(config);
  const standardDeviation = GPT2_DEVIATION * Math.sqrt(GPT2_WIDTH / config.nEmbd);
  const residualDeviation = standardDeviation / Math.sqrt(2 * config.nLayer);
  const arrays = new Map<string, NamedArray>();
  for (const [name, shape] of parameterShapes(config)) {
    const values = new Float32Array(shape.reduce((size, length) => size * length, 1));
    if (name.endsWith('.g')) {
      values.fill(1);
    } else if (!name.endsWith('.b')) {
      const deviation = name.endsWith('.cProj.w') ? residualDeviation : standardDeviation;
      const stream = random.fork(name);
      for (let i = 0; i < values.length; i++) values[i] = deviation * stream.normal();
    }
    arrays.set(name, { shape, values });
  }
  return arrays;
}
