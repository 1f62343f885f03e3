import { text } from '../content/narrative';
import type { RecordedRun, Recording, StoryMeasure } from '../protocol/storage';
import type { RunHistory } from '../protocol/training';
import {
  isConfig,
  isCount,
  isEvaluation,
  isKeyOf,
  isName,
  isNumber,
  isPresetName,
  isRecord,
  isSample,
} from './checks';
import words from './words.en.md';

type Check = (value: unknown) => boolean;

/** True for an object of which every field named in the table passes. */
function fits(table: Readonly<Record<string, Check>>, value: unknown): boolean {
  return isRecord(value) && Object.entries(table).every(([field, check]) => check(value[field]));
}

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const oneOf =
  (table: Readonly<Record<string, true>>): Check =>
  (value) =>
    isKeyOf(table, value);

const isReport: Check = (value) =>
  fits(
    { step: isCount, lossNats: isNumber, bitsPerByte: isNumber, learningRate: isCount, gradNorm: isCount },
    value,
  );

const isText: Check = (value) => typeof value === 'string';
const isProgram: Check = (value) => fits({ taskId: isName, prompt: isText, text: isText }, value);
const isProbe: Check = (value) => fits({ step: isCount, programs: listOf(isProgram) }, value);
const isBaselines: Check = (value) =>
  value === null || fits({ uniform: isCount, letters: isCount, bigram: isCount, fourGram: isCount }, value);

/** Complete by type: a curve added to the protocol and missing here does not compile. */
const HISTORY: Readonly<Record<keyof RunHistory, Check>> = {
  reports: listOf(isReport),
  evaluations: listOf(isEvaluation),
  samples: listOf(isSample),
  probes: listOf(isProbe),
  baselines: isBaselines,
};

const COUNTS = ['step', 'total', 'parses', 'runs', 'passes', 'unsupported'] as const;
const isVerdicts: Check = (value) => isRecord(value) && COUNTS.every((name) => isCount(value[name]));

const isChecks: Check = (value) => fits({ checked: isCount, right: isCount }, value);
const STORY_MEASURE: Readonly<Record<keyof StoryMeasure, Check>> = {
  step: isCount,
  stories: isCount,
  words: isCount,
  realWords: isCount,
  pronouns: isChecks,
  things: isChecks,
};
const isStoryMeasure: Check = (value) => fits(STORY_MEASURE, value);

const RECIPE: Readonly<Record<keyof RecordedRun['recipe'], Check>> = {
  phase: oneOf({ pretrain: true, fineTune: true } satisfies Record<RecordedRun['recipe']['phase'], true>),
  preset: isPresetName,
  seed: isCount,
  totalSteps: isCount,
  learningRate: isCount,
  batchSize: isCount,
  corpus: (value) => fits({ kind: oneOf({ stories: true, snippets: true }) }, value),
  replay: isCount,
  startedFrom: (value) => value === null || isName(value),
};

const RUN: Readonly<Record<keyof RecordedRun, Check>> = {
  recipe: (value) => fits(RECIPE, value),
  config: isConfig,
  parameterCount: isCount,
  priorSteps: isCount,
  history: (value) => fits(HISTORY, value),
  verdicts: listOf(isVerdicts),
  stories: listOf(isStoryMeasure),
  pointIds: listOf(isName),
};

function isRun(value: unknown): value is RecordedRun {
  return fits(RUN, value);
}

/**
 * The contents of `recordings/<preset>.json`.
 * @throws Error with a sentence for the reader when it is damaged, or the recording of another preset
 */
export function readRecording(value: unknown, expected: Recording['preset']): Recording {
  const damaged = (): Error => new Error(text(words, 'recording.damaged', { preset: expected }));
  if (!isRecord(value)) throw damaged();
  const { preset, seed, runs } = value;
  if (!isPresetName(preset) || !isCount(seed) || !Array.isArray(runs)) throw damaged();
  if (preset !== expected) throw new Error(text(words, 'recording.ofAnother', { expected, preset }));
  const read = runs.map((run: unknown, index) => {
    // Of recordings made before stories were measured, nothing is known of them.
    const whole = isRecord(run) && run.stories === undefined ? { ...run, stories: [] } : run;
    if (isRun(whole)) return whole;
    throw new Error(text(words, 'recording.run', { preset, number: index + 1 }));
  });
  return { preset, seed, runs: read };
}
