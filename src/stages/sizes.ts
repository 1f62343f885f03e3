import { sizeName } from '../content/modelNames';
import type { PresetName } from '../engine/config';

/** The sizes a run can have, from small to large. The last is meant for the recorded run: live it takes long. */
export const SIZES = ['pico', 'nano', 'small', 'shipped'] as const satisfies readonly PresetName[];

/** The sizes as a choice. */
export const SIZE_OPTIONS = SIZES.map((value) => ({ value, label: sizeName(value) }));
