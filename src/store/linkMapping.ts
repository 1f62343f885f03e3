import { SAMPLE_SETTING_NAMES } from '../engine/sample/distribution';
import { LINK_DEFAULTS, type LinkLane, type LinkState, type OwnModel } from '../share/linkState';
import { currentPointId, defaultPointId, LIVE_ID, liveRun, nearestShipped, UNTRAINED_ID } from './points';
import type { AppState, Generation, Lane, RunRecord, SavedPoint } from './state';

type Linked = Pick<AppState, 'lesson' | 'prompt' | 'checkpoints' | 'runs' | 'engine'>;

/** The lane of stage Prompt: the answer a link reproduces. */
export const PROMPT_LANE = 'prompt';

type Asked = Pick<Generation, 'prompt' | 'settings' | 'road'>;

/** The answer of a lane on the screen, if it is one to what the lane asks now. */
function shownIn({ prompt }: Linked, laneId: string, asked: Asked): Generation | null {
  const answer = prompt.generations[laneId];
  if (!answer || (answer.status !== 'done' && answer.status !== 'streaming') || answer.tokens.length === 0)
    return null;
  const same =
    answer.prompt === asked.prompt &&
    SAMPLE_SETTING_NAMES.every((name) => answer.settings[name] === asked.settings[name]) &&
    answer.road.join() === asked.road.join();
  return same ? answer : null;
}

/** The first lane's answer on the screen, if it is one to the present prompt and settings. */
function shownAnswer(state: Linked): Generation | null {
  const { text, settings } = state.prompt;
  return shownIn(state, PROMPT_LANE, { prompt: text, settings, road: [] });
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
export function linkedSaved(state: Linked, id: string): LinkedModel {
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
export function linkedCurrent(state: Linked): LinkedModel {
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

/** What a link says about a lane beside the first: what the two do not share. */
function linkedLane(state: Linked, { prompt, checkpointId, settings, road }: Lane): LinkLane {
  const first = state.prompt.settings;
  const changed = SAMPLE_SETTING_NAMES.filter((name) => settings[name] !== first[name]);
  // A model that is forgotten is not asked: the lane asks the first one's.
  const isThere = state.checkpoints.points.some(({ id }) => id === checkpointId);
  return {
    ...(prompt === null ? {} : { prompt }),
    ...Object.fromEntries(changed.map((name) => [name, settings[name]])),
    ...(checkpointId !== null && isThere ? linkedSaved(state, checkpointId) : {}),
    ...(road.length > 0 ? { road } : {}),
  };
}

/** The first lane's answer and whether any lane has one, so that the receiver's page writes them again. */
function linkedAnswers(state: Linked) {
  const { text, beside } = state.prompt;
  const shown = shownAnswer(state);
  const answered = shown && linkedAnswer(state, shown);
  const others = beside.flatMap(
    ({ id, prompt, ...lane }) => shownIn(state, id, { ...lane, prompt: prompt ?? text }) ?? [],
  );
  const isRun = answered !== null || others.length > 0;
  const source = (answered ? shown : others[0])?.source;
  return { answered, isRun, backend: source?.backend ?? null };
}

/** What a link to the present state carries: the stage, and what differs from `LINK_DEFAULTS`. */
export function linkStateOf(state: Linked): LinkState {
  const { prompt, lesson, checkpoints, engine } = state;
  const { answered, isRun, backend } = linkedAnswers(state);
  const model = answered ?? linkedCurrent(state);
  const usual = model.ownModel === undefined && model.checkpoint === defaultPointId(checkpoints.points);
  const changed = SAMPLE_SETTING_NAMES.filter((name) => prompt.settings[name] !== LINK_DEFAULTS[name]);
  return {
    stage: lesson.stage,
    ...(prompt.text === LINK_DEFAULTS.prompt ? {} : { prompt: prompt.text }),
    ...Object.fromEntries(changed.map((name) => [name, prompt.settings[name]])),
    // An answer names its model even when it is the usual one: what is usual may change with the app.
    ...(usual && !isRun ? {} : model),
    ...(prompt.beside.length > 0 ? { lanes: prompt.beside.map((lane) => linkedLane(state, lane)) } : {}),
    ...(engine.choice === 'auto' ? {} : { backend: engine.choice }),
    ...(isRun ? { run: true as const } : {}),
    ...(isRun && backend ? { answeredOn: backend } : {}),
    ...(lesson.recordedAt ? { recording: lesson.recordedAt } : {}),
    ...(lesson.question === null ? {} : { question: lesson.question }),
    ...(lesson.hidden.length > 0 ? { hide: lesson.hidden } : {}),
    ...(lesson.presenting ? { present: true as const } : {}),
    ...(lesson.plan ? { plan: lesson.plan } : {}),
  };
}

/** Fields that say nothing about prompts and answers: a link of these alone leaves the reader's as they are. */
const ASIDE: readonly string[] = [
  'stage',
  'backend',
  'answeredOn',
  'recording',
  'hide',
  'present',
  'plan',
  'examination',
] satisfies (keyof LinkState)[];

/** The prompts and settings a link stands for, or null for one that names none. */
export function linkedPrompt(
  link: LinkState,
): Pick<AppState['prompt'], 'text' | 'settings' | 'beside'> | null {
  if (Object.keys(link).every((name) => ASIDE.includes(name))) return null;
  const { prompt, ...defaults } = LINK_DEFAULTS;
  const named = Object.fromEntries(SAMPLE_SETTING_NAMES.map((name) => [name, link[name] ?? defaults[name]]));
  const settings = { ...defaults, ...named };
  const beside = (link.lanes ?? []).map((lane, i): Lane => {
    const own = Object.fromEntries(SAMPLE_SETTING_NAMES.map((name) => [name, lane[name] ?? settings[name]]));
    return {
      id: `${PROMPT_LANE}:${i + 2}`,
      prompt: lane.prompt ?? null,
      checkpointId: lane.checkpoint ?? null,
      settings: { ...settings, ...own },
      road: lane.road ?? [],
    };
  });
  return { text: link.prompt ?? prompt, settings, beside };
}

/**
 * What a link says about the view: which parts are shown how. What it does not say stays as it is; but a presenter's
 * link that names no lesson leaves the one that was given.
 */
export function linkedView({
  stage,
  hide,
  present,
  plan,
  recording,
}: LinkState): Partial<AppState['lesson']> {
  return {
    ...(stage ? { stage } : {}),
    ...(hide ? { hidden: hide } : {}),
    ...(present ? { presenting: true, plan: null } : {}),
    ...(plan ? { plan } : {}),
    ...(recording ? { recordedAt: recording } : {}),
  };
}

/** The model a link names, as far as this page has it. */
export function linkedPoint(
  { checkpoints }: Pick<AppState, 'checkpoints'>,
  link: Pick<LinkState, 'checkpoint'>,
): { readonly point: SavedPoint | undefined; readonly missing: string | null } {
  const { points } = checkpoints;
  const usual = points.find((point) => point.id === defaultPointId(points));
  if (link.checkpoint === undefined) return { point: usual, missing: null };
  const point = points.find(({ id, origin }) => id === link.checkpoint && origin !== 'run');
  return point ? { point, missing: null } : { point: usual, missing: link.checkpoint };
}
