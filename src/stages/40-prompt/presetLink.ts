import type { GalleryLane, GalleryPreset } from '../../corpora/gallery/preset';
import { SAMPLE_SETTING_NAMES } from '../../engine/sample/distribution';
import { encodeLink } from '../../share/encode';
import { LINK_DEFAULTS, type LinkLane, type LinkState } from '../../share/linkState';

type Asked = Pick<GalleryLane, 'prompt' | 'settings'> & { readonly checkpointId: string | null };

const USUAL: Asked = { prompt: LINK_DEFAULTS.prompt, checkpointId: null, settings: LINK_DEFAULTS };

/** What a lane does not share with another one. */
function beyond({ prompt, checkpointId, settings }: GalleryLane, other: Asked): LinkLane {
  const changed = SAMPLE_SETTING_NAMES.filter((name) => settings[name] !== other.settings[name]);
  return {
    ...(prompt === other.prompt ? {} : { prompt }),
    ...(checkpointId === other.checkpointId ? {} : { checkpoint: checkpointId }),
    ...Object.fromEntries(changed.map((name) => [name, settings[name]])),
  };
}

/**
 * What a link says that opens a preset of the gallery with its question, on a page where nothing was changed.
 * @param isRun whether its answers are written at once, before anybody guesses
 */
export function presetState({ id, lanes: [first, ...others] }: GalleryPreset, isRun = false): LinkState {
  return {
    stage: 'prompt',
    question: id,
    ...(first ? beyond(first, USUAL) : {}),
    ...(first && others.length > 0 ? { lanes: others.map((lane) => beyond(lane, first)) } : {}),
    ...(isRun ? { run: true } : {}),
  };
}

/** The hash of such a link. */
export function presetLink(preset: GalleryPreset, isRun = false): string {
  return encodeLink(presetState(preset, isRun));
}
