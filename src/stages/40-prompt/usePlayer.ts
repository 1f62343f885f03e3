import { useEffect, useReducer } from 'react';

/** About four tokens a second. */
const PACE_MS = 250;

/** What a player plays: how far the text goes, and where it rests. */
export interface Playable {
  /** Tokens written so far. */
  readonly count: number;
  /** Whether the model is still writing. */
  readonly isStreaming: boolean;
  /** The place shown in a finished text until the reader goes elsewhere. */
  readonly rest: number;
}

export interface PlayerState {
  /** The place the reader went to; null while it follows the end, or rests. */
  readonly held: number | null;
  /** Whether the place moves on by itself. */
  readonly isTicking: boolean;
}

export type PlayerMove =
  | { readonly type: 'back' | 'forward' | 'toggle' | 'toEnd' | 'tick' | 'reset' }
  | { readonly type: 'goTo'; readonly place: number };

export const PLAYER_START: PlayerState = { held: null, isTicking: false };

const within = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));

/** The token that is shown; null while there is none. */
export function placeOf({ held }: PlayerState, { count, isStreaming, rest }: Playable): number | null {
  if (count === 0) return null;
  return within(held ?? (isStreaming ? count - 1 : rest), count);
}

/** Whether the place moves by itself: it is played, or follows a text that is being written. */
export function isMoving({ held, isTicking }: PlayerState, { isStreaming }: Playable): boolean {
  return isTicking || (isStreaming && held === null);
}

/** One place on; at the end it stops, or goes on with the model. */
function ticked(place: number, { count, isStreaming }: Playable): PlayerState {
  const next = within(place + 1, count);
  if (next < count - 1) return { held: next, isTicking: true };
  return { held: isStreaming ? null : next, isTicking: false };
}

/** What a move makes of a player. */
export function playerAfter(state: PlayerState, move: PlayerMove, playable: Playable): PlayerState {
  const place = placeOf(state, playable);
  if (place === null) return PLAYER_START;
  const last = playable.count - 1;
  switch (move.type) {
    case 'reset':
      return PLAYER_START;
    case 'back':
      return { held: within(place - 1, playable.count), isTicking: false };
    case 'forward':
      return { held: within(place + 1, playable.count), isTicking: false };
    case 'goTo':
      return { held: within(move.place, playable.count), isTicking: false };
    case 'toEnd':
      return { held: playable.isStreaming ? null : last, isTicking: false };
    case 'tick':
      return ticked(place, playable);
    case 'toggle':
      if (isMoving(state, playable)) return { held: place, isTicking: false };
      // From the end it begins again, unless more is being written.
      if (place === last && playable.isStreaming) return PLAYER_START;
      return { held: place === last ? 0 : place, isTicking: true };
    default: {
      const unknown: never = move;
      return unknown;
    }
  }
}

/**
 * Walks along the tokens of an answer: step by step, played, or following the model while it writes.
 * @param count tokens written so far; an answer that begins anew, with none, is followed again
 * @param rest the place shown in a finished text until the reader goes elsewhere; without it the last
 */
export function usePlayer(count: number, isStreaming: boolean, rest: number = count - 1) {
  const playable: Playable = { count, isStreaming, rest };
  const [state, move] = useReducer(
    (before: PlayerState, { made, on }: { readonly made: PlayerMove; readonly on: Playable }) =>
      playerAfter(before, made, on),
    PLAYER_START,
  );
  if (count === 0 && state !== PLAYER_START) move({ made: { type: 'reset' }, on: playable });
  useEffect(() => {
    if (!state.isTicking) return undefined;
    const timer = setTimeout(
      () => move({ made: { type: 'tick' }, on: { count, isStreaming, rest } }),
      PACE_MS,
    );
    return () => clearTimeout(timer);
  }, [state, count, isStreaming, rest]);
  const doing = (type: Exclude<PlayerMove['type'], 'goTo'>) => () => move({ made: { type }, on: playable });
  return {
    /** The token that is shown; null while there is none. */
    place: placeOf(state, playable),
    count,
    isPlaying: isMoving(state, playable),
    /** Whether the place shown is one the reader went to. */
    isHeld: state.held !== null,
    back: doing('back'),
    forward: doing('forward'),
    toEnd: doing('toEnd'),
    toggle: doing('toggle'),
    /** Follows, or rests, again: for another answer. */
    reset: doing('reset'),
    goTo: (place: number) => move({ made: { type: 'goTo', place }, on: playable }),
  };
}

export type PlayerView = ReturnType<typeof usePlayer>;
