import type { Batch } from '../../engine/data/batch';
import { ngramBaselines } from '../../engine/evaluate/ngram';
import { realWords } from '../../engine/evaluate/realWords';
import type { Decoder } from '../../engine/runtime';
import type { SampleSettings } from '../../engine/sample/distribution';
import { generate, promptTokens } from '../../engine/sample/generate';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import { DivergedError, type Trainer } from '../../engine/train/trainer';
import type { Baselines, Evaluation, Sample } from '../../protocol/training';
import type { RunCorpus } from './corpusOf';
import type { Model } from './model';

const PROSE_SAMPLE: Omit<SampleSettings, 'seed'> = { temperature: 0.8, topK: 0, topP: 1, maxNewTokens: 48 };
const CODE_SAMPLE: Omit<SampleSettings, 'seed'> = { temperature: 0, topK: 0, topP: 1, maxNewTokens: 64 };

/**
 * Measures the loss on held-out text, a batch at a time so that nobody waits long for their turn.
 * @throws DivergedError when it is not a number
 */
export async function* evaluate(trainer: Trainer, corpus: RunCorpus): AsyncGenerator<void, Evaluation, void> {
  const { step } = trainer;
  const proseBitsPerByte = yield* meanBitsPerByte(trainer, corpus.proseVal);
  const codeBitsPerByte = yield* meanBitsPerByte(trainer, corpus.codeVal);
  return { step, proseBitsPerByte, codeBitsPerByte };
}

/** Bits per byte over all batches together; null when there are none. */
async function* meanBitsPerByte(
  trainer: Trainer,
  batches: readonly Batch[],
): AsyncGenerator<void, number | null, void> {
  let bits = 0;
  let bytes = 0;
  for (const batch of batches) {
    const { bitsPerByte } = await trainer.evaluateLoss(batch);
    if (!Number.isFinite(bitsPerByte)) throw new DivergedError(trainer.step);
    bits += bitsPerByte * batch.targetBytes;
    bytes += batch.targetBytes;
    yield;
  }
  return bytes === 0 ? null : bits / bytes;
}

/**
 * Lets the model continue the prompt of the run, a token at a time. The seed is the same at every step of a run.
 * @param decoder of the model; it stays the caller's
 */
export async function* writeSample(
  { loaded, tokenizer }: Model,
  decoder: Decoder,
  corpus: RunCorpus,
  step: number,
  seed: number,
): AsyncGenerator<void, Sample, void> {
  const { config } = loaded;
  const lexicon = corpus.lexicon();
  const settings = { ...(lexicon ? PROSE_SAMPLE : CODE_SAMPLE), seed };
  const promptIds = promptTokens(tokenizer, corpus.samplePrompt);
  const ids: number[] = [];
  for await (const token of generate({ decoder, config, tokenizer, promptIds, settings })) {
    if (token.id !== END_OF_TEXT) ids.push(token.id);
    yield;
  }
  const text = tokenizer.decode(ids);
  return {
    step,
    prompt: corpus.samplePrompt,
    text,
    realWords: lexicon ? realWords(text, lexicon).share : null,
  };
}

/** What models that only count reach on the run's held-out text; null when nothing is held out. */
export function baselinesOf(corpus: RunCorpus): Baselines | null {
  const texts = corpus.baselineTexts();
  if (!texts) return null;
  const { uniform, unigram, bigram, fourGram } = ngramBaselines(texts.train, texts.val);
  return { uniform, letters: unigram, bigram, fourGram };
}
