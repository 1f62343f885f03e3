import { isRecord } from '../../engine/train/safetensors';
import type { CorpusRecipe, Probe, RunHistory, RunRecipe } from '../../protocol/training';

/** A part of stored data, undefined where there is none. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** A count from stored data; 0 where there is none. */
export function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function hasNumbers(value: unknown, ...names: string[]): boolean {
  return names.every((name) => Number.isFinite(field(value, name)));
}

/** True for a description of what a run reads. */
export function isCorpus(value: unknown): value is CorpusRecipe {
  switch (field(value, 'kind')) {
    case 'stories':
    case 'snippets':
      return true;
    case 'ownText':
      return typeof field(value, 'name') === 'string' && typeof field(value, 'text') === 'string';
    case 'ownSnippets': {
      const snippets = field(value, 'snippets');
      const areTexts = Array.isArray(snippets) && snippets.every((snippet) => typeof snippet === 'string');
      return areTexts && typeof field(value, 'only') === 'boolean';
    }
    default:
      return false;
  }
}

/** True for the form of a recipe; `checkRecipe` then looks at its numbers. */
export function isRecipe(value: unknown): value is RunRecipe {
  const phase = field(value, 'phase');
  const startedFrom = field(value, 'startedFrom');
  return (
    (phase === 'pretrain' || phase === 'fineTune') &&
    (startedFrom === null || typeof startedFrom === 'string') &&
    typeof field(value, 'preset') === 'string' &&
    hasNumbers(value, 'seed', 'totalSteps', 'learningRate', 'batchSize', 'replay') &&
    isCorpus(field(value, 'corpus'))
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || Number.isFinite(value);
}

/** True for what a run answered to the probing prompts. */
export function areProbes(value: unknown): value is readonly Probe[] {
  const isProgram = (program: unknown): boolean =>
    ['taskId', 'prompt', 'text'].every((name) => typeof field(program, name) === 'string');
  return isListOf(
    value,
    (probe) => hasNumbers(probe, 'step') && isListOf(field(probe, 'programs'), isProgram),
  );
}

/** True for the curves and samples of a run, whatever its probes. */
export function isHistory(value: unknown): value is Omit<RunHistory, 'probes'> {
  const baselines = field(value, 'baselines');
  return (
    isListOf(field(value, 'reports'), (report) =>
      hasNumbers(report, 'step', 'lossNats', 'bitsPerByte', 'learningRate', 'gradNorm'),
    ) &&
    isListOf(
      field(value, 'evaluations'),
      (evaluation) =>
        hasNumbers(evaluation, 'step') &&
        isNumberOrNull(field(evaluation, 'proseBitsPerByte')) &&
        isNumberOrNull(field(evaluation, 'codeBitsPerByte')),
    ) &&
    isListOf(
      field(value, 'samples'),
      (sample) =>
        hasNumbers(sample, 'step') &&
        typeof field(sample, 'prompt') === 'string' &&
        typeof field(sample, 'text') === 'string' &&
        isNumberOrNull(field(sample, 'realWords')),
    ) &&
    (baselines === null || hasNumbers(baselines, 'uniform', 'letters', 'bigram', 'fourGram'))
  );
}
