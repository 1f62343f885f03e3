import type { GalleryPreset } from '../../corpora/gallery/preset';
import { PROMPT_LANE } from '../../store/linkMapping';
import type { AppActions, PromptSlice, SavedPoint } from '../../store/state';

type LabActions = Pick<
  AppActions,
  'setPromptText' | 'editSettings' | 'selectCheckpoint' | 'cancelGenerate' | 'addLane' | 'removeLane'
>;

/** True when every model that a preset asks can be asked. */
export function canOpen({ lanes }: GalleryPreset, points: readonly SavedPoint[]): boolean {
  return lanes.every(({ checkpointId }) => points.some(({ id }) => id === checkpointId));
}

/** Fills the lab with a preset's lanes, in the place of all that are there; nothing is written yet. */
export function openPreset(
  actions: LabActions,
  { prompt }: { readonly prompt: Pick<PromptSlice, 'beside'> },
  { lanes: [first, ...others] }: Pick<GalleryPreset, 'lanes'>,
): void {
  if (!first) return;
  for (const { id } of prompt.beside) actions.removeLane(id);
  actions.cancelGenerate(PROMPT_LANE);
  actions.setPromptText(first.prompt);
  actions.editSettings(first.settings);
  actions.selectCheckpoint(first.checkpointId);
  for (const lane of others) {
    actions.addLane({
      // What is like the first stays so when the reader changes the first.
      prompt: lane.prompt === first.prompt ? null : lane.prompt,
      checkpointId: lane.checkpointId === first.checkpointId ? null : lane.checkpointId,
      settings: lane.settings,
      road: [],
    });
  }
}
