import type { ComponentType, LazyExoticComponent } from 'react';
import type { AppStore, StageId } from '../store/state';

/** One chapter of the lesson: what its folder exports as default from `stage.tsx`. */
export interface Stage {
  /** Also its name in links; never contains the folder's number. */
  readonly id: StageId;
  /** In the navigation; a contract with outside tests. */
  readonly title: string;
  readonly Panel: LazyExoticComponent<ComponentType>;
  /** Makes a jump straight to this stage valid with no earlier stage done. */
  prepare(store: { getState(): AppStore }): Promise<void>;
}
