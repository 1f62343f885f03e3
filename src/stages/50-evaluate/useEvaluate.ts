import { useMemo, useState } from 'react';
import { isOwn, modelNames } from '../../content/modelNames';
import { text } from '../../content/narrative';
import {
  chosenCheckpoints,
  funnels,
  passRates,
  taskResults,
  type TaskResult,
} from '../../store/evaluationSelectors';
import type { EvaluatedProgram, EvaluationSettings, EvaluationStatus } from '../../store/evaluationState';
import { LIVE_ID, liveRun, pickable } from '../../store/points';
import type { AppStore, SavedPoint } from '../../store/state';
import { useThrottledStore } from '../../ui/charts/useThrottledStore';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import words from './narrative.en.md';
import { isFailing, QUESTION, type Failing } from './prediction';
import { mostTelling } from './verdicts';

/** Results follow the work at most this often. */
const REDRAW_MS = 250;

export const isOpen = (status: EvaluationStatus): boolean => status === 'writing' || status === 'judging';

/** The programs an evaluation with these settings asks of one model. */
export function programsPerModel({ groups, tasksPerGroup, samplesPerTask }: EvaluationSettings): number {
  return groups.length * tasksPerGroup * samplesPerTask;
}

/** The models to choose from, the reader's own first, the latest of each first. */
export function modelOptions(
  points: readonly SavedPoint[],
  chosen: readonly string[],
  hasLive: boolean,
): readonly { readonly value: string; readonly label: string }[] {
  const offered = pickable(points, chosen[0] ?? '');
  const names = modelNames(offered);
  const latest = offered.toReversed();
  const sorted = [...latest.filter(isOwn), ...latest.filter((point) => !isOwn(point))];
  return [
    ...(hasLive ? [{ value: LIVE_ID, label: text(words, 'live') }] : []),
    ...sorted.map(({ id }) => ({ value: id, label: names.get(id) ?? id })),
  ];
}

/** The models as the reader may choose them, and what they are called. */
export function useModels() {
  const points = useAppStore((state) => state.checkpoints.points);
  const hasLive = useAppStore((state) => liveRun(state) !== null);
  const first = useAppStore((state) => chosenCheckpoints(state)[0] ?? '');
  const second = useAppStore((state) => chosenCheckpoints(state)[1] ?? null);
  const options = useMemo(
    () => modelOptions(points, second === null ? [first] : [first, second], hasLive),
    [points, first, second, hasLive],
  );
  const nameOf = useMemo(() => {
    const names = new Map(options.map(({ value, label }) => [value, label]));
    return (id: string): string => names.get(id) ?? text(words, id === LIVE_ID ? 'liveThen' : 'gone');
  }, [options]);
  return { options, first, second, nameOf };
}

/** The reader's guess; it is locked once an evaluation has begun. */
export function useGuess(): { guess: Failing | null; locked: boolean; setGuess: (guess: Failing) => void } {
  const kept = useAppStore((state) => state.lesson.predictions[QUESTION]);
  const locked = useAppStore((state) => state.evaluation.asked !== null);
  const { predict } = useActions();
  return { guess: isFailing(kept) ? kept : null, locked, setGuess: (guess) => predict(QUESTION, guess) };
}

/** Why nothing can be asked now; null when it can. */
function obstacleOf({ checkpoints, engine }: AppStore): 'loading' | 'unavailable' | null {
  if (engine.status === 'unavailable') return 'unavailable';
  return checkpoints.status === 'loading' ? 'loading' : null;
}

/** Where the work stands, and how to begin and end it. */
export function useProgress() {
  const { runEvaluation, cancelEvaluation } = useActions();
  const store = useAppStoreApi();
  const status = useAppStore((state) => state.evaluation.status);
  const failure = useAppStore((state) => state.evaluation.failure);
  const obstacle = useAppStore(obstacleOf);
  const { done, total, secondsLeft } = useThrottledStore(store, (state) => state.evaluation, REDRAW_MS);
  return {
    status,
    failure,
    obstacle,
    done,
    total,
    secondsLeft,
    run: () => void runEvaluation(),
    cancel: cancelEvaluation,
  };
}

/** What came of the evaluation so far. */
export function useResults() {
  const store = useAppStoreApi();
  const evaluation = useThrottledStore(store, (state) => state.evaluation, REDRAW_MS);
  return useMemo(
    () => ({
      asked: evaluation.asked,
      programs: evaluation.programs,
      funnels: funnels({ evaluation }),
      rates: passRates({ evaluation }),
      tasks: taskResults({ evaluation }),
    }),
    [evaluation],
  );
}

export type Results = ReturnType<typeof useResults>;

/** The open program: the one the reader picked, until then the most telling one once all are judged. */
export function useOpened(programs: readonly EvaluatedProgram[], isOver: boolean) {
  const [picked, setPicked] = useState<string | null>(null);
  const own = useMemo(() => (isOver ? mostTelling(programs) : null), [programs, isOver]);
  const opened = programs.find(({ id }) => id === picked) ?? own;
  return { opened, picked, open: setPicked };
}

/** One group of a model's grid. */
export interface GridGroup {
  readonly group: TaskResult['group'];
  /** Rows of the groups before it. */
  readonly firstRow: number;
  readonly rows: readonly TaskResult[];
}

/** The rows of one model's grid, by group. */
export function rowsByGroup(tasks: readonly TaskResult[], checkpointId: string): readonly GridGroup[] {
  const own = tasks.filter((task) => task.checkpointId === checkpointId);
  const groups = [...new Set(own.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    firstRow: own.findIndex((task) => task.group === group),
    rows: own.filter((task) => task.group === group),
  }));
}
