import { FIELDS, ROAD } from './fields';
import type { Field } from './fields';
import { MAX_LINK_LANES } from './linkState';
import type { LinkLane } from './linkState';

/** How many answers stand beside the first. */
export const LANES_KEY = 'lanes';

/** A field of a lane that is spelled in one piece. */
export type LaneFieldName = Exclude<keyof LinkLane, 'prompt'>;

/** Their spelling; the prompt stands before them. */
export const LANE_FIELDS: { readonly [K in LaneFieldName]: Field<NonNullable<LinkLane[K]>> } = {
  temperature: FIELDS.temperature,
  topK: FIELDS.topK,
  topP: FIELDS.topP,
  seed: FIELDS.seed,
  maxNewTokens: FIELDS.maxNewTokens,
  checkpoint: FIELDS.checkpoint,
  ownModel: FIELDS.ownModel,
  road: ROAD,
};

/** In the order they are written. */
export const LANE_FIELD_NAMES = [
  'temperature',
  'topK',
  'topP',
  'seed',
  'maxNewTokens',
  'checkpoint',
  'ownModel',
  'road',
] as const satisfies readonly LaneFieldName[];

/** The number an answer beside the first is known by: 2 to 4. Its parts of a link begin with it, as in `2t=0`. */
export const LANE_NUMBERS = Array.from({ length: MAX_LINK_LANES }, (_, i) => i + 2);
