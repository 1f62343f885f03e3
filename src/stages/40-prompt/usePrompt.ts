import { PRESETS } from '../../engine/config';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import { askedModelId } from '../../store/lanes';
import { LIVE_ID, liveRun } from '../../store/points';
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

/** Tokens that a model can look back at; unknown for one that is gone. */
export function contextOf(state: AppState, modelId: string): number | undefined {
  const live = modelId === LIVE_ID ? liveRun(state) : null;
  if (live) return PRESETS[live.recipe.preset].shape.blockSize;
  return state.checkpoints.points.find((point) => point.id === modelId)?.info.config.blockSize;
}

/** What the panel asks, of which model, how. */
export function usePrompt() {
  const { generateLanes, setPromptText, editSettings, selectCheckpoint } = useActions();
  const promptText = useAppStore((state) => state.prompt.text);
  const settings = useAppStore((state) => state.prompt.settings);
  const loading = useAppStore((state) => state.checkpoints.status === 'loading');
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const modelId = useAppStore(askedModelId);
  const context = useAppStore((state) => contextOf(state, askedModelId(state)));
  const blocked = loading || unavailable;
  return {
    promptText,
    settings,
    modelId,
    context,
    blocked,
    setPromptText,
    editSettings,
    selectCheckpoint,
    /** Writes the answers of all lanes anew, unless nothing can be written. */
    write: () => {
      if (!blocked) generateLanes();
    },
  };
}

export type PromptView = ReturnType<typeof usePrompt>;
