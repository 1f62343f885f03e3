import { drawAt, drawsOf, drawToken, softmax } from '../../engine/sample/distribution';
import type { Generation } from '../../store/state';

type Settings = Generation['settings'];

/** What the settings cannot change about a place: made once for its logits. */
export interface Ranking {
  /** (V) Every token, the likeliest first, the lower id first on ties. */
  readonly ids: Uint32Array;
  /** (V) How far each token of `ids` lies below the likeliest: 0 and falling, -Infinity for never. */
  readonly gaps: Float64Array;
  /** (V) What the model itself gave each token, by id. */
  readonly modelProbs: Float32Array;
}

/** Chances of the next token under some settings. */
export interface Chances {
  /** (V) By id, sums to 1; 0 for every token that was cut. */
  readonly probs: Float32Array;
  /** How many tokens can still be drawn. */
  readonly kept: number;
}

/** A token by name. */
export interface NamedToken {
  readonly id: number;
  readonly text: string;
}

/** A token with the model's probability, and with the chance that the settings leave it. */
export interface NextTokenRow extends NamedToken {
  readonly modelProb: number;
  readonly prob: number;
}

/** All tokens without a row of their own, taken together. */
export interface OtherTokens {
  readonly count: number;
  readonly kept: number;
  readonly modelProb: number;
  readonly prob: number;
}

/** A stretch of the line from 0 to 1: one token, or several neighbours too narrow to be told apart. */
export interface DrawSegment {
  /** Null for several. */
  readonly id: number | null;
  readonly from: number;
  readonly to: number;
}

/** Tokens with a row of their own. */
export const ROWS = 12;

const FLOAT32_MAX = 3.4028234663852886e38;

/** As `distribution` cleans it: NaN is never drawn, +Infinity is the largest number. */
const cleaned = (logit: number): number => (Number.isNaN(logit) ? -Infinity : Math.min(logit, FLOAT32_MAX));

function rank(logits: Float32Array): Ranking {
  const modelProbs = softmax(logits);
  const clean = Float64Array.from(logits, cleaned);
  // Ties compare as NaN where both are -Infinity: then, too, the lower id comes first.
  const ids = Uint32Array.from(logits, (_, id) => id).sort(
    (a, b) => (clean[b] ?? 0) - (clean[a] ?? 0) || a - b,
  );
  const max = clean[ids[0] ?? 0] ?? 0;
  return { ids, gaps: Float64Array.from(ids, (id) => (clean[id] ?? 0) - max), modelProbs };
}

const rankings = new WeakMap<Float32Array, Ranking>();

/**
 * The order of all tokens at a place, sorted once and remembered as long as its logits live.
 * @param logits (V) float32; they must not change
 * @throws RangeError when no logit is usable
 */
export function rankingOf(logits: Float32Array): Ranking {
  const known = rankings.get(logits);
  if (known) return known;
  const ranking = rank(logits);
  rankings.set(logits, ranking);
  return ranking;
}

/** How many of the likeliest stay: the k best, and of these the fewest that reach the share `topP`. */
function countKept(weights: Float64Array, topP: number): number {
  if (topP >= 1) return weights.length;
  let total = 0;
  for (let at = 0; at < weights.length; at++) total += weights[at] ?? 0;
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at] ?? 0;
    if (sum >= topP * total) return at + 1;
  }
  return weights.length;
}

/**
 * The very numbers of `distribution`, from an order that is known: a slider moves without a sort.
 * @param settings in the ranges of SAMPLE_LIMITS
 */
export function chancesOf({ ids, gaps }: Ranking, { temperature, topK, topP }: Settings): Chances {
  const size = ids.length;
  const probs = new Float32Array(size);
  if (temperature === 0) {
    probs[ids[0] ?? 0] = 1;
    return { probs, kept: 1 };
  }
  const weights = new Float64Array(topK >= 1 && topK < size ? Math.floor(topK) : size);
  for (let at = 0; at < weights.length; at++) weights[at] = Math.exp((gaps[at] ?? 0) / temperature);
  const stay = countKept(weights, topP);
  const byId = new Float64Array(size);
  for (let at = 0; at < stay; at++) byId[ids[at] ?? 0] = weights[at] ?? 0;
  // Summed by id, as where the text was drawn: another order would round differently.
  let total = 0;
  for (let id = 0; id < size; id++) total += byId[id] ?? 0;
  let kept = 0;
  for (let id = 0; id < size; id++) {
    const prob = Math.fround((byId[id] ?? 0) / total);
    probs[id] = prob;
    if (prob > 0) kept += 1;
  }
  return { probs, kept };
}

/** A token with its text; one that the vocabulary lacks has none. */
export const namedToken = (id: number, vocabulary: readonly string[]): NamedToken => ({
  id,
  text: vocabulary[id] ?? '',
});

/** Ids of the likeliest tokens of the model, and always the one that was written. No setting changes them. */
export function shownIds({ ids }: Ranking, writtenId: number): readonly number[] {
  const best = [...ids.subarray(0, ROWS)];
  return best.includes(writtenId) ? best : [...best.slice(0, ROWS - 1), writtenId];
}

/** The rows of the figure, in the order of the model. */
export function rowsOfPlace(
  ranking: Ranking,
  { probs }: Chances,
  writtenId: number,
  vocabulary: readonly string[],
): readonly NextTokenRow[] {
  return shownIds(ranking, writtenId).map((id) => ({
    ...namedToken(id, vocabulary),
    modelProb: ranking.modelProbs[id] ?? 0,
    prob: probs[id] ?? 0,
  }));
}

/** What is left beside the rows. */
export function othersOf(
  { modelProbs }: Ranking,
  { probs, kept }: Chances,
  rows: readonly NextTokenRow[],
): OtherTokens {
  const shown = new Set(rows.map(({ id }) => id));
  let modelProb = 0;
  let prob = 0;
  for (let id = 0; id < probs.length; id++) {
    if (shown.has(id)) continue;
    modelProb += modelProbs[id] ?? 0;
    prob += probs[id] ?? 0;
  }
  const keptRows = rows.filter((row) => row.prob > 0).length;
  return { count: probs.length - rows.length, kept: kept - keptRows, modelProb, prob };
}

/** The number in [0, 1) that draws the token at an index of the text with this seed. */
export const numberAt = (seed: number, index: number): number => drawAt(drawsOf(seed), index);

/** The token a number lands on, and the kept tokens end to end by id, where `drawToken` looks them up. */
export interface Landing {
  readonly id: number;
  readonly segments: readonly DrawSegment[];
}

/**
 * Lays the kept tokens end to end and lets a number fall on them.
 * @param u in [0, 1)
 * @param narrowest neighbours that are all narrower than this share one segment; the one that is hit stands alone
 * @throws RangeError when u is out of range
 */
export function landingOf({ probs }: Chances, u: number, narrowest: number): Landing {
  const hit = drawToken(probs, u);
  let total = 0;
  for (let id = 0; id < probs.length; id++) total += probs[id] ?? 0;
  const segments: DrawSegment[] = [];
  let sum = 0;
  let isOpen = false;
  for (let id = 0; id < probs.length; id++) {
    const prob = probs[id] ?? 0;
    if (!(prob > 0)) continue;
    const from = sum / total;
    sum += prob;
    const to = sum / total;
    const isNarrow = id !== hit && to - from < narrowest;
    const last = segments.at(-1);
    if (isNarrow && isOpen && last) segments[segments.length - 1] = { id: null, from: last.from, to };
    else segments.push({ id, from, to });
    isOpen = isNarrow;
  }
  return { id: hit, segments };
}
