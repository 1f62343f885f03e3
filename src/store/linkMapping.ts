import { LINK_DEFAULTS, type LinkState, type OwnModel } from '../share/linkState';
import { currentPointId, defaultPointId, LIVE_ID, liveRun, nearestShipped, UNTRAINED_ID } from './points';
import type { AppState, Generation, SavedPoint } from './state';

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

/** How the model in training, or one the reader trained, can be trained again. */
function ownRecipe(state: Linked, id: string): { recipe: OwnModel; step: number } | null {
  const run = id === LIVE_ID ? liveRun(state) : null;
  if (run) {
    const { phase, preset, seed } = run.recipe;
    const recipe = {
      phase: phase === 'pretrain' ? 'pretrained' : 'fineTuned',
      preset,
      steps: run.step,
      seed,
    } as const;
    return { recipe, step: run.step };
  }
  const pointId = id === LIVE_ID ? currentPointId(state) : id;
  const point = state.checkpoints.points.find((candidate) => candidate.id === pointId);
  if (
    !point ||
    point.origin === 'shipped' ||
    point.origin === 'untrained' ||
    point.info.phase === 'untrained'
  )
    return null;
  const { phase, preset, step, seed } = point.info;
  return { recipe: { phase, preset, steps: step, seed }, step };
}

/** What a link says about a model: its id, or for the reader's own the nearest one that every page has. */
function linkedModel(state: Linked, id: string): Pick<LinkState, 'checkpoint' | 'ownModel'> {
  const own = ownRecipe(state, id);
  if (own) {
    const { phase, preset } = own.recipe;
    const nearest = nearestShipped(state.checkpoints.points, { phase, preset, step: own.step });
    return { checkpoint: nearest?.id ?? UNTRAINED_ID, ownModel: own.recipe };
  }
  const point = state.checkpoints.points.find((candidate) => candidate.id === id);
  if (point?.origin === 'shipped') return { checkpoint: id };
  return { checkpoint: point ? UNTRAINED_ID : defaultPointId(state.checkpoints.points) };
}

/** What a link to the present state carries: the stage, and what differs from `LINK_DEFAULTS`. */
export function linkStateOf(state: Linked): LinkState {
  const { prompt, lesson, checkpoints, engine } = state;
  const answer = shownAnswer(state);
  const model = linkedModel(state, answer?.checkpointId ?? checkpoints.currentId);
  const usual = model.ownModel === undefined && model.checkpoint === defaultPointId(checkpoints.points);
  const changed = SETTINGS.filter((name) => prompt.settings[name] !== LINK_DEFAULTS[name]);
  return {
    stage: lesson.stage,
    ...(prompt.text === LINK_DEFAULTS.prompt ? {} : { prompt: prompt.text }),
    ...Object.fromEntries(changed.map((name) => [name, prompt.settings[name]])),
    // An answer names its model even when it is the usual one: what is usual may change with the app.
    ...(usual && !answer ? {} : model),
    ...(engine.choice === 'auto' ? {} : { backend: engine.choice }),
    ...(answer ? { run: true as const } : {}),
  };
}

/** The prompt and settings a link stands for, or null for one that only names a stage or an engine. */
export function linkedPrompt(link: LinkState): Pick<AppState['prompt'], 'text' | 'settings'> | null {
  const carried = Object.keys(link).filter((name) => name !== 'stage' && name !== 'backend');
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
