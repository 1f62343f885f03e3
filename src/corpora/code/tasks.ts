/** The catalogue: every task, and which of them a model may train on. */
import { createRandom } from '../../engine/random';
import { FAR_LIST_TASKS } from './far/lists';
import { FAR_NUMBER_TASKS } from './far/numbers';
import { FAR_TEXT_TASKS } from './far/texts';
import { CHARACTER_TASKS } from './grids/characters';
import { CONDITION_TASKS } from './grids/conditions';
import { CONSTANT_TASKS, MAP_TASKS, MULTIPLE_TASKS } from './grids/constants';
import { ITEM_TASKS } from './grids/items';
import { PAIR_TASKS } from './grids/pairs';
import { PIPE_TASKS } from './grids/pipe';
import { PREDICATE_TASKS } from './grids/predicates';
import { SEQUENCE_TASKS } from './grids/sequences';
import { WORD_TASKS } from './grids/words';
import { ARITHMETIC_TASKS } from './plain/arithmetic';
import { LIST_TASKS } from './plain/lists';
import { NUMBER_TASKS } from './plain/numbers';
import { TEXT_TASKS } from './plain/texts';
import type { Task } from './task';

/** Which tasks a prompt is about: trained on, a missing cell of a known grid, or a new combination. */
export type TaskSplit = 'seen' | 'near' | 'far';

const GRIDS: readonly (readonly Task[])[] = [
  PIPE_TASKS,
  CHARACTER_TASKS,
  CONSTANT_TASKS,
  MAP_TASKS,
  MULTIPLE_TASKS,
  SEQUENCE_TASKS,
  CONDITION_TASKS,
  WORD_TASKS,
  ITEM_TASKS,
  PREDICATE_TASKS,
  PAIR_TASKS,
];
const PLAIN_TASKS: readonly Task[] = [...ARITHMETIC_TASKS, ...NUMBER_TASKS, ...TEXT_TASKS, ...LIST_TASKS];
const FAR_TASKS: readonly Task[] = [...FAR_NUMBER_TASKS, ...FAR_LIST_TASKS, ...FAR_TEXT_TASKS];
const TASKS: readonly Task[] = [...PLAIN_TASKS, ...GRIDS.flat(), ...FAR_TASKS];

/** Share of every grid that no model ever trains on. */
const NEAR_SHARE = 0.2;
/** The lesson prompts for these cells, so they are always trained on. */
const ALWAYS_SEEN = new Set([
  'pipe/sum/id/all',
  'pipe/sum/id/even',
  'pipe/max/id/all',
  'characters/count/vowels',
]);

/** A fixed number in [0, 1) for a text, the same on every machine and for every seed of a run. */
export function hashFraction(text: string): number {
  return createRandom(text).next();
}

/** Holds out cells in an order fixed by their hash, as long as each of their parts stays in two seen cells. */
function heldOutCells(grid: readonly Task[]): string[] {
  const uses = new Map<string, number>();
  for (const component of grid.flatMap((task) => task.components)) {
    uses.set(component, (uses.get(component) ?? 0) + 1);
  }
  const inOrder = grid
    .filter((task) => !ALWAYS_SEEN.has(task.id))
    .map((task) => ({ task, order: hashFraction(`near/${task.id}`) }))
    .sort((left, right) => left.order - right.order);
  const heldOut: string[] = [];
  for (const { task } of inOrder) {
    if (heldOut.length >= Math.round(grid.length * NEAR_SHARE)) break;
    if (task.components.some((component) => (uses.get(component) ?? 0) < 3)) continue;
    for (const component of task.components) uses.set(component, (uses.get(component) ?? 0) - 1);
    heldOut.push(task.id);
  }
  return heldOut;
}

const NEAR = new Set(GRIDS.flatMap(heldOutCells));
const BY_ID = new Map(TASKS.map((task) => [task.id, task]));

/** Every task of every split. */
export function allTasks(): readonly Task[] {
  return TASKS;
}

/** The split of a task; it depends on the catalogue only, never on a seed. */
export function splitOf(task: Task): TaskSplit {
  if (task.group === 'far') return 'far';
  return NEAR.has(task.id) ? 'near' : 'seen';
}

/** All tasks of a split. */
export function tasksOf(split: TaskSplit): readonly Task[] {
  return TASKS.filter((task) => splitOf(task) === split);
}

/** The task with this id, or undefined, so that an id from a link can be tried. */
export function findTask(id: string): Task | undefined {
  return BY_ID.get(id);
}
