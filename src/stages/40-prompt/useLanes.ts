import { useState } from 'react';
import { isOwn, modelNames } from '../../content/modelNames';
import { text } from '../../content/narrative';
import { askedModelId, isFresh, laneWishes, MAX_LANES, type LaneWish } from '../../store/lanes';
import { LIVE_ID, liveRun, pickable } from '../../store/points';
import type { Generation, Lane, SavedPoint } from '../../store/state';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { companyOf, differencesOf, traitsOf, type Company } from './laneDifferences';
import { wayChange, WAYS, type Way } from './laneWays';
import words from './narrative.en.md';
import { contextOf } from './usePrompt';

/** One answer of the page, and what it would be asked now. */
export interface LaneView {
  /** 1 to 4, as the lane is called. */
  readonly number: number;
  readonly wish: LaneWish;
  /** Null for the first, which has no changes of its own. */
  readonly lane: Lane | null;
  readonly answer: Generation | undefined;
  readonly isOpen: boolean;
  readonly isStale: boolean;
  /** Tokens that the model of the answer can look back at. */
  readonly context: number | undefined;
  /** What tells it from the first answer; of the first, what the others do otherwise. */
  readonly differences: readonly string[];
  /** Null for the first, and while there is nothing to compare. */
  readonly company: Company | null;
}

export interface ModelOption {
  readonly value: string;
  readonly label: string;
}

/** The models to choose from, the latest first: the one in training, the reader's own, those that came with the app. */
export function modelOptions(
  points: readonly SavedPoint[],
  asked: readonly string[],
  hasLive: boolean,
): readonly ModelOption[] {
  const shown = points.filter((point) => asked.includes(point.id) || pickable([point], '').length > 0);
  const names = modelNames(shown);
  const own = shown.filter(isOwn).toReversed();
  const shipped = shown.filter((point) => !isOwn(point)).toReversed();
  return [
    ...(hasLive ? [{ value: LIVE_ID, label: text(words, 'live') }] : []),
    ...[...own, ...shipped].map(({ id }) => ({ value: id, label: names.get(id) ?? id })),
  ];
}

/** 'prompt' is answer 1, 'prompt:3' is answer 3. */
export const laneNumber = (laneId: string): number => Number(laneId.split(':')[1] ?? 1);

/** All answers of the page side by side, and what can be done with them. */
export function useLanes() {
  const actions = useActions();
  const { getState } = useAppStoreApi();
  const { beside, generations } = useAppStore((state) => state.prompt);
  const points = useAppStore((state) => state.checkpoints.points);
  const hasLive = useAppStore((state) => liveRun(state) !== null);
  // What lanes would be asked follows from what is subscribed to here and above.
  useAppStore(askedModelId);
  const [opened, setOpened] = useState<string | null>(null);

  const wishes = laneWishes(getState());
  const models = modelOptions(
    points,
    wishes.map(({ checkpointId }) => checkpointId),
    hasLive,
  );
  const nameOf = (id: string): string => models.find(({ value }) => value === id)?.label ?? id;
  const [first] = wishes;
  const lanes = wishes
    .map((wish): LaneView => {
      const { laneId } = wish;
      const answer = generations[laneId];
      const isFirst = wish === first;
      return {
        number: laneNumber(laneId),
        wish,
        lane: beside.find(({ id }) => id === laneId) ?? null,
        answer,
        isOpen: answer?.status === 'waiting' || answer?.status === 'streaming',
        isStale: answer !== undefined && !isFresh(answer, wish),
        context: contextOf(getState(), answer?.checkpointId ?? wish.checkpointId),
        differences: isFirst
          ? traitsOf(wish, wishes.slice(1), nameOf)
          : first
            ? differencesOf(first, wish, nameOf)
            : [],
        company: first && !isFirst ? companyOf(generations[first.laneId], answer) : null,
      };
    })
    .toSorted((a, b) => a.number - b.number);

  const candidates = pickable(points, first?.checkpointId ?? '');
  const isFull = lanes.length >= MAX_LANES;
  const add = (way: Way): void => {
    const id = actions.addLane(wayChange(way, laneWishes(getState()), candidates) ?? {});
    if (id === null) return;
    setOpened(way === 'wording' ? id : null);
    // Another wording has yet to be written; the others can be answered at once where the first has been.
    const wish = laneWishes(getState()).find(({ laneId }) => laneId === id);
    if (wish && way !== 'wording' && generations[first?.laneId ?? '']) void actions.generate(wish);
  };
  return {
    lanes,
    models,
    isFull,
    /** The ways that lead anywhere now. */
    ways: isFull ? [] : WAYS.filter((way) => wayChange(way, wishes, candidates) !== null),
    add,
    /** The lane whose controls open by themselves. */
    opened,
    edit: actions.editLane,
    remove: actions.removeLane,
    cancel: actions.cancelGenerate,
    takeRoad: actions.takeRoad,
  };
}

export type Lanes = ReturnType<typeof useLanes>;
