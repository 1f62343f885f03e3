import { tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { GPTConfig } from '../config';
import { logitsAt } from '../model/gpt';
import type { GPTParams } from '../model/parameters';
import { createRandom } from '../random';
import type { Random } from '../random';
import { END_OF_TEXT } from '../tokenizer/tokenizer';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { distribution, drawToken, softmax, topAlternatives } from './distribution';
import type { SampleSettings } from './distribution';

/** A token that could come next. */
export interface TokenChance {
  readonly id: number;
  /** Chance of being drawn, after temperature, top-k and top-p. */
  readonly prob: number;
  /** Probability as the model gave it, at temperature 1 with nothing cut. */
  readonly modelProb: number;
}

/** A token that was drawn. */
export interface DrawnToken extends TokenChance {
  /** How many were drawn before it. */
  readonly index: number;
  /** The model's ten likeliest tokens here. The settings never change their order, so one list serves both chances. */
  readonly alternatives: readonly TokenChance[];
}

/** Something that can be told to stop, such as an AbortSignal. */
export interface StopSignal {
  readonly aborted: boolean;
}

export interface GenerateOptions {
  readonly params: GPTParams;
  readonly config: GPTConfig;
  readonly tokenizer: Tokenizer;
  /** What the model has read so far, from `promptTokens`. */
  readonly promptIds: readonly number[];
  readonly settings: SampleSettings;
  /** Asked after each token with all the text written so far; true ends the generation. */
  readonly shouldStop?: (text: string) => boolean;
  readonly signal?: StopSignal | undefined;
}

const ALTERNATIVES = 10;

/**
 * The tokens of a prompt as the model met such text in training.
 *
 * End-of-text comes first, because training windows start at the beginning of a document. Whitespace at the end is
 * dropped, because a line break and the spaces after it are one token: a prompt that ends in a line break of its own
 * has no likely continuation, and the model answers with nothing.
 */
export function promptTokens(tokenizer: Tokenizer, prompt: string): number[] {
  return [END_OF_TEXT, ...tokenizer.encode(prompt.trimEnd())];
}

/**
 * Reads the logits that follow each of several sequences.
 *
 * Every call has the shape (rows, blockSize), filled up behind each sequence, because WebGL compiles its programs
 * anew for each shape. A sequence longer than the context keeps its last tokens.
 * @returns one (V) array for each sequence
 */
async function nextLogits(
  params: GPTParams,
  config: GPTConfig,
  sequences: readonly (readonly number[])[],
): Promise<Float32Array[]> {
  const { blockSize: T, vocabSize: V } = config;
  const ids = new Int32Array(sequences.length * T); // (B, T)
  const lastRows = sequences.map((sequence, b) => {
    const visible = sequence.slice(-T);
    ids.set(visible, b * T);
    return b * T + visible.length - 1;
  });
  const logits = tidy(() =>
    logitsAt(params, config, tensor2d(ids, [sequences.length, T], 'int32'), tensor1d(lastRows, 'int32')),
  );
  const values = await logits.data<'float32'>();
  logits.dispose();
  return sequences.map((_, b) => values.slice(b * V, (b + 1) * V));
}

/** The stream that a seed's tokens are drawn from; the token at each index has a fork of its own. */
function samplingStream(seed: number): Random {
  return createRandom(seed).fork('sample');
}

function draw(logits: Float32Array, settings: SampleSettings, stream: Random, index: number): DrawnToken {
  const { probs } = distribution(logits, settings);
  const modelProbs = softmax(logits);
  const id = drawToken(probs, stream.fork(index).next());
  const chance = (token: number): TokenChance => ({
    id: token,
    prob: probs[token] ?? 0,
    modelProb: modelProbs[token] ?? 0,
  });
  const alternatives = topAlternatives(modelProbs, ALTERNATIVES).map((top) => chance(top.id));
  return { ...chance(id), index, alternatives };
}

function requirePrompt(promptIds: readonly number[], { vocabSize }: GPTConfig): void {
  const stranger = promptIds.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabSize);
  if (promptIds.length === 0 || stranger !== undefined) {
    throw new RangeError(
      `expected a prompt of token ids below ${vocabSize}, got ${stranger ?? 'none'}; make it with promptTokens`,
    );
  }
}

/**
 * Continues a prompt, one token at a time. It ends after end-of-text, which is the last token it yields, after
 * `maxNewTokens`, or when asked to.
 *
 * The same seed draws the same tokens, on every backend as far as their rounding agrees.
 * @throws RangeError when the prompt is empty or of another vocabulary, or a setting is out of range
 */
export async function* generate(options: GenerateOptions): AsyncGenerator<DrawnToken, void> {
  const { params, config, tokenizer, promptIds, settings, shouldStop, signal } = options;
  requirePrompt(promptIds, config);
  const stream = samplingStream(settings.seed);
  const written: number[] = [];
  while (written.length < settings.maxNewTokens && !signal?.aborted) {
    const [logits] = await nextLogits(params, config, [[...promptIds, ...written]]);
    if (!logits || signal?.aborted) return;
    const token = draw(logits, settings, stream, written.length);
    yield token;
    written.push(token.id);
    if (token.id === END_OF_TEXT || shouldStop?.(tokenizer.decode(written))) return;
  }
}

/** One of several texts to be written together. */
export interface BatchRequest {
  readonly promptIds: readonly number[];
  /** Takes the place of the seed in the settings. */
  readonly seed: number;
}

/** A text of a batch that is being written. */
interface Row {
  readonly promptIds: readonly number[];
  readonly stream: Random;
  readonly written: number[];
  ended: boolean;
}

/**
 * Continues several prompts at once: each row gets the tokens that `generate` would draw for its prompt and seed.
 *
 * On WebGL, batches of one constant number of rows compile once.
 * @returns the new tokens of each row, up to and without end-of-text
 * @throws RangeError as `generate` does
 */
export async function generateBatch(
  options: Pick<GenerateOptions, 'params' | 'config' | 'settings' | 'signal'> & {
    readonly requests: readonly BatchRequest[];
  },
): Promise<number[][]> {
  const { params, config, settings, requests, signal } = options;
  for (const { promptIds } of requests) requirePrompt(promptIds, config);
  const rows = requests.map(({ promptIds, seed }): Row => ({
    promptIds,
    stream: samplingStream(seed),
    written: [],
    ended: false,
  }));
  for (let index = 0; index < settings.maxNewTokens && !signal?.aborted; index++) {
    if (rows.every(({ ended }) => ended)) break;
    const logits = await nextLogits(
      params,
      config,
      rows.map(({ promptIds, written }) => [...promptIds, ...written]),
    );
    rows.forEach((row, b) => {
      const rowLogits = logits[b];
      if (row.ended || !rowLogits) return;
      const { probs } = distribution(rowLogits, settings);
      const id = drawToken(probs, row.stream.fork(index).next());
      if (id === END_OF_TEXT) row.ended = true;
      else row.written.push(id);
    });
  }
  return rows.map(({ written }) => written);
}
