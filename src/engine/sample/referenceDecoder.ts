import { tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { GPTConfig } from '../config';
import { logitsAt } from '../model/gpt';
import type { GPTParams } from '../model/parameters';
import type { Decoder } from '../runtime';

/**
 * The decoder of the reference runtime: for every token it runs the whole context again and keeps nothing.
 *
 * Every call has the shape (rows, blockSize), filled up behind each sequence, because WebGL compiles its programs
 * anew for each shape: batches of one constant number of rows compile once.
 * @param params they stay the caller's
 */
export function createReferenceDecoder(params: GPTParams, config: GPTConfig): Decoder {
  const { blockSize: T, vocabSize: V } = config;
  return {
    logitsAfter: async (sequences) => {
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
    },
    dispose: () => undefined,
  };
}
