import { LINK_DEFAULTS, type LinkState, type OwnModel } from '../share/linkState';
import { currentPointId, defaultPointId, LIVE_ID, liveRun, nearestShipped, UNTRAINED_ID } from './points';
import type { AppState, Generation, RunRecord, SavedPoint } from './state';

type Linked = Pick<AppState, 'lesson' | 'prompt' | 'checkpoints' | 'runs' | 'engine'>;

const SETTINGS = ['temperature', 'topK', 'topP', 'seed', 'maxNewTokens'] as const;

/** The lane of stage Prompt: the answer a link reproduces. */
export const PROMPT_LANE = 'prompt';

/** The answer on the screen, if it is one to the present prompt and settings. */
function shownAnswer({ prompt }: Linked): Generation | null {
  const answer = prompt.generations[PROMPT_LANE];
  if (!answer || (answer.status !== 'done' && answer.status !== 'streaming') || answer.tokens.length === 0)
    return null;
  const same =
    answer.prompt === prompt.text &&
    SETTINGS.every((name) => answer.settings[name] === prompt.settings[name]);
  return same ? answer : null;
}

/** How a model of the reader's own can be trained again, and the steps of its whole life. */
interface OwnRecipe {
  readonly recipe: OwnModel;
  readonly stepsOfLife: number;
}

/** The model of a run at a step. Before the first step it is what the run began with. */
function recipeAt({ recipe, priorSteps }: RunRecord, step: number): OwnRecipe {
  const { preset, seed } = recipe;
  const trained = recipe.phase === 'pretrain' ? 'pretrained' : 'fineTuned';
  const begun = priorSteps > 0 ? 'pretrained' : 'untrained';
  const phase = step > 0 ? trained : begun;
  return {
    recipe: { phase, preset, steps: step > 0 ? step : priorSteps, seed },
    stepsOfLife: priorSteps + step,
  };
}

function recipeOfPoint({ info }: SavedPoint): OwnRecipe {
  const { phase, preset, seed, step, priorSteps } = info;
  return {
    recipe: { phase, preset, steps: step > 0 ? step : priorSteps, seed },
    stepsOfLife: priorSteps + step,
  };
}

/** The first point of a fine-tuning run is a copy of the model the run began with: that one is named, where it is known. */
function original({ checkpoints, runs }: Linked, point: SavedPoint): SavedPoint {
  if (point.origin !== 'run' || point.info.step > 0) return point;
  const startedFrom = runs.records[point.runId ?? '']?.recipe.startedFrom;
  return checkpoints.points.find(({ id }) => id === startedFrom) ?? point;
}

type LinkedModel = Pick<LinkState, 'checkpoint' | 'ownModel'>;

/** An own model stands in a link with its recipe and the nearest model that every page has. */
function ownModel({ checkpoints }: Linked, { recipe, stepsOfLife }: OwnRecipe): LinkedModel {
  const { phase, preset } = recipe;
  const nearest = nearestShipped(checkpoints.points, { phase, preset, steps: stepsOfLife });
  return { checkpoint: nearest?.id ?? UNTRAINED_ID, ownModel: recipe };
}

/** What a link says about a saved point. */
function linkedSaved(state: Linked, id: string): LinkedModel {
  const { points } = state.checkpoints;
  const found = points.find((point) => point.id === id);
  if (!found) return { checkpoint: defaultPointId(points) };
  const point = original(state, found);
  return point.origin === 'run' ? ownModel(state, recipeOfPoint(point)) : { checkpoint: point.id };
}

/** What a link says about the model a run had at a step. */
function linkedRun(state: Linked, run: RunRecord, step: number): LinkedModel {
  const { startedFrom } = run.recipe;
  const begun = state.checkpoints.points.find(({ id }) => id === startedFrom);
  return step === 0 && begun ? linkedSaved(state, begun.id) : ownModel(state, recipeAt(run, step));
}

/** What a link says about the current model. */
function linkedCurrent(state: Linked): LinkedModel {
  const run = state.checkpoints.currentId === LIVE_ID ? liveRun(state) : null;
  return run ? linkedRun(state, run, run.step) : linkedSaved(state, currentPointId(state));
}

/** What a link says about the model of an answer; null when that was a run that is forgotten. */
function linkedAnswer(state: Linked, { checkpointId, source }: Generation): LinkedModel | null {
  if (source?.live) {
    const run = state.runs.records[source.live.runId];
    return run ? linkedRun(state, run, source.live.step) : null;
  }
  return linkedSaved(state, checkpointId === LIVE_ID ? currentPointId(state) : checkpointId);
}

/** What a link to the present state carries: the stage, and what differs from `LINK_DEFAULTS`. */
export function linkStateOf(state: Linked): LinkState {
  const { prompt, lesson, checkpoints, engine } = state;
  const shown = shownAnswer(state);
  const answered = shown && linkedAnswer(state, shown);
  const model = answered ?? linkedCurrent(state);
  const backend = shown?.source?.backend ?? null;
  const usual = model.ownModel === undefined && model.checkpoint === defaultPointId(checkpoints.points);
  const changed = SETTINGS.filter((name) => prompt.settings[name] !== LINK_DEFAULTS[name]);
  return {
    stage: lesson.stage,
    ...(prompt.text === LINK_DEFAULTS.prompt ? {} : { prompt: prompt.text }),
    ...Object.fromEntries(changed.map((name) => [name, prompt.settings[name]])),
    // An answer names its model even when it is the usual one: what is usual may change with the app.
    ...(usual && !answered ? {} : model),
    ...(engine.choice === 'auto' ? {} : { backend: engine.choice }),
    ...(answered ? { run: true as const } : {}),
    ...(answered && backend ? { answeredOn: backend } : {}),
  };
}

/** The prompt and settings a link stands for, or null for one that only names a stage or an engine. */
export function linkedPrompt(link: LinkState): Pick<AppState['prompt'], 'text' | 'settings'> | null {
  const carried = Object.keys(link).filter(
    (name) => name !== 'stage' && name !== 'backend' && name !== 'answeredOn',
  );
  if (carried.length === 0) return null;
  const { prompt, ...defaults } = LINK_DEFAULTS;
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, link[name] ?? defaults[name]]));
  return { text: link.prompt ?? prompt, settings: { ...defaults, ...settings } };
}

/** The model a link names, as far as this page has it. */
export function linkedPoint(
  { checkpoints }: Pick<AppState, 'checkpoints'>,
  link: LinkState,
): { readonly point: SavedPoint | undefined; readonly missing: string | null } {
  const { points } = checkpoints;
  const usual = points.find((point) => point.id === defaultPointId(points));
  if (link.checkpoint === undefined) return { point: usual, missing: null };
  const point = points.find(({ id, origin }) => id === link.checkpoint && origin !== 'run');
  return point ? { point, missing: null } : { point: usual, missing: link.checkpoint };
}
