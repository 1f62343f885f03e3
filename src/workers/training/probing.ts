import type { PromptSplit } from '../../corpora/code/prompts';
import { drawQuestions, type Question } from '../../corpora/code/questions';
import type { Decoder } from '../../engine/runtime';
import type { SampleSettings } from '../../engine/sample/distribution';
import { promptTokens, writeRows } from '../../engine/sample/generate';
import type { Probe } from '../../protocol/training';
import type { Model } from './model';

const SPLITS: readonly PromptSplit[] = ['train', 'newWording', 'near', 'far'];
const PROMPTS_PER_SPLIT = 8;
/** Greedy, and long enough for 99 of 100 bodies in the corpus. */
const SETTINGS: SampleSettings = { temperature: 0, topK: 0, topP: 1, seed: 0, maxNewTokens: 48 };

let drawn: readonly Question[] | null = null;

/**
 * What every fine-tuning run is asked again and again: as many tasks of its reading, of its reading in other words,
 * of missing cells and of new combinations. The same in every run, so that runs can be compared.
 */
export function probePrompts(): readonly Question[] {
  drawn ??= SPLITS.flatMap((split) => drawQuestions('probe', split, PROMPTS_PER_SPLIT));
  return drawn;
}

/**
 * Lets a model answer all probing prompts together, a token of each at a time.
 * @param decoder of the model; it stays the caller's
 */
export async function* writeProbe(
  { loaded, tokenizer }: Model,
  decoder: Decoder,
  step: number,
): AsyncGenerator<void, Probe, void> {
  const prompts = probePrompts();
  const requests = prompts.map(({ text }) => ({ promptIds: promptTokens(tokenizer, text), seed: 0 }));
  const texts: string[] = [];
  for await (const rows of writeRows({ decoder, config: loaded.config, settings: SETTINGS, requests })) {
    for (const { row, ids } of rows) texts[row] = tokenizer.decode(ids);
    yield;
  }
  const programs = prompts.map(({ task, text: prompt }, i) => ({
    taskId: task.id,
    prompt,
    text: texts[i] ?? '',
  }));
  return { step, programs };
}
