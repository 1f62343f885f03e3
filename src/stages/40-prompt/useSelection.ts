import { useCallback, useState } from 'react';
import type { Generation } from '../../store/state';
import { laneNumber, type LaneView } from './useLanes';
import { usePlayer, type PlayerView } from './usePlayer';
import { leastSure } from './usePrompt';

/** The token whose alternatives are shown, in one of the answers. */
export interface Selection {
  /** The answer it is in. */
  readonly lane: LaneView | undefined;
  /** Walks along that answer; its place is the token. */
  readonly player: PlayerView;
  readonly select: (lane: LaneView, index: number) => void;
  /** Turns to an answer, at the place where it rests; one that is yet to appear is turned to when it does. */
  readonly turnTo: (laneId: string) => void;
}

/** Where a finished answer rests: at the token its road ended with, else where the model was least sure. */
export function restOf({ road, tokens }: Pick<Generation, 'road' | 'tokens'>): number | null {
  return road.length > 0 ? Math.min(road.length, tokens.length) - 1 : leastSure({ tokens });
}

function useLanePlayer(lanes: readonly LaneView[], number: number): PlayerView {
  const answer = lanes.find((lane) => lane.number === number)?.answer;
  const rest = answer?.status === 'done' ? restOf(answer) : null;
  return usePlayer(answer?.tokens.length ?? 0, answer?.status === 'streaming', rest ?? undefined);
}

/** The answer the reader turned to last, the first until then; each keeps its own place. */
export function useSelection(lanes: readonly LaneView[]): Selection {
  const [last, setLast] = useState(1);
  const turnTo = useCallback((laneId: string) => setLast(laneNumber(laneId)), []);
  // One for each lane there may be: MAX_LANES.
  const first = useLanePlayer(lanes, 1);
  const others = [useLanePlayer(lanes, 2), useLanePlayer(lanes, 3), useLanePlayer(lanes, 4)];
  const playerOf = (number: number): PlayerView => others[number - 2] ?? first;
  const lane = lanes.find(({ number }) => number === last) ?? lanes[0];
  return {
    lane,
    player: playerOf(lane?.number ?? 1),
    turnTo,
    select: ({ number }, index) => {
      setLast(number);
      playerOf(number).goTo(index);
    },
  };
}
