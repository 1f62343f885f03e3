import { text } from '../content/narrative';
import { PRESETS, trainConfigOf, type PresetName } from '../engine/config';
import type { CorpusRecipe, Phase, RunRecipe } from '../protocol/training';
import { DEFAULT_SEED, defaultStartFrom } from './points';
import type { AppState, RunDraft, SavedPoint } from './state';
import words from './notices.en.md';

/** What a reader can choose, ends included. */
export const DRAFT_LIMITS = {
  totalSteps: { min: 1, max: 20_000 },
  learningRate: { min: 1e-5, max: 0.1 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  replay: { min: 0, max: 0.5 },
} as const;

const DEFAULT_REPLAY = 0.1;

/** Steps and learning rate a size is best trained with. */
function advised(phase: Phase, preset: PresetName): Pick<RunDraft, 'totalSteps' | 'learningRate'> {
  const { totalSteps, learningRate } = trainConfigOf(PRESETS[preset], phase);
  return { totalSteps, learningRate };
}

/** The settings a panel opens with. */
export function freshDraft(phase: Phase): RunDraft {
  const replay = phase === 'fineTune' ? DEFAULT_REPLAY : 0;
  return { preset: 'nano', seed: DEFAULT_SEED, ...advised(phase, 'nano'), replay, startFrom: null };
}

function clamped(value: number, { min, max }: { min: number; max: number }, before: number): number {
  return Number.isNaN(value) ? before : Math.min(Math.max(value, min), max);
}

/**
 * The draft after a change. Numbers are brought into range; a model to start from decides the size; steps and
 * learning rate follow the size as long as they are the ones it advises.
 * @param presetOf size of a saved point, or null when there is no such point
 */
export function editedDraft(
  phase: Phase,
  draft: RunDraft,
  change: Partial<RunDraft>,
  presetOf: (pointId: string) => PresetName | null,
): RunDraft {
  const wished = { ...draft, ...change };
  const exists = wished.startFrom !== null && presetOf(wished.startFrom) !== null;
  const startFrom =
    phase === 'pretrain' || wished.startFrom === null ? null : exists ? wished.startFrom : draft.startFrom;
  const chosen = Object.hasOwn(PRESETS, wished.preset) ? wished.preset : draft.preset;
  const preset = (startFrom === null ? null : presetOf(startFrom)) ?? chosen;
  const before = advised(phase, draft.preset);
  const after = advised(phase, preset);
  const follow = (name: 'totalSteps' | 'learningRate'): number =>
    wished[name] === before[name] && change[name] === undefined ? after[name] : wished[name];
  const { totalSteps, learningRate, seed, replay } = DRAFT_LIMITS;
  return {
    preset,
    startFrom,
    totalSteps: Math.round(clamped(follow('totalSteps'), totalSteps, draft.totalSteps)),
    learningRate: clamped(follow('learningRate'), learningRate, draft.learningRate),
    seed: Math.floor(clamped(wished.seed, seed, draft.seed)),
    replay: phase === 'pretrain' ? 0 : clamped(wished.replay, replay, draft.replay),
  };
}

/** True for a draft that nobody has changed. */
export function isUntouched(phase: Phase, draft: RunDraft, points: readonly SavedPoint[]): boolean {
  const presetOf = (id: string) => points.find((point) => point.id === id)?.info.preset ?? null;
  const startFrom = defaultStartFrom(points);
  const usual = editedDraft(phase, freshDraft(phase), { startFrom }, presetOf);
  const names = ['preset', 'seed', 'totalSteps', 'learningRate', 'replay', 'startFrom'] as const;
  return names.every((name) => draft[name] === usual[name]);
}

/** What a run of this phase would read, or a sentence when the reader's own material is empty. */
export function chosenCorpus(state: Pick<AppState, 'corpus'>, phase: Phase): CorpusRecipe | string {
  const { proseKind, ownText, ownTextName, codeKind, ownSnippets } = state.corpus;
  if (phase === 'pretrain') {
    if (proseKind === 'stories') return { kind: 'stories' };
    if (ownText.trim() === '') return text(words, 'draft.noText');
    return { kind: 'ownText', name: ownTextName, text: ownText };
  }
  if (codeKind === 'snippets') return { kind: 'snippets' };
  if (ownSnippets.length === 0) return text(words, 'draft.noSnippets');
  return { kind: 'ownSnippets', snippets: ownSnippets, only: false };
}

/** The recipe of the run a draft describes. A model that is trained on keeps the tokenizer it was born with. */
function recipeOf(
  { runs, tokenizer }: Pick<AppState, 'runs' | 'tokenizer'>,
  phase: Phase,
  corpus: CorpusRecipe,
): RunRecipe {
  const { startFrom, ...draft } = runs.drafts[phase];
  const { batchSize } = PRESETS[draft.preset];
  return { phase, ...draft, batchSize, corpus, tokenizer: tokenizer.current, startedFrom: startFrom };
}

type Planned = Pick<AppState, 'corpus' | 'checkpoints' | 'runs' | 'tokenizer'>;

/** The recipe of the run that would start now, or a sentence that says why none can. */
export function plannedRun(state: Planned, phase: Phase): RunRecipe | string {
  if (phase === 'fineTune') {
    const { startFrom } = state.runs.drafts.fineTune;
    if (state.checkpoints.status === 'loading') return text(words, 'draft.loading');
    // Without its weights the run would silently begin with random ones.
    if (startFrom !== null && !state.checkpoints.points.some(({ id }) => id === startFrom))
      return text(words, 'draft.gone');
  }
  const corpus = chosenCorpus(state, phase);
  return typeof corpus === 'string' ? corpus : recipeOf(state, phase, corpus);
}

/** Why no run of this phase can start now: a sentence for the reader, or null when one can. */
export function obstacleTo(state: Planned & Pick<AppState, 'engine'>, phase: Phase): string | null {
  if (state.engine.status === 'unavailable') return text(words, 'draft.noEngine');
  const plan = plannedRun(state, phase);
  return typeof plan === 'string' ? plan : null;
}
