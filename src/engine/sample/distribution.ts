import { createRandom, type Random } from '../random';
import { MAX_VOCAB_SIZE } from '../tokenizer/tokenizerFile';

/** What shapes the probabilities of the next token. */
export interface DistributionSettings {
  /** 0 always takes the most likely token; 1 is the model's own opinion; above 1 flattens it. */
  readonly temperature: number;
  /** Only the k most likely tokens stay; 0, or the vocabulary's size and more, keeps all. */
  readonly topK: number;
  /** Only the fewest tokens that together reach this probability stay; 1 keeps all. */
  readonly topP: number;
}

/** Everything that decides which text a model writes for a prompt. */
export interface SampleSettings extends DistributionSettings {
  /** Whole number from 0 to 2^32 - 1; the same seed gives the same text. */
  readonly seed: number;
  /** Writing stops after this many tokens, or at end-of-text. */
  readonly maxNewTokens: number;
}

/** The names of all of them, for whoever compares or copies them one by one. */
export const SAMPLE_SETTING_NAMES = [
  'temperature',
  'topK',
  'topP',
  'seed',
  'maxNewTokens',
] as const satisfies readonly (keyof SampleSettings)[];

/** The probabilities a token is drawn from. */
export interface Distribution {
  /** (V) float32, sums to 1; 0 for every token that was cut. */
  readonly probs: Float32Array;
  /** How many tokens can still be drawn. */
  readonly kept: number;
}

/** A token and its probability. */
export interface Alternative {
  readonly id: number;
  readonly prob: number;
}

/** The largest finite float32: stands in for +Infinity, so that differences stay numbers. */
const FLOAT32_MAX = 3.4028234663852886e38;

/** A usable logit: NaN can never be drawn, +Infinity becomes the largest number. */
function cleanLogit(logit: number): number {
  if (Number.isNaN(logit)) return -Infinity;
  return Math.min(logit, FLOAT32_MAX);
}

/** Index of the largest logit, the lowest on ties. @throws RangeError when no logit can be drawn */
function argmax(logits: ArrayLike<number>): number {
  let best = -1;
  let bestLogit = -Infinity;
  for (let id = 0; id < logits.length; id++) {
    const logit = cleanLogit(logits[id] as number);
    if (logit > bestLogit) {
      best = id;
      bestLogit = logit;
    }
  }
  if (best < 0) {
    throw new RangeError(
      `Expected at least one logit that is a number, got ${logits.length} without any; the model's weights may have diverged, load an earlier checkpoint`,
    );
  }
  return best;
}

// Plain loops below, because generation spends its time here: 64 rows took longer to draw from than to compute.

/** exp((logit - max) / temperature) of every token: probabilities before they are divided by their sum. */
function weightsOf(logits: ArrayLike<number>, temperature: number): Float64Array {
  const max = cleanLogit(logits[argmax(logits)] as number);
  const weights = new Float64Array(logits.length);
  for (let id = 0; id < weights.length; id++) {
    weights[id] = Math.exp((cleanLogit(logits[id] as number) - max) / temperature);
  }
  return weights;
}

function normalise(weights: Float64Array): Float32Array {
  const total = sumOf(weights);
  const probs = new Float32Array(weights.length);
  for (let id = 0; id < probs.length; id++) probs[id] = (weights[id] as number) / total;
  return probs;
}

function sumOf(numbers: Float64Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] as number;
  return sum;
}

/** Ids of the `count` largest weights, largest first, the lower id first on ties. */
function likeliest(weights: Float64Array | Float32Array, count: number): Uint32Array {
  const length = Math.min(count, weights.length);
  const smallest = weights.slice().sort()[weights.length - length] ?? Infinity;
  const ids: number[] = [];
  let spare = length;
  for (let id = 0; id < weights.length; id++) if ((weights[id] as number) > smallest) spare -= 1;
  for (let id = 0; id < weights.length; id++) {
    const weight = weights[id] as number;
    if (weight > smallest) ids.push(id);
    else if (weight === smallest && spare > 0) {
      ids.push(id);
      spare -= 1;
    }
  }
  return Uint32Array.from(ids).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
}

/** Length of the shortest start of `ranked` whose weights reach the share `topP` of all of `ranked`. */
function countForTopP(weights: Float64Array, ranked: Uint32Array, topP: number): number {
  const total = ranked.reduce((sum, id) => sum + (weights[id] as number), 0);
  let sum = 0;
  for (const [rank, id] of ranked.entries()) {
    sum += weights[id] as number;
    if (sum >= topP * total) return rank + 1;
  }
  return ranked.length;
}

/**
 * Turns logits into the probabilities a token is drawn from: temperature, then top-k, then top-p.
 *
 * Each works on what the one before it left, rescaled to sum to 1: top-p 0.9 after top-k 5 means 90% of those
 * five. Temperature 0 is greedy: the most likely token, the lowest id on ties.
 * @param logits (V) float32; NaN counts as "never", +Infinity as the largest float32
 * @throws RangeError when no logit is usable, or a setting is not a number in its range
 * @source holtzman2020 (top-p)
 */
export function distribution(logits: Float32Array, settings: DistributionSettings): Distribution {
  const { temperature, topK, topP } = settings;
  if (!(temperature >= 0 && temperature < Infinity && topK >= 0 && topP > 0 && topP <= 1)) {
    throw new RangeError(
      `Expected temperature >= 0, topK >= 0 and topP above 0 and at most 1, got ${temperature}, ${topK} and ${topP}; see clampSampleSettings`,
    );
  }
  if (temperature === 0) {
    const probs = new Float32Array(logits.length);
    probs[argmax(logits)] = 1;
    return { probs, kept: 1 };
  }
  let weights = weightsOf(logits, temperature);
  const cutsK = topK >= 1 && topK < weights.length;
  if (cutsK || topP < 1) {
    const afterK = likeliest(weights, cutsK ? Math.floor(topK) : weights.length);
    const stay = topP < 1 ? countForTopP(weights, afterK, topP) : afterK.length;
    const kept = new Float64Array(weights.length);
    for (const id of afterK.subarray(0, stay)) kept[id] = weights[id] as number;
    weights = kept;
  }
  const probs = normalise(weights);
  let kept = 0;
  for (let id = 0; id < probs.length; id++) if ((probs[id] as number) > 0) kept += 1;
  return { probs, kept };
}

/**
 * The model's own probabilities, with nothing cut.
 * @param logits (V) float32, cleaned as in `distribution`
 * @returns (V) float32, sums to 1
 * @throws RangeError when no logit is usable
 */
export function softmax(logits: Float32Array): Float32Array {
  return normalise(weightsOf(logits, 1));
}

/**
 * The token that a random number selects: probabilities laid end to end, `u` points into one of them.
 * A token with probability 0 is never drawn.
 * @param probs (V), at least one above 0
 * @param u in [0, 1)
 * @throws RangeError when u is out of range or every probability is 0
 */
export function drawToken(probs: Float32Array, u: number): number {
  if (!(u >= 0 && u < 1)) throw new RangeError(`u must be at least 0 and below 1, got ${u}`);
  // Float32 rounding leaves the sum a hair off 1; scaling keeps the last token's share exact.
  const pointer = u * sumOf(probs);
  let sum = 0;
  let last = -1;
  for (let id = 0; id < probs.length; id++) {
    const prob = probs[id] as number;
    if (!(prob > 0)) continue;
    sum += prob;
    last = id;
    if (pointer < sum) return id;
  }
  if (last < 0) throw new RangeError('Expected at least one probability above 0, got none');
  return last;
}

/** The numbers that draw a text, by its seed: the token at an index is drawn with a fork of its own. */
export function drawsOf(seed: number): Random {
  return createRandom(seed).fork('sample');
}

/**
 * The number that draws the token at an index of the text with this seed.
 * @returns in [0, 1), for `drawToken`
 */
export function drawAt(draws: Random, index: number): number {
  return draws.fork(index).next();
}

/** The n most likely tokens, most likely first, the lower id first on ties; none with probability 0. */
export function topAlternatives(probs: Float32Array, n: number): Alternative[] {
  return Array.from(likeliest(probs, n), (id) => ({ id, prob: probs[id] ?? 0 })).filter(
    ({ prob }) => prob > 0,
  );
}

/** Settings that give lively, mostly sensible text from a tiny model. */
export const SAMPLE_DEFAULTS: SampleSettings = {
  temperature: 0.8,
  topK: 40,
  topP: 0.95,
  seed: 1,
  maxNewTokens: 96,
};

/** The smallest and largest value of each setting: the ends of its slider. */
export const SAMPLE_LIMITS = {
  temperature: { min: 0, max: 2 },
  topK: { min: 0, max: MAX_VOCAB_SIZE },
  topP: { min: 0.01, max: 1 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  maxNewTokens: { min: 1, max: 512 },
} as const satisfies Record<keyof SampleSettings, { min: number; max: number }>;

/**
 * Makes settings from data of unknown origin, such as a link: what is no number takes its default, what is
 * out of range the nearest end of the range, and fractions of whole numbers are dropped. Never throws.
 * @param vocabSize upper end of topK
 */
export function clampSampleSettings(input: unknown, vocabSize: number = MAX_VOCAB_SIZE): SampleSettings {
  const given = (name: keyof SampleSettings): number => {
    const value: unknown =
      typeof input === 'object' && input !== null
        ? Object.getOwnPropertyDescriptor(input, name)?.value
        : undefined;
    const number = typeof value === 'number' && !Number.isNaN(value) ? value : SAMPLE_DEFAULTS[name];
    const { min, max } = SAMPLE_LIMITS[name];
    return Math.min(Math.max(number, min), max);
  };
  return {
    temperature: given('temperature'),
    topK: Math.floor(Math.min(given('topK'), vocabSize)),
    topP: given('topP'),
    seed: Math.floor(given('seed')),
    maxNewTokens: Math.floor(given('maxNewTokens')),
  };
}
