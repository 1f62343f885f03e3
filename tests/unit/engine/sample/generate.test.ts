import { describe, expect, it } from 'vitest';
import type { Decoder } from '../../../../src/engine/runtime';
import { generate, generateBatch } from '../../../../src/engine/sample/generate';
import { byteTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../../../src/engine/tokenizer/tokenizer';

const CONFIG = { nLayer: 1, nHead: 1, nEmbd: 4, blockSize: 4, vocabSize: 257 };
const GREEDY = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 6 };

/** Continues each sequence by the token before its last one in the alphabet, and ends the text after `a`. */
function backwardsDecoder() {
  const calls: (readonly (readonly number[])[])[] = [];
  const decoder: Decoder = {
    logitsAfter: (sequences) => {
      calls.push(sequences);
      const rows = sequences.map((sequence) => {
        const last = sequence.at(-1) ?? 0;
        const logits = new Float32Array(CONFIG.vocabSize);
        logits[last === 97 ? END_OF_TEXT : last - 1] = 9;
        return logits;
      });
      return Promise.resolve(rows);
    },
    dispose: () => undefined,
  };
  return { decoder, calls };
}

describe('writing token by token', () => {
  it('asks for a sequence that grows by the token it drew, and ends after end-of-text', async () => {
    const { decoder, calls } = backwardsDecoder();
    const written: number[] = [];
    const options = { decoder, config: CONFIG, tokenizer: byteTokenizer(), settings: GREEDY };
    for await (const { id } of generate({ ...options, promptIds: [0, 99] })) written.push(id);
    expect(written).toEqual([98, 97, END_OF_TEXT]);
    expect(calls).toEqual([[[0, 99]], [[0, 99, 98]], [[0, 99, 98, 97]]]);
  });

  it('lets every row of a batch grow by one token until all have ended', async () => {
    const { decoder, calls } = backwardsDecoder();
    const requests = [
      { promptIds: [98], seed: 1 },
      { promptIds: [0, 100], seed: 2 },
    ];
    const rows = await generateBatch({ decoder, config: CONFIG, settings: GREEDY, requests });
    expect(rows).toEqual([[97], [99, 98, 97]]);
    expect(calls.map((sequences) => sequences.map(({ length }) => length))).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  it('keeps what a batch has written when it runs into its limit', async () => {
    const { decoder } = backwardsDecoder();
    const requests = [{ promptIds: [122], seed: 1 }];
    const settings = { ...GREEDY, maxNewTokens: 2 };
    expect(await generateBatch({ decoder, config: CONFIG, settings, requests })).toEqual([[121, 120]]);
  });
});
