import { tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/engine/data/batch';
import { forward, logitsAt } from '../../src/engine/model/gpt';
import { batchLoss, lossAndGradients } from '../../src/engine/train/batchLoss';
import { onBackend, useModel } from './claimSetUp';
import type { StartBackend } from './claimSetUp';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';
import { relativeDifference } from './twinAdamW';
import { runTwin } from './twinGpt';
import { at } from './twinLayers';

/** Forward, loss and gradients may differ from the twin by this share of a tensor's largest entry. */
const TWIN_TOLERANCE = 1e-4;

/** The claims about the model: what it computes, and which way it says to go. */
export function claimModel(backend: string, start: StartBackend): void {
  describe(`the model on ${backend}`, () => {
    onBackend(backend, start);
    const toy = useModel(TOY_CONFIG, toyArrays(TOY_CONFIG));
    const logitsOf = async (ids: Int32Array, B: number, T: number): Promise<Float32Array> => {
      const logits = tidy(() => forward(toy.params, TOY_CONFIG, tensor2d(ids, [B, T], 'int32')));
      const values = await logits.data<'float32'>();
      logits.dispose();
      return values;
    };

    it('gives the logits, the loss and every gradient of the plain-array twin', async () => {
      const batch = toyBatch(TOY_CONFIG);
      const plain = new Map(
        [...toyArrays(TOY_CONFIG)].map(([name, { values }]) => [name, Float64Array.from(values)]),
      );
      const twin = runTwin(TOY_CONFIG, plain, batch);
      expect(relativeDifference(await logitsOf(batch.ids, batch.B, batch.T), twin.logits)).toBeLessThan(
        TWIN_TOLERANCE,
      );
      const { loss, gradients } = lossAndGradients(toy.params, TOY_CONFIG, batch);
      expect(Math.abs(at(await loss.data(), 0) - twin.loss)).toBeLessThan(TWIN_TOLERANCE * twin.loss);
      const names = [...toy.params.named.keys()];
      expect(names).toHaveLength(gradients.length);
      for (const [i, name] of names.entries()) {
        const actual = (await gradients[i]?.data()) ?? [];
        expect(relativeDifference(actual, twin.gradients.get(name) ?? []), name).toBeLessThan(TWIN_TOLERANCE);
      }
      for (const tensor of [loss, ...gradients]) tensor.dispose();
    });

    it('cannot look ahead: another token leaves all logits before it exactly as they were', async () => {
      const { B, T, ids } = toyBatch(TOY_CONFIG);
      const changed = ids.slice();
      const t = 3;
      changed[t] = (at(changed, t) + 1) % TOY_CONFIG.vocabSize;
      const [before, after] = [await logitsOf(ids, B, T), await logitsOf(changed, B, T)];
      const V = TOY_CONFIG.vocabSize;
      expect(after.slice(0, t * V)).toEqual(before.slice(0, t * V));
      expect(relativeDifference(after.slice(t * V, T * V), before.slice(t * V, T * V))).toBeGreaterThan(0.01);
      expect(after.slice(T * V)).toEqual(before.slice(T * V)); // nor do rows see each other
    });

    it('takes no notice of targets that the mask leaves out', async () => {
      const batch = toyBatch(TOY_CONFIG);
      const masked = batch.lossMask.findIndex((counts) => counts === 0);
      const targets = batch.targets.slice();
      targets[masked] = (at(targets, masked) + 1) % TOY_CONFIG.vocabSize;
      const lossOf = async (given: Batch): Promise<number> => {
        const loss = batchLoss(toy.params, TOY_CONFIG, given);
        const [nats = NaN] = await loss.data();
        loss.dispose();
        return nats;
      };
      expect(await lossOf({ ...batch, targets })).toBe(await lossOf(batch));
      targets[masked - 1] = (at(targets, masked - 1) + 1) % TOY_CONFIG.vocabSize;
      expect(await lossOf({ ...batch, targets })).not.toBe(await lossOf(batch));
    });

    it('gives at one position of a row what the whole forward pass gives there', async () => {
      const { B, T, ids } = toyBatch(TOY_CONFIG);
      const V = TOY_CONFIG.vocabSize;
      const all = await logitsOf(ids, B, T);
      const some = tidy(() =>
        logitsAt(toy.params, TOY_CONFIG, tensor2d(ids, [B, T], 'int32'), tensor1d([2, T + 4], 'int32')),
      );
      const values = await some.data();
      some.dispose();
      expect(relativeDifference(values.slice(0, V), all.slice(2 * V, 3 * V))).toBeLessThan(1e-5);
      expect(relativeDifference(values.slice(V), all.slice((T + 4) * V, (T + 5) * V))).toBeLessThan(1e-5);
    });

    it('refuses a row longer than its context', () => {
      const { blockSize } = TOY_CONFIG;
      const tooLong = tensor2d(new Int32Array(blockSize + 1), [1, blockSize + 1], 'int32');
      expect(() => forward(toy.params, TOY_CONFIG, tooLong)).toThrow(/at most 6 tokens a row, got 7/);
      tooLong.dispose();
    });
  });
}
