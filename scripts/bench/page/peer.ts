import { TeachableLLM, tokenise, type Dataset, type TrainingJob } from '@genai-fi/nanogpt';
import { createRandom } from '../../../src/engine/random';
import { PROMPT_LENGTH, SHAPES, TRAINING, type ShapeName } from '../shapes';
import type { Meter } from './meter';
import type { Implementation } from './workerEnd';

/** Tokens of the peer's training text: enough for every step that is measured. */
const TEXT_TOKENS = 200_000;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets a training loop have its batches only when we say so, which makes it train as many steps as we want.
 *
 * The peer's loop asks for the next batch just before it trains on the last one. When it is left waiting, every step
 * that it was given a batch for has been sent to the device by the time the current task ends.
 */
function gate(dataset: Dataset) {
  let allowed = 0;
  let goOn = (): void => undefined;
  let tellWaiting = (): void => undefined;
  let isAsked = false;
  const open = dataset.iterator.bind(dataset);
  dataset.iterator = async () => {
    isAsked = true;
    const batches = await open();
    return {
      next: async () => {
        if (allowed === 0) {
          const opened = new Promise<void>((resolve) => (goOn = resolve));
          tellWaiting();
          await opened;
        }
        allowed -= 1;
        return batches.next();
      },
    };
  };
  return {
    isAsked: () => isAsked,
    /** Resolves once the steps have been sent to the device. */
    letThrough: async (steps: number): Promise<void> => {
      const waiting = new Promise<void>((resolve) => (tellWaiting = resolve));
      allowed = steps;
      goOn();
      await waiting;
      await nextTask();
    },
  };
}

/** A tokeniser of as many characters as the shape has tokens, the end and the beginning of a text among them. */
function tokeniserOf(vocabSize: number) {
  const characters = Array.from({ length: vocabSize - 2 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  return { characters, tokeniser: new tokenise.CharTokeniser(['<eos>', '<bos>', ...characters]) };
}

/** The peer on WebGL, driven as its README does: its own model, batches, optimizer, training loop and KV cache. */
export async function openPeer(shape: ShapeName, meter: Meter): Promise<Implementation> {
  const { nLayer, nHead, nEmbd, blockSize, vocabSize } = SHAPES[shape];
  const { characters, tokeniser } = tokeniserOf(vocabSize);
  const random = createRandom('bench');
  const text = Uint16Array.from({ length: TEXT_TOKENS }, () => random.int(vocabSize));
  let llm: TeachableLLM | null = null;
  let failure: Error | null = null;
  let training: { job: TrainingJob; batches: ReturnType<typeof gate> } | null = null;
  const started = (): TeachableLLM => {
    if (!llm) throw new Error('expected `start` first');
    return llm;
  };

  const startTraining = async () => {
    const model = started();
    model.training.on('error', (_, error) => (failure = error));
    const { batchSize, learningRate, warmupSteps, beta1, beta2, epsilon, weightDecay } = TRAINING;
    // No clipNorm: on WebGL this version fails with "Kernel 'Norm2' not registered", so it saves the clipping.
    const optimizer = { learningRate, warmupSteps, beta1, beta2, epsilon, weightDecay };
    const options = { method: { type: 'pretraining' as const }, batchSize, maxEpochs: 1000, ...optimizer };
    const job = await model.training.job(options, [text], [{ id: 'random', name: 'random tokens' }]);
    if (!job.trainDataset) throw new Error('expected the peer to make its batches before it trains');
    const batches = gate(job.trainDataset);
    while (!batches.isAsked()) {
      if (job.history?.length)
        throw new Error('the peer began to train before its batches could be held back');
      await nextTask();
    }
    return { job, batches };
  };

  return {
    start: async () => {
      await TeachableLLM.selectBackend('webgl');
      llm = TeachableLLM.create(tokeniser, {
        modelType: 'GenAI_NanoGPT_v1',
        vocabSize,
        blockSize,
        nLayer,
        nHead,
        nEmbed: nEmbd,
        mlpFactor: 4,
        useRope: true,
      });
      while (started().status !== 'ready') await nextTask();
    },
    train: async (steps) => {
      training ??= await startTraining();
      const { job, batches } = training;
      const before = job.history?.length ?? 0;
      await batches.letThrough(steps);
      await meter.gpuDone();
      if (failure) throw failure;
      return (job.history ?? []).slice(before).map(({ trainingMetrics }) => trainingMetrics.loss);
    },
    write: async (rows, tokens, wrote) => {
      if (rows !== 1) throw new Error('the peer writes one text at a time');
      const { responses } = started();
      const input = characters.slice(0, PROMPT_LENGTH - 1).join('');
      await responses.create(
        { input, maxLength: tokens, temperature: 1, nonConversational: true, allowSpecial: true },
        wrote,
      );
      responses.dispose();
    },
    tensors: () => NaN,
  };
}
