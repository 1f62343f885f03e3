import type { GPTConfig } from '../config';
import type { Random } from '../random';
import type { Decoder } from '../runtime';
import { END_OF_TEXT } from '../tokenizer/tokenizer';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { distribution, drawAt, drawsOf, drawToken, softmax, topAlternatives } from './distribution';
import type { SampleSettings } from './distribution';

/** A token that could come next. */
export interface TokenChance {
  readonly id: number;
  /** Chance of being drawn, after temperature, top-k and top-p. */
  readonly prob: number;
  /** Probability as the model gave it, at temperature 1 with nothing cut. */
  readonly modelProb: number;
}

/** A token that was drawn, or given. */
export interface DrawnToken extends TokenChance {
  /** How many stand before it. */
  readonly index: number;
  /** (V) What the model gave every token here, before anything was made of it. */
  readonly logits: Float32Array;
  /** The model's ten likeliest tokens here. The settings never change their order, so one list serves both chances. */
  readonly alternatives: readonly TokenChance[];
}

/** Something that can be told to stop, such as an AbortSignal. */
export interface StopSignal {
  readonly aborted: boolean;
}

export interface GenerateOptions {
  /** Asked for every token; it stays the caller's. */
  readonly decoder: Decoder;
  /** Of the decoder's model. */
  readonly config: GPTConfig;
  readonly tokenizer: Tokenizer;
  /** What the model has read so far, from `promptTokens`. */
  readonly promptIds: readonly number[];
  readonly settings: SampleSettings;
  /** Tokens that the text begins with: they are given and not drawn. What follows is drawn as if they had been. */
  readonly road?: readonly number[];
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

/** A text that is being written. */
interface Draft {
  /** Prompt and what was written: what the model reads. */
  readonly sequence: number[];
  readonly written: number[];
  /** The token at each index is drawn from a fork of its own. */
  readonly stream: Random;
}

function checkIds(what: string, ids: readonly number[], { vocabSize }: GPTConfig): void {
  const stranger = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabSize);
  if (stranger !== undefined) {
    throw new RangeError(
      `expected a ${what} of token ids below ${vocabSize}, got ${stranger}; take them from the model's own tokenizer`,
    );
  }
}

function openDraft(promptIds: readonly number[], seed: number, config: GPTConfig): Draft {
  checkIds('prompt', promptIds, config);
  if (promptIds.length === 0)
    throw new RangeError('expected a prompt of at least one token id, got none; make it with promptTokens');
  return { sequence: [...promptIds], written: [], stream: drawsOf(seed) };
}

/** Asks for the logits that follow each draft, of copies that stay as they are when the drafts grow. */
function logitsOf(decoder: Decoder, drafts: readonly Draft[]): Promise<Float32Array[]> {
  return decoder.logitsAfter(drafts.map(({ sequence }) => [...sequence]));
}

/** Draws a draft's next token, unless it is given, and writes it down. */
function writeToken(
  { sequence, written, stream }: Draft,
  logits: Float32Array,
  settings: SampleSettings,
  given?: number,
): { id: number; probs: Float32Array } {
  const { probs } = distribution(logits, settings);
  const id = given ?? drawToken(probs, drawAt(stream, written.length));
  sequence.push(id);
  written.push(id);
  return { id, probs };
}

function hasEnded({ written }: Draft): boolean {
  return written.at(-1) === END_OF_TEXT;
}

function drawnToken(index: number, id: number, probs: Float32Array, logits: Float32Array): DrawnToken {
  const modelProbs = softmax(logits);
  const chance = (token: number): TokenChance => ({
    id: token,
    prob: probs[token] ?? 0,
    modelProb: modelProbs[token] ?? 0,
  });
  const alternatives = topAlternatives(modelProbs, ALTERNATIVES).map((top) => chance(top.id));
  return { ...chance(id), index, logits, alternatives };
}

/**
 * Continues a prompt, one token at a time. It ends after end-of-text, which is the last token it yields, after
 * `maxNewTokens`, or when asked to.
 *
 * The same seed draws the same tokens, on every device as far as their rounding agrees.
 * @throws RangeError when the prompt is empty, prompt or road are of another vocabulary, or a setting is out of range
 */
export async function* generate(options: GenerateOptions): AsyncGenerator<DrawnToken, void> {
  const { decoder, config, tokenizer, promptIds, settings, road = [], shouldStop, signal } = options;
  const draft = openDraft(promptIds, settings.seed, config);
  checkIds('road', road, config);
  for (let index = 0; index < settings.maxNewTokens && !signal?.aborted; index++) {
    const [logits] = await logitsOf(decoder, [draft]);
    if (!logits || signal?.aborted) return;
    const { id, probs } = writeToken(draft, logits, settings, road[index]);
    yield drawnToken(index, id, probs, logits);
    if (hasEnded(draft) || shouldStop?.(tokenizer.decode(draft.written))) return;
  }
}

/** One of several texts to be written together. */
export interface BatchRequest {
  readonly promptIds: readonly number[];
  /** Takes the place of the seed in the settings. */
  readonly seed: number;
}

/** What was written for a request, up to and without end-of-text. */
export interface WrittenRow {
  /** The place of its request. */
  readonly row: number;
  readonly ids: number[];
}

/** What `writeRows` needs. */
export type BatchOptions = Pick<GenerateOptions, 'decoder' | 'config' | 'settings' | 'signal'> & {
  readonly requests: readonly BatchRequest[];
};

/**
 * Continues several prompts at once: each row gets the tokens that `generate` would draw for its prompt and seed.
 * Yields after each token the rows that ended with it, often none; at its limit or when stopped, all the others.
 *
 * A row that has ended is filled up until all have: a decoder is fast while every sequence grows by one token.
 * @throws RangeError as `generate` does
 */
export async function* writeRows(options: BatchOptions): AsyncGenerator<readonly WrittenRow[], void> {
  const { decoder, config, settings, requests, signal } = options;
  const drafts = requests.map(({ promptIds, seed }) => openDraft(promptIds, seed, config));
  const open = new Set(drafts.keys());
  const close = (rows: readonly number[]): WrittenRow[] =>
    rows.map((row) => {
      open.delete(row);
      const draft = drafts[row];
      const ids = draft?.written ?? [];
      return { row, ids: draft && hasEnded(draft) ? ids.slice(0, -1) : ids };
    });
  for (let index = 0; index < settings.maxNewTokens && open.size > 0 && !signal?.aborted; index++) {
    const logits = await logitsOf(decoder, drafts);
    const ended = drafts.flatMap((draft, row) => {
      const next = logits[row];
      if (!open.has(row)) draft.sequence.push(END_OF_TEXT);
      else if (next) writeToken(draft, next, settings);
      return open.has(row) && hasEnded(draft) ? [row] : [];
    });
    yield close(ended);
  }
  if (open.size > 0) yield close([...open]);
}

/**
 * Continues several prompts at once, as `writeRows` does.
 * @returns the new tokens of each row, up to and without end-of-text
 * @throws RangeError as `generate` does
 */
export async function generateBatch(options: BatchOptions): Promise<number[][]> {
  const rows: number[][] = [];
  for await (const written of writeRows(options)) {
    for (const { row, ids } of written) rows[row] = ids;
  }
  return rows;
}
