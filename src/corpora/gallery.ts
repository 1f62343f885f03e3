/** Everything the gallery of the prompt lab shows, theme by theme. */
import { BREAK_IT } from './gallery/breakIt';
import { FIRST_CODE } from './gallery/firstCode';
import { LIMITS } from './gallery/limits';
import { MEMORY } from './gallery/memory';
import type { GalleryPreset } from './gallery/preset';
import { STORIES } from './gallery/stories';
import { TEMPERATURE } from './gallery/temperature';
import { WORDING } from './gallery/wording';

export const GALLERY: readonly GalleryPreset[] = [
  ...FIRST_CODE,
  ...WORDING,
  ...TEMPERATURE,
  ...MEMORY,
  ...LIMITS,
  ...STORIES,
  ...BREAK_IT,
];
