import { describe, expect, it } from 'vitest';
import type { GPTConfig } from '../../src/engine/config';
import type { Decoder } from '../../src/engine/runtime';
import { generate, generateBatch, promptTokens } from '../../src/engine/sample/generate';
import type { DrawnToken, GenerateOptions } from '../../src/engine/sample/generate';
import { byteTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../src/engine/tokenizer/tokenizer';
import { footprint, useRuntime, withModel } from './claimSetUp';
import type { Subject } from './claimSetUp';
import { toyArrays } from './toyModel';
import { runTwin } from './twinGpt';
import { at } from './twinLayers';

const CONFIG: GPTConfig = { nLayer: 1, nHead: 2, nEmbd: 8, blockSize: 6, vocabSize: 257 };
const SETTINGS = { temperature: 1, topK: 0, topP: 1, seed: 3, maxNewTokens: 5 };
const GREEDY = { ...SETTINGS, temperature: 0 };

/** The likeliest next token in the eyes of the plain-array twin. */
function twinsChoice(sequence: readonly number[]): number {
  const ids = Int32Array.from(sequence.slice(-CONFIG.blockSize));
  const T = ids.length;
  const plain = [...toyArrays(CONFIG)].map(
    ([name, { values }]) => [name, Float64Array.from(values)] as const,
  );
  const lossMask = new Float32Array(T).fill(1);
  const { logits } = runTwin(CONFIG, new Map(plain), {
    B: 1,
    T,
    ids,
    targets: ids,
    lossMask,
    targetBytes: T,
  });
  const last = logits.slice(-CONFIG.vocabSize);
  return last.indexOf(Math.max(...last));
}

/** The claims about writing text. */
export function claimGeneration(subject: Subject): void {
  describe(`generation on ${subject.backend}`, () => {
    const host = useRuntime(subject);
    const tokenizer = byteTokenizer();

    const withDecoder = <T>(task: (decoder: Decoder) => Promise<T>): Promise<T> =>
      withModel(host.runtime, CONFIG, toyArrays(CONFIG), async (model) => {
        const decoder = model.createDecoder();
        try {
          return await task(decoder);
        } finally {
          decoder.dispose();
        }
      });
    const write = (prompt: string, settings = SETTINGS, more: Partial<GenerateOptions> = {}) =>
      withDecoder(async (decoder) => {
        const promptIds = promptTokens(tokenizer, prompt);
        const tokens: DrawnToken[] = [];
        const options = { decoder, config: CONFIG, tokenizer, promptIds, settings, ...more };
        for await (const token of generate(options)) tokens.push(token);
        return tokens;
      });

    it('writes the same tokens for the same seed, others for another, and leaves nothing behind', async () => {
      const first = await write('ab');
      const before = footprint(subject);
      expect(await write('ab')).toEqual(first);
      expect(footprint(subject)).toEqual(before);
      const other = await write('ab', { ...SETTINGS, seed: 4 });
      expect(other.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id));
    });

    it('takes the likeliest token at temperature 0, also when the context is full', async () => {
      const written = await write('abcd', GREEDY);
      expect(written).toHaveLength(GREEDY.maxNewTokens);
      const sequence = promptTokens(tokenizer, 'abcd');
      for (const { id } of written) {
        expect(id).toBe(twinsChoice(sequence));
        sequence.push(id);
      }
    });

    it("shows the model's ten likeliest tokens, likeliest first, with the chance the settings leave them", async () => {
      const [token] = await write('ab', { ...SETTINGS, topK: 3, maxNewTokens: 1 });
      const alternatives = token?.alternatives ?? [];
      expect(alternatives).toHaveLength(10);
      const modelProbs = alternatives.map(({ modelProb }) => modelProb);
      expect(modelProbs).toEqual(modelProbs.toSorted((a, b) => b - a));
      expect(alternatives.filter(({ prob }) => prob > 0)).toHaveLength(3);
      expect(alternatives.reduce((sum, { prob }) => sum + prob, 0)).toBeCloseTo(1, 5);
      expect(alternatives.find(({ id }) => id === token?.id)).toMatchObject({ prob: token?.prob ?? NaN });
    });

    it('stops when the text is long enough for its caller, or when it is told to', async () => {
      const texts: string[] = [];
      const stopped = await write('ab', SETTINGS, {
        shouldStop: (text) => {
          texts.push(text);
          return texts.length === 2;
        },
      });
      expect(stopped).toHaveLength(2);
      expect(texts.at(-1)).toBe(tokenizer.decode(stopped.map(({ id }) => id)));
      expect(await write('ab', SETTINGS, { signal: { aborted: true } })).toEqual([]);
    });

    it('writes each row of a batch as it would be written alone', async () => {
      const requests = [
        { promptIds: promptTokens(tokenizer, 'ab'), seed: 3 },
        { promptIds: promptTokens(tokenizer, 'longer than it fits'), seed: 9 },
      ];
      const rows = await withDecoder((decoder) =>
        generateBatch({ decoder, config: CONFIG, settings: SETTINGS, requests }),
      );
      for (const [i, { promptIds, seed }] of requests.entries()) {
        const alone = await write('', { ...SETTINGS, seed }, { promptIds });
        expect(rows[i]).toEqual(alone.map(({ id }) => id).filter((id) => id !== END_OF_TEXT));
      }
    });

    it('refuses an empty prompt and a token of another vocabulary', async () => {
      await expect(write('', SETTINGS, { promptIds: [] })).rejects.toThrow(/got none/);
      await expect(write('', SETTINGS, { promptIds: [300] })).rejects.toThrow(/below 257, got 300/);
    });

    it('reads a prompt from the start of a document and without the whitespace at its end', () => {
      const ids = promptTokens(tokenizer, 'def f():\n    \n');
      expect(at(ids, 0)).toBe(END_OF_TEXT);
      expect(tokenizer.decode(ids)).toBe('def f():');
    });
  });
}
