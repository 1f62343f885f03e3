import { useEffect } from 'react';
import { EXAMPLE_PROMPTS } from '../../corpora/examplePrompts';
import { LIVE_ID, liveRun, ownPointId } from '../../store/points';
import type { AppStore, Generation } from '../../store/state';
import { useActions, useAppStore } from '../appStore';

export const SIDES = ['before', 'after'] as const;
export const SUBJECTS = ['code', 'story'] as const;

type Side = (typeof SIDES)[number];
type Subject = (typeof SUBJECTS)[number];

const promptOf = (id: string): string => EXAMPLE_PROMPTS.find((example) => example.id === id)?.prompt ?? '';

/** What both models are asked: a function learned early, and the beginning of a story. */
export const PROMPTS: Readonly<Record<Subject, string>> = {
  code: promptOf('is-even'),
  story: promptOf('story'),
};

/** The likeliest token each time, so that the answers can be compared. */
const SETTINGS: Generation['settings'] = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 48 };

/** The lane an answer is written into. */
export const laneOf = (side: Side, subject: Subject): string => `fineTune:${side}:${subject}`;

/** The model the latest run began with: where it started from, or its own random weights. Null without a run. */
function beforeId({ runs, checkpoints }: AppStore): string | null {
  const record = runs.records[runs.latest.fineTune ?? ''];
  if (!record) return null;
  const ownStart = ownPointId(record.runId, 0);
  const isSaved = checkpoints.points.some(({ id }) => id === ownStart);
  return record.recipe.startedFrom ?? (isSaved ? ownStart : null);
}

/** The model the latest run has made so far: the live one while it trains, then what it saved last. */
function afterId(state: AppStore): string | null {
  const runId = state.runs.latest.fineTune;
  if (runId === null) return null;
  const live = liveRun(state);
  const isOver = live?.status === 'finished' || live?.status === 'stopped';
  if (live?.runId === runId && !isOver) return LIVE_ID;
  return state.checkpoints.points.findLast((point) => point.runId === runId)?.id ?? null;
}

/** The answers of the model before and after, and how to ask for them. Once a run is over they are asked for by themselves. */
export function useBeforeAfter(isOver: boolean) {
  const { generate } = useActions();
  const before = useAppStore(beforeId);
  const after = useAppStore(afterId);
  const generations = useAppStore((state) => state.prompt.generations);
  const compare = (): void => {
    if (before === null || after === null) return;
    for (const subject of SUBJECTS) {
      for (const side of SIDES) {
        const checkpointId = side === 'before' ? before : after;
        void generate({
          laneId: laneOf(side, subject),
          checkpointId,
          prompt: PROMPTS[subject],
          settings: SETTINGS,
        });
      }
    }
  };
  const asked = generations[laneOf('after', 'story')];
  const isDue = isOver && after !== null && after !== LIVE_ID && asked?.checkpointId !== after;
  useEffect(() => {
    if (isDue) compare();
    // Asked once each time it becomes due, not whenever the function is made anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDue, after]);
  return { generations, compare, canCompare: before !== null && after !== null };
}
