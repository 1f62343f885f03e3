import { isOwn, modelNames } from '../../content/modelNames';
import { shippedFinal } from '../../store/points';
import type { SavedPoint } from '../../store/state';

/** What stands in the choice for "no saved point". */
export const SCRATCH = 'scratch';

/** A model fine-tuning can start from. */
export interface StartChoice {
  readonly id: string;
  readonly name: string;
  readonly parameterCount: number;
}

/** The last of each group, in the order the groups came. */
function lastOfEach<K>(points: readonly SavedPoint[], groupOf: (point: SavedPoint) => K): SavedPoint[] {
  return [...new Map(points.map((point) => [groupOf(point), point] as const)).values()];
}

/**
 * The pretrained models worth starting from: the end of each of the reader's runs, latest first, then the shipped one
 * of each size.
 * @param chosenId kept in the list even when it is none of these
 */
export function startChoices(points: readonly SavedPoint[], chosenId: string | null): readonly StartChoice[] {
  const names = modelNames(points);
  const pretrained = points.filter(({ info }) => info.phase === 'pretrained');
  // A fine-tuning run keeps the weights it began with as its step 0: a copy of a point that is listed already.
  const trained = pretrained.filter((point) => isOwn(point) && point.info.step > 0);
  const own = lastOfEach(trained, ({ runId }) => runId).reverse();
  const sizes = [...new Set(pretrained.map(({ info }) => info.preset))];
  const shipped = sizes.flatMap((size) => shippedFinal(points, 'pretrained', size) ?? []);
  const offered = [...own, ...shipped];
  const chosen = points.find(({ id }) => id === chosenId);
  const all = chosen && !offered.includes(chosen) ? [...offered, chosen] : offered;
  return all.map(({ id, info }) => ({
    id,
    name: names.get(id) ?? id,
    parameterCount: info.parameterCount,
  }));
}
