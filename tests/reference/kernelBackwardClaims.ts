import { add } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { it } from 'vitest';
import { attentionGradientReference } from '../../src/engine/kernels/attention/reference';
import {
  crossEntropyGradientReference,
  surpriseReference,
} from '../../src/engine/kernels/crossEntropy/reference';
import {
  positionGradientReference,
  tokenGradientReference,
  unembedGradientReference,
} from '../../src/engine/kernels/embedding/reference';
import type { Matrix } from '../../src/engine/kernels/kernels';
import {
  layerNormGradientReference,
  normGradientReference,
} from '../../src/engine/kernels/layerNorm/reference';
import {
  inputGradientReference,
  inputGradientThroughGeluReference,
  weightGradientReference,
} from '../../src/engine/kernels/linear/reference';
import { itemOf, onShapes, padded } from './kernelBench';
import type { Subject } from './kernelBench';

/** The claims about the way back, from surprise to the gradient of every weight. */
export function claimBackwardKernels<M extends Matrix>(subject: () => Subject<M>): void {
  it('know how surprise pushes the logits', () =>
    onShapes(async (shape, numbers, told) => {
      const { kernels, bench } = subject();
      const { B, T, V } = shape;
      for (const size of [1, 40]) {
        const logits = numbers.matrix(B * T, V, size, { rows: B * T, columns: padded(V) });
        const batch = numbers.batch(shape);
        const [losses, dLogits] = [bench.result(B * T, 4), bench.result(B * T, padded(V))];
        kernels.crossEntropy(bench.put(logits), bench.put(batch), V, losses, dLogits);
        await bench.compareFirstColumn(losses, surpriseReference(logits, batch, V), `${told}: size ${size}`);
        await bench.compare(
          dLogits,
          crossEntropyGradientReference(logits, batch, V),
          `${told}: size ${size}`,
        );
      }
    }));

  it('know how the head pushes what it read', () =>
    onShapes(async ({ B, T, C, V }, numbers, told) => {
      const { kernels, bench } = subject();
      const [n, wte] = [numbers.matrix(B * T, C), numbers.matrix(V, C, 1, { rows: padded(V), columns: C })];
      const dLogits = numbers.matrix(B * T, V, 1, { rows: B * T, columns: padded(V) });
      const out = bench.result(B * T, C);
      kernels.unembedGradient(bench.put(dLogits), bench.put(wte), out);
      await bench.compare(out, unembedGradientReference(n, wte, dLogits), told);
    }));

  it('know how linear layers push their input and their weights', () =>
    onShapes(async ({ B, T, C }, numbers, told) => {
      const { kernels, bench } = subject();
      for (const [inputs, outputs] of [
        [C, 3 * C],
        [C, 4],
        [4 * C, C],
      ] as const) {
        const [x, w] = [numbers.matrix(B * T, inputs), numbers.linear(inputs, outputs)];
        const dY = numbers.matrix(B * T, outputs);
        const [xThere, wThere, dYThere] = [bench.put(x), bench.put(w), bench.put(dY)];
        const [dX, dH] = [bench.result(B * T, inputs), bench.result(B * T, inputs)];
        const dW = bench.result(inputs + 4, outputs);
        kernels.inputGradient(dYThere, wThere, dX);
        kernels.inputGradientThroughGelu(dYThere, wThere, xThere, dH);
        kernels.weightGradient(xThere, dYThere, dW);
        const size = `${told}: ${inputs} to ${outputs}`;
        await bench.compare(dX, inputGradientReference(x, w, dY), `${size}, input`);
        await bench.compare(dH, inputGradientThroughGeluReference(x, w, dY), `${size}, through gelu`);
        await bench.compare(dW, weightGradientReference(x, w, dY), `${size}, weights`);
      }
    }));

  it('know how layer norms push their input, and how their gains and shifts are pushed', () =>
    onShapes(async ({ B, T, C }, numbers, told) => {
      const { kernels, bench } = subject();
      const layers = [0, 1, 2].map((layer) => ({
        layer,
        x: add<Tensor2D>(numbers.matrix(B * T, C), layer),
        norm: numbers.norm(C),
        dN: numbers.matrix(B * T, C),
        residual: layer === 2 ? null : numbers.matrix(B * T, C),
        dX: bench.result(B * T, C),
      }));
      const store = kernels.weights([{ rows: 4 * layers.length, columns: C, decayingRows: 0 }]);
      store.prepareTraining();
      const cut = (blocks: readonly M[], layer: number): M => kernels.rowsOf(itemOf(blocks, 0), 4 * layer, 4);
      // Twice, as in two steps: the first one must leave nothing behind.
      for (const { layer, x, norm, dN, residual, dX } of [...layers, ...layers].reverse()) {
        const block = cut(store.blocks, layer);
        kernels.write(block, norm.dataSync<'float32'>().slice());
        kernels.layerNormGradient(
          bench.put(x),
          block,
          bench.put(dN),
          residual && bench.put(residual),
          layer,
          dX,
        );
      }
      kernels.normGradients(layers.map(({ layer }) => cut(store.gradients, layer)));
      for (const { layer, x, norm, dN, residual, dX } of layers) {
        const through = layerNormGradientReference(x, norm, dN);
        await bench.compare(dX, residual ? add(through, residual) : through, `${told}: ${layer}`);
        const gradient = cut(store.gradients, layer);
        await bench.compare(gradient, normGradientReference(x, norm, dN), `${told}: norm ${layer}`);
      }
      store.dispose();
    }));

  it('know how attention pushes queries, keys and values', () =>
    onShapes(async ({ B, T, C, nHead }, numbers, told) => {
      const { kernels, bench } = subject();
      const [qkv, dY] = [numbers.matrix(B * T, 3 * C), numbers.matrix(B * T, C)];
      const [probs, y] = [bench.result(B * T, nHead * T), bench.result(B * T, C)];
      const dQkv = bench.result(B * T, 3 * C);
      const there = bench.put(qkv);
      kernels.attention(there, { B, T, nHead }, probs, y);
      kernels.attentionGradient(there, probs, y, bench.put(dY), { B, T, nHead }, dQkv);
      await bench.compare(dQkv, attentionGradientReference(qkv, dY, { B, T, nHead }), told);
    }));

  it('gather what both ends of the model want of the embeddings', () =>
    onShapes(async (shape, numbers, told) => {
      const { kernels, bench } = subject();
      const { B, T, C, V } = shape;
      const embeddings = { wte: numbers.matrix(padded(V), C), wpe: numbers.matrix(T + 4, C) };
      const flow = {
        batch: numbers.batch(shape),
        T,
        n: numbers.matrix(B * T, C),
        dX: numbers.matrix(B * T, C),
        dLogits: numbers.matrix(B * T, V, 0.1, { rows: B * T, columns: padded(V) }),
      };
      const [dWte, dWpe] = [bench.result(padded(V), C), bench.result(T + 4, C)];
      const dX = bench.put(flow.dX);
      kernels.tokenGradient(bench.put(flow.dLogits), bench.put(flow.n), bench.put(flow.batch), dX, dWte);
      kernels.positionGradient(dX, T, dWpe);
      await bench.compare(dWte, tokenGradientReference(embeddings, flow), `${told}: tokens`);
      await bench.compare(dWpe, positionGradientReference(embeddings, flow), `${told}: positions`);
    }));
}
