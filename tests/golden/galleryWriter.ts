/** Writes the lanes of gallery presets on WASM in Node, and measures how near each draw came to another token. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseNodeBackend } from '../../scripts/nodeBackend';
import type { GalleryLane, GallerySettings } from '../../src/corpora/gallery/preset';
import { PRESETS } from '../../src/engine/config';
import { initialArrays } from '../../src/engine/model/init';
import { createRandom } from '../../src/engine/random';
import type { LoadedModel } from '../../src/engine/runtime';
import { distribution, drawAt, drawsOf } from '../../src/engine/sample/distribution';
import { generate, promptTokens } from '../../src/engine/sample/generate';
import { createTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT, type Tokenizer } from '../../src/engine/tokenizer/tokenizer';
import { parseTokenizerFile } from '../../src/engine/tokenizer/tokenizerFile';
import { readCheckpoint } from '../../src/engine/train/checkpoint';
import { DEFAULT_SEED, UNTRAINED_ID } from '../../src/store/points';
import { ROOT } from '../architecture/sources';

const FOLDER = join(ROOT, 'public/checkpoints');

/** What a lane wrote. */
export interface Written {
  readonly text: string;
  readonly endedByItself: boolean;
  /** True when the context was full and its beginning fell out. */
  readonly outgrew: boolean;
  /** Least distance of a seeded number to an edge between two tokens; Infinity for a greedy lane. */
  readonly edgeDistance: number;
  /** Least distance of the two best logits of a greedy lane; Infinity for a drawn one. */
  readonly logitDistance: number;
}

interface Opened {
  readonly model: LoadedModel;
  readonly tokenizer: Tokenizer;
}

/** Distance of the two largest logits. */
export function bestTwoApart(logits: Float32Array): number {
  let [first, second] = [-Infinity, -Infinity];
  for (const logit of logits) {
    if (logit > first) [first, second] = [logit, first];
    else if (logit > second) second = logit;
  }
  return first - second;
}

/** A cut nearer than this, in logits or in cumulated probability, could fall on the other side elsewhere. */
const UNSURE_CUT = { logit: 1e-3, share: 1e-4 };

/** Whether it is in doubt which tokens top-k or top-p keep. Each is asked alone, for all that the other leaves. */
function isCutUnsure(logits: Float32Array, { temperature, topK, topP }: GallerySettings): boolean {
  const sorted = logits.toSorted().reverse();
  const kth = sorted[topK - 1];
  const next = sorted[topK];
  if (topK > 0 && kth !== undefined && next !== undefined && kth - next < UNSURE_CUT.logit) return true;
  if (topP === 1) return false;
  const afterK = distribution(logits, { temperature, topK, topP: 1 }).probs.toSorted().reverse();
  let sum = 0;
  for (const prob of afterK) {
    sum += prob;
    if (Math.abs(sum - topP) < UNSURE_CUT.share) return true;
    if (sum > topP) return false;
  }
  return false;
}

/**
 * How far a number in [0, 1) is from the nearest place where it would draw another token.
 * Where it is in doubt which tokens are kept, an edge may move by the share of the least likely one.
 */
export function edgeDistance(logits: Float32Array, settings: GallerySettings, u: number): number {
  const { probs } = distribution(logits, settings);
  const total = probs.reduce((sum, prob) => sum + prob, 0);
  const kept = probs.filter((prob) => prob > 0);
  const wobble = isCutUnsure(logits, settings) ? Math.min(...kept) / total : 0;
  let sum = 0;
  let nearest = Infinity;
  // The last edge is 1, which no number reaches: nothing lies behind it.
  for (const prob of kept.subarray(0, -1)) {
    sum += prob;
    nearest = Math.min(nearest, Math.abs(u - sum / total));
  }
  return nearest - wobble;
}

/** Opens models one after another, each once. */
export class GalleryWriter {
  private readonly opened = new Map<string, Promise<Opened>>();

  private constructor(private readonly backend: Awaited<ReturnType<typeof chooseNodeBackend>>) {}

  static async open(): Promise<GalleryWriter> {
    return new GalleryWriter(await chooseNodeBackend());
  }

  private async load(checkpointId: string): Promise<Opened> {
    if (checkpointId === UNTRAINED_ID) {
      const file = parseTokenizerFile(
        JSON.parse(readFileSync(join(FOLDER, 'tokenizer.json'), 'utf8')) as unknown,
      );
      const tokenizer = createTokenizer(file);
      const config = { ...PRESETS.small.shape, vocabSize: tokenizer.vocabSize };
      const arrays = initialArrays(config, createRandom(DEFAULT_SEED).fork('weights'));
      return { tokenizer, model: (await this.backend.runtimeFor(config)).load(config, arrays) };
    }
    const bytes = new Uint8Array(readFileSync(join(FOLDER, `${checkpointId}.safetensors`)));
    const { config, arrays, tokenizer } = readCheckpoint(bytes);
    const runtime = await this.backend.runtimeFor(config);
    return { tokenizer: createTokenizer(tokenizer), model: runtime.load(config, arrays) };
  }

  /** What the page writes for a lane, with its lane's own decoder. */
  async write({ prompt, checkpointId, settings }: GalleryLane): Promise<Written> {
    const loaded = this.opened.get(checkpointId) ?? this.load(checkpointId);
    this.opened.set(checkpointId, loaded);
    const { model, tokenizer } = await loaded;
    const { config } = model;
    const decoder = model.createDecoder();
    const promptIds = promptTokens(tokenizer, prompt);
    const draws = drawsOf(settings.seed);
    const isGreedy = settings.temperature === 0;
    const ids: number[] = [];
    let [edge, logit] = [Infinity, Infinity];
    for await (const { id, index, logits } of generate({ decoder, config, tokenizer, promptIds, settings })) {
      ids.push(id);
      if (isGreedy) logit = Math.min(logit, bestTwoApart(logits));
      else edge = Math.min(edge, edgeDistance(logits, settings, drawAt(draws, index)));
    }
    decoder.dispose();
    return {
      text: tokenizer.decode(ids),
      endedByItself: ids.at(-1) === END_OF_TEXT,
      outgrew: promptIds.length + ids.length > config.blockSize,
      edgeDistance: edge,
      logitDistance: logit,
    };
  }
}
