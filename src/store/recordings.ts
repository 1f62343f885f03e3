import type { PresetName } from '../engine/config';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import type { RecordedRun, Recording, StoryMeasure } from '../protocol/storage';
import type { CorpusRecipe, Evaluation, Phase, RunRecipe, Sample } from '../protocol/training';
import type { RunVerdicts } from '../protocol/python';
import type { AppState, RunDraft, SavedPoint } from './state';

export type { RecordedRun, StoryMeasure };

/** As much of a run as decides which recording tells what to expect of it. */
export interface Plan {
  readonly phase: Phase;
  readonly preset: PresetName;
  readonly corpusKind: CorpusRecipe['kind'];
  readonly replay: number;
  /** Id of the saved point to start from; null for fresh weights. */
  readonly startedFrom: string | null;
  readonly tokenizer: TokenizerFile;
  readonly seed: number;
  readonly totalSteps: number;
  readonly learningRate: number;
}

/** The plan of a run that was started. */
export function planOfRun(recipe: RunRecipe): Plan {
  return { ...recipe, corpusKind: recipe.corpus.kind };
}

/** The plan of the run that the settings of a phase describe. */
export function planOfDraft(
  draft: RunDraft,
  { corpus, tokenizer }: Pick<AppState, 'corpus' | 'tokenizer'>,
  phase: Phase,
): Plan {
  const corpusKind = phase === 'pretrain' ? corpus.proseKind : corpus.codeKind;
  return { ...draft, phase, corpusKind, startedFrom: draft.startFrom, tokenizer: tokenizer.current };
}

/** True for tokenizers that cut every text alike. */
function cutsAlike(a: TokenizerFile, b: TokenizerFile): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The recorded run that tells what to expect of a planned one: of the same phase, size, reading and tokens, and with
 * stories mixed in if those are, in whatever share. Null when none is like it.
 * @param shipped the tokenizer all recordings were made with
 */
export function expectedRun(recording: Recording, plan: Plan, shipped: TokenizerFile): RecordedRun | null {
  if (!cutsAlike(plan.tokenizer, shipped)) return null;
  const found = recording.runs.find(
    ({ recipe }) =>
      recipe.phase === plan.phase &&
      recipe.preset === plan.preset &&
      recipe.corpus.kind === plan.corpusKind &&
      recipe.replay > 0 === plan.replay > 0 &&
      (recipe.startedFrom === null) === (plan.startedFrom === null),
  );
  return found ?? null;
}

/** True when a planned run is set like a recorded one, its seed aside. */
export function isSetLike({ recipe }: RecordedRun, plan: Plan): boolean {
  const names = ['totalSteps', 'learningRate', 'replay', 'startedFrom'] as const;
  return names.every((name) => recipe[name] === plan[name]);
}

/** A saved point of a recorded run, and what was known of the model there. */
export interface Stop {
  readonly step: number;
  readonly point: SavedPoint;
  readonly evaluation: Evaluation | null;
  readonly sample: Sample | null;
  /** Null before its programs were first tested. */
  readonly verdicts: RunVerdicts | null;
  /** Null where its stories were not measured. */
  readonly stories: StoryMeasure | null;
}

/** The saved points of a recorded run by rising step, beginning with the model it started from. */
export function stopsOf(run: RecordedRun, points: readonly SavedPoint[]): readonly Stop[] {
  const { recipe, history, pointIds } = run;
  const start = points.find(({ id, origin, info }) =>
    recipe.startedFrom === null
      ? origin === 'untrained' && info.preset === recipe.preset
      : id === recipe.startedFrom,
  );
  const saved = pointIds
    .flatMap((id) => points.find((point) => point.id === id) ?? [])
    .map((point) => ({ step: point.info.step, point }));
  const stops = start && saved[0]?.step !== 0 ? [{ step: 0, point: start }, ...saved] : saved;
  return stops.map(({ step, point }) => ({
    step,
    point,
    evaluation: history.evaluations.findLast((evaluation) => evaluation.step <= step) ?? null,
    sample: history.samples.findLast((sample) => sample.step <= step) ?? null,
    verdicts: run.verdicts.findLast((verdicts) => verdicts.step <= step) ?? null,
    stories: run.stories.findLast((measure) => measure.step <= step) ?? null,
  }));
}
