import { PRESETS } from '../../engine/config';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import { PROMPT_LANE } from '../../store/linkMapping';
import { currentPointId, LIVE_ID, liveRun } from '../../store/points';
import type { AppState, Generation } from '../../store/state';
import { useActions, useAppStore } from '../appStore';

/** A token the model held less likely than this surprised even itself. */
export const SURPRISING = 0.1;

/** How an answer came to its end. */
export type Ending = 'itself' | 'length' | 'stopped';

/** @returns null while the model is still writing, or when it failed */
export function endingOf({ status, tokens }: Generation): Ending | null {
  if (status === 'cancelled') return 'stopped';
  if (status !== 'done') return null;
  return tokens.at(-1)?.id === END_OF_TEXT ? 'itself' : 'length';
}

/**
 * The prompt in two parts: what lies too far back for the model, and what it sees.
 *
 * Whitespace at the end is not part of what the model reads.
 */
export function splitPrompt({
  prompt,
  seenCharacters,
  truncated,
}: Pick<Generation, 'prompt' | 'seenCharacters' | 'truncated'>): readonly [unseen: string, seen: string] {
  const whole = prompt.trimEnd();
  if (!truncated) return ['', whole];
  const edge = Math.max(0, whole.length - seenCharacters);
  return [whole.slice(0, edge), whole.slice(edge)];
}

/** The place where the model was least sure of what it wrote; null when there is none. */
export function leastSure({ tokens }: Pick<Generation, 'tokens'>): number | null {
  const texts = tokens.filter(({ id }) => id !== END_OF_TEXT);
  const least = Math.min(...texts.map(({ modelProb }) => modelProb));
  const index = texts.findIndex(({ modelProb }) => modelProb === least);
  return index < 0 ? null : index;
}

const SETTINGS: readonly (keyof Generation['settings'])[] = [
  'temperature',
  'topK',
  'topP',
  'seed',
  'maxNewTokens',
];

/** True when the answer on the screen is no longer what Generate would write. */
export function isStale(
  { prompt }: Pick<AppState, 'prompt'>,
  generation: Generation,
  modelId: string,
): boolean {
  if (generation.prompt !== prompt.text || generation.checkpointId !== modelId) return true;
  const { settings } = generation;
  return SETTINGS.some((name) => settings[name] !== prompt.settings[name]);
}

/** The model that Generate asks: a saved point's id, or 'live'. */
export function modelIdOf(state: AppState): string {
  return state.checkpoints.currentId === LIVE_ID && liveRun(state) ? LIVE_ID : currentPointId(state);
}

/** Tokens the chosen model can look back at. */
function contextOf(state: AppState): number | undefined {
  const id = modelIdOf(state);
  const live = id === LIVE_ID ? liveRun(state) : null;
  if (live) return PRESETS[live.recipe.preset].shape.blockSize;
  return state.checkpoints.points.find((point) => point.id === id)?.info.config.blockSize;
}

/** What the panel shows and can do. */
export function usePrompt() {
  const { generate, cancelGenerate, setPromptText, editSettings, selectCheckpoint } = useActions();
  const promptText = useAppStore((state) => state.prompt.text);
  const settings = useAppStore((state) => state.prompt.settings);
  const generation = useAppStore((state) => state.prompt.generations[PROMPT_LANE]);
  const points = useAppStore((state) => state.checkpoints.points);
  const loading = useAppStore((state) => state.checkpoints.status === 'loading');
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const modelId = useAppStore(modelIdOf);
  const hasLive = useAppStore((state) => liveRun(state) !== null);
  const context = useAppStore(contextOf);
  const stale = useAppStore((state) => {
    const shown = state.prompt.generations[PROMPT_LANE];
    return shown !== undefined && isStale(state, shown, modelIdOf(state));
  });
  return {
    promptText,
    settings,
    generation,
    points,
    modelId,
    hasLive,
    context,
    stale,
    blocked: loading || unavailable,
    open: generation?.status === 'waiting' || generation?.status === 'streaming',
    setPromptText,
    editSettings,
    selectCheckpoint,
    write: () => void generate({ laneId: PROMPT_LANE, checkpointId: modelId, prompt: promptText, settings }),
    cancel: () => cancelGenerate(PROMPT_LANE),
  };
}

export type PromptView = ReturnType<typeof usePrompt>;
