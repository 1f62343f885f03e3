import type { ComponentType } from 'react';
import type { AppState, AppStore, StageId } from '../store/state';

/** A question that a stage asks before its experiment, and what came of it. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  /** In the words it was offered in; null when the reader made none. */
  readonly guess: string | null;
  /** What was measured, in a sentence or two; null while nothing was. */
  readonly result: string | null;
  /** Null without a guess or without a result; 'open' when the run was too short to tell. */
  readonly verdict: 'right' | 'wrong' | 'open' | null;
}

/** One chapter of the lesson: what its folder exports as default from `stage.tsx`. */
export interface Stage {
  /** Also its name in links; never contains the folder's number. */
  readonly id: StageId;
  /** In the navigation; a contract with outside tests. */
  readonly title: string;
  /** The code of what it shows, loaded when that is wanted. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** What is asked here, for whoever puts the whole lesson together; its words are loaded when that is wanted. */
  readonly asked?: () => Promise<(state: AppState) => readonly Asked[]>;
  /** Makes a jump straight to this stage valid with no earlier stage done. */
  prepare(store: { getState(): AppStore }): Promise<void>;
}
