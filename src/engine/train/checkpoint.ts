import type { GPTConfig, TrainConfig } from '../config';
import { validateConfig } from '../config';
import { parameterShapes } from '../model/shapes';
import type { NamedArray, NamedArrays } from '../model/shapes';
import type { OptimizerArrays } from '../optim/adamw';
import type { TokenizerFile } from '../tokenizer/tokenizer';
import { FIRST_MERGE_ID, parseTokenizerFile } from '../tokenizer/tokenizerFile';
import {
  CheckpointError,
  damaged,
  decodeSafetensors,
  encodeSafetensors,
  isRecord,
  parseJson,
} from './safetensors';
import type { CheckpointPart, Precision, StoredArray } from './safetensors';

export { CheckpointError, type CheckpointFault, type CheckpointPart } from './safetensors';

/** Anything that JSON can say. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One point of a loss curve. */
export interface LossPoint {
  /** Updates done. */
  readonly step: number;
  /** Which curve, e.g. `train` or `val`. */
  readonly series: string;
  readonly bitsPerByte: number;
}

/** A model at one moment of its life, as plain data. */
export interface Checkpoint {
  readonly config: GPTConfig;
  readonly trainConfig: TrainConfig;
  readonly tokenizer: TokenizerFile;
  /** The seed of the run that made it. */
  readonly seed: number;
  /** Updates of that run. */
  readonly step: number;
  readonly history: readonly LossPoint[];
  /** Whatever else its owner needs to continue or describe the run; stored as it is and not interpreted. */
  readonly recipe: JsonValue;
  readonly arrays: NamedArrays;
  /** Needed to continue the run exactly; null when the weights are only to be used. */
  readonly optimizer: OptimizerArrays | null;
}

const FORMAT = 'how-did-chatgpt-learn-to-code';
const VERSION = 1;

/**
 * Writes a checkpoint as a safetensors file.
 * @param precision of the weights: F32 is exact, F16 half the size; the optimizer's state is always F32, because
 *   squared gradients are too small for half precision
 * @throws RangeError when a weight is not finite or does not fit the precision
 * @throws CheckpointError when the description is too long to be read again, e.g. a recipe with a very long text
 */
export function writeCheckpoint(checkpoint: Checkpoint, precision: Precision): Uint8Array {
  const { config, trainConfig, tokenizer, seed, step, history, recipe, arrays, optimizer } = checkpoint;
  const tensors = new Map<string, StoredArray>();
  const store = (prefix: string, named: NamedArrays, dtype: Precision): void => {
    for (const [name, array] of named) tensors.set(prefix + name, { ...array, dtype });
  };
  store('', arrays, precision);
  if (optimizer) {
    store('optimizer.m.', optimizer.m, 'F32');
    store('optimizer.v.', optimizer.v, 'F32');
  }
  const described = {
    config,
    trainConfig,
    tokenizer,
    seed,
    step,
    history,
    recipe,
    updates: optimizer?.updates ?? null,
  };
  const metadata = new Map([
    ['format', FORMAT],
    ['version', String(VERSION)],
  ]);
  for (const [key, value] of Object.entries(described)) metadata.set(key, JSON.stringify(value));
  return encodeSafetensors({ tensors, metadata });
}

/** A part that can be read and is of no use. */
function unusable(part: CheckpointPart): CheckpointError {
  return damaged(part, `its ${part} cannot be used`);
}

/** A finite number not below 0. */
function amount(value: unknown, part: CheckpointPart): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw unusable(part);
  return value;
}

function whole(value: unknown, part: CheckpointPart): number {
  if (!Number.isSafeInteger(value)) throw unusable(part);
  return amount(value, part);
}

function readConfig(value: unknown): GPTConfig {
  if (!isRecord(value)) throw unusable('config');
  const size = (field: keyof GPTConfig): number => whole(value[field], 'config');
  try {
    return validateConfig({
      nLayer: size('nLayer'),
      nHead: size('nHead'),
      nEmbd: size('nEmbd'),
      blockSize: size('blockSize'),
      vocabSize: size('vocabSize'),
    });
  } catch (error) {
    if (error instanceof RangeError) throw damaged('config', error.message);
    throw error;
  }
}

function readTrainConfig(value: unknown): TrainConfig {
  if (!isRecord(value)) throw unusable('trainConfig');
  const setting = (field: keyof TrainConfig, highest: number): number => {
    const given = amount(value[field], 'trainConfig');
    if (given > highest) throw unusable('trainConfig');
    return given;
  };
  return {
    batchSize: whole(setting('batchSize', 1024), 'trainConfig'),
    totalSteps: whole(setting('totalSteps', 1e7), 'trainConfig'),
    warmupSteps: whole(setting('warmupSteps', 1e7), 'trainConfig'),
    learningRate: setting('learningRate', 10),
    minLearningRateFraction: setting('minLearningRateFraction', 1),
    weightDecay: setting('weightDecay', 10),
    beta1: setting('beta1', 1),
    beta2: setting('beta2', 1),
    epsilon: setting('epsilon', 1),
    clipNorm: setting('clipNorm', Number.MAX_VALUE),
  };
}

function readTokenizer(value: unknown, { vocabSize }: GPTConfig): TokenizerFile {
  let tokenizer: TokenizerFile;
  try {
    tokenizer = parseTokenizerFile(value);
  } catch {
    throw unusable('tokenizer');
  }
  if (FIRST_MERGE_ID + tokenizer.merges.length !== vocabSize) {
    throw new CheckpointError('otherTokenizer', 'its tokenizer has not the tokens of its model');
  }
  return tokenizer;
}

function readHistory(value: unknown): LossPoint[] {
  if (!Array.isArray(value)) throw unusable('history');
  return value.map((point: unknown) => {
    if (!isRecord(point) || typeof point['series'] !== 'string') throw unusable('history');
    const { step, series, bitsPerByte } = point;
    return { step: whole(step, 'history'), series, bitsPerByte: amount(bitsPerByte, 'history') };
  });
}

/** Takes the arrays with this prefix out of `tensors`; they must be exactly those of the model. */
function takeArrays(tensors: Map<string, NamedArray>, prefix: string, config: GPTConfig): NamedArrays {
  const arrays = new Map<string, NamedArray>();
  for (const [name, shape] of parameterShapes(config)) {
    const stored = tensors.get(prefix + name);
    if (stored?.shape.join() !== shape.join()) {
      throw new CheckpointError(
        'otherWeights',
        `its weights ${prefix}${name} are missing or of another size than the model`,
      );
    }
    arrays.set(name, { shape: [...shape], values: stored.values });
    tensors.delete(prefix + name);
  }
  return arrays;
}

/**
 * Reads a checkpoint of unknown origin and checks everything in it.
 * @throws CheckpointError when the file is damaged, truncated, not ours or of a newer version
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  const file = decodeSafetensors(bytes);
  if (file.metadata.get('format') !== FORMAT) {
    throw new CheckpointError('foreign', `its format is not ${FORMAT}`);
  }
  if (file.metadata.get('version') !== String(VERSION)) {
    throw new CheckpointError('otherVersion', `its version is not ${VERSION}`);
  }
  const described = (key: CheckpointPart): unknown => parseJson(file.metadata.get(key) ?? '', key);
  const config = readConfig(described('config'));
  const tensors = new Map<string, NamedArray>(file.tensors);
  const arrays = takeArrays(tensors, '', config);
  const updates = described('updates');
  const optimizer =
    updates === null
      ? null
      : {
          updates: whole(updates, 'updates'),
          m: takeArrays(tensors, 'optimizer.m.', config),
          v: takeArrays(tensors, 'optimizer.v.', config),
        };
  if (tensors.size > 0) {
    throw new CheckpointError('otherWeights', 'it holds weights that its model does not have');
  }
  return {
    config,
    trainConfig: readTrainConfig(described('trainConfig')),
    tokenizer: readTokenizer(described('tokenizer'), config),
    seed: whole(described('seed'), 'seed'),
    step: whole(described('step'), 'step'),
    history: readHistory(described('history')),
    recipe: described('recipe') as JsonValue, // any JSON value is one
    arrays,
    optimizer,
  };
}
