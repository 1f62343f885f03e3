import { SAMPLE_LIMITS } from '../../engine/sample/distribution';
import type { LaneWish } from '../../store/lanes';
import type { Lane, SavedPoint } from '../../store/state';

/** Quick ways to put an answer beside the first. */
export const WAYS = ['seed', 'hotter', 'model', 'wording'] as const;
export type Way = (typeof WAYS)[number];

/** How much hotter the hottest lane is made. */
const HOTTER = 0.4;

/** The next seed that no lane has. */
function otherSeed(wishes: readonly LaneWish[], from: number): number {
  const taken = new Set(wishes.map(({ settings }) => settings.seed));
  let seed = from;
  while (taken.has(seed)) seed = seed >= SAMPLE_LIMITS.seed.max ? SAMPLE_LIMITS.seed.min : seed + 1;
  return seed;
}

/** A model that no lane asks: the end of another phase of the same size, else of another size, the latest first. */
function otherModel(wishes: readonly LaneWish[], points: readonly SavedPoint[]): string | null {
  const asked = new Set(wishes.map(({ checkpointId }) => checkpointId));
  const current = points.find(({ id }) => id === wishes[0]?.checkpointId)?.info;
  const free = points.filter(({ id }) => !asked.has(id));
  const sameSize = free.filter(({ info }) => info.preset === current?.preset);
  const other =
    sameSize.findLast(({ info }) => info.phase !== current?.phase) ?? sameSize.at(-1) ?? free.at(-1);
  return other?.id ?? null;
}

/**
 * What a new lane changes of the first one.
 * @param points the models to choose from
 * @returns null where this way leads nowhere: the heat is at its end, or there is no other model
 */
export function wayChange(
  way: Way,
  wishes: readonly LaneWish[],
  points: readonly SavedPoint[],
): Partial<Omit<Lane, 'id'>> | null {
  const [first] = wishes;
  if (!first) return null;
  const { settings, prompt } = first;
  switch (way) {
    case 'seed':
      return { settings: { ...settings, seed: otherSeed(wishes, settings.seed) } };
    case 'hotter': {
      const { max } = SAMPLE_LIMITS.temperature;
      const hottest = Math.max(...wishes.map((wish) => wish.settings.temperature));
      const temperature = Math.min(Math.round((hottest + HOTTER) * 100) / 100, max);
      return hottest >= max ? null : { settings: { ...settings, temperature } };
    }
    case 'model': {
      const checkpointId = otherModel(wishes, points);
      return checkpointId === null ? null : { checkpointId };
    }
    case 'wording':
      return { prompt };
  }
}
