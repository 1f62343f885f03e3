import type { Runtime } from '../runtime';
import { createReferenceDecoder } from '../sample/referenceDecoder';
import { createReferenceLearner } from '../train/referenceLearner';
import { disposeParams, paramsFromArrays, readArrays } from './parameters';

/**
 * The model as its chapters write it: TensorFlow.js operations one after the other, on whichever backend is current.
 *
 * It is the slowest way and the one to read; what others compute is measured against it.
 */
export const referenceRuntime: Runtime = {
  name: 'reference',
  // TensorFlow.js compiles its programs when they are first used.
  prepare: () => Promise.resolve(),
  supports: () => true,
  load: (config, arrays) => {
    const params = paramsFromArrays(config, arrays);
    return {
      config,
      createLearner: (trainConfig, saved) => createReferenceLearner(params, config, trainConfig, saved),
      createDecoder: () => createReferenceDecoder(params, config),
      arrays: () => readArrays(params.named),
      dispose: () => disposeParams(params),
    };
  },
};
