import { useCallback } from 'react';
import { text } from '../../content/narrative';
import { Draw } from './Draw';
import styles from './LaneToken.module.css';
import words from './narrative.en.md';
import { NextToken } from './NextToken';
import { Player } from './Player';
import type { Lanes } from './useLanes';
import type { Selection } from './useSelection';

interface LaneTokenProps {
  readonly lanes: Lanes;
  readonly selection: Selection;
}

/** Which place is shown, and how to get to another. */
function placeHint({ lane, player }: Selection): string {
  if (lane?.answer?.status !== 'done' || player.isHeld) return text(words, 'placeHint');
  return text(words, lane.answer.road.length > 0 ? 'placeRoad' : 'placeLeastSure');
}

/** One token of one answer: a walk along the tokens, what else could have stood there, and how it was drawn. */
export function LaneToken({ lanes, selection }: LaneTokenProps) {
  const { lane, player, turnTo } = selection;
  const { takeRoad, isFull } = lanes;
  const laneId = lane?.wish.laneId;
  const { place } = player;
  const onTakeRoad = useCallback(
    (tokenId: number) => {
      if (laneId === undefined || place === null) return;
      const taken = takeRoad(laneId, place, tokenId);
      if (taken !== null) turnTo(taken);
    },
    [takeRoad, turnTo, laneId, place],
  );
  const answer = lane?.answer;
  const token = place === null ? undefined : answer?.tokens[place];
  if (!lane || !answer) return null;
  const { vocabulary } = answer;
  const { settings } = lane.wish;
  return (
    <div className={styles.token}>
      <div className={styles.walk}>
        <Player player={player} />
        <p className={styles.hint}>
          {lanes.lanes.length > 1 && `${text(words, 'placeOf', { number: lane.number })} `}
          {placeHint(selection)}
        </p>
      </div>
      {isFull && <p className={styles.hint}>{text(words, 'noRoad')}</p>}
      <NextToken {...{ token, vocabulary, settings }} onTakeRoad={isFull ? null : onTakeRoad} />
      <Draw {...{ token, vocabulary, settings }} isGiven={place !== null && place < answer.road.length} />
    </div>
  );
}
