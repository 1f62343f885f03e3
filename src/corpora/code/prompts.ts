/**
 * Prompts: a task, put into words. Two kinds of wording are never trained on: a fixed share of the
 * comments of seen tasks, and everything about the near and far tasks.
 */
import type { Random } from '../../engine/random';
import { drawArgumentNames } from './argumentNames';
import { promptOf, type PromptChoice, type PromptForm } from './render';
import { testsFor, type Task, type TaskGroup, type TaskTest } from './task';
import { hashFraction, splitOf, tasksOf } from './tasks';

/** What a prompt asks of a model that was fine-tuned on this corpus. */
export type PromptSplit = 'train' | 'newWording' | 'near' | 'far';

/** A prompt with what is needed to judge an answer. */
export interface Prompt extends PromptChoice {
  readonly task: Task;
  readonly text: string;
  /** Tests that call the function by the name the prompt gives it. */
  readonly tests: readonly TaskTest[];
}

const HELD_OUT_WORDING_SHARE = 0.15;
const COMMENT_SHARE = 0.67;
const DOCSTRING_SHARE = 0.17;
/** How often a function carries a name that says nothing, so that the comment has to be read. */
const GENERIC_NAME_SHARE = 0.08;
const GENERIC_NAMES = ['f', 'solve', 'task'];

/** How much of the corpus each group makes up; a grid is one idea, however many cells it has. */
const GROUP_SHARES: readonly (readonly [TaskGroup, number])[] = [
  ['plain', 0.42],
  ['pipe', 0.17],
  ['characters', 0.05],
  ['constant', 0.04],
  ['map', 0.04],
  ['multiple', 0.02],
  ['sequence', 0.04],
  ['condition', 0.05],
  ['words', 0.04],
  ['item', 0.05],
  ['predicate', 0.04],
  ['pair', 0.04],
];

function splitComments(task: Task): { seen: string[]; heldOut: string[] } {
  const seen: string[] = [];
  const heldOut: string[] = [];
  const ranked = task.comments.map((comment, i) => ({
    comment,
    i,
    rank: hashFraction(`wording/${task.id}/${comment}`),
  }));
  // The plainest comment is always trained on; of the others at least one is not.
  const lowest = Math.min(...ranked.slice(1).map(({ rank }) => rank));
  for (const { comment, i, rank } of ranked) {
    const out = i > 0 && (rank < HELD_OUT_WORDING_SHARE || rank === lowest);
    (out ? heldOut : seen).push(comment);
  }
  return { seen, heldOut };
}

const COMMENTS = new Map(tasksOf('seen').map((task) => [task.id, splitComments(task)]));

/** The comments a prompt of this split may use; none when the task does not belong to the split. */
export function commentsOf(task: Task, split: PromptSplit): readonly string[] {
  if (split === 'near' || split === 'far') return splitOf(task) === split ? task.comments : [];
  const comments = COMMENTS.get(task.id);
  return (split === 'train' ? comments?.seen : comments?.heldOut) ?? [];
}

interface Weighted<T> {
  readonly items: readonly T[];
  readonly cumulative: readonly number[];
}

function weigh<T>(items: readonly T[], weightOf: (item: T) => number): Weighted<T> {
  let total = 0;
  return { items, cumulative: items.map((item) => (total += weightOf(item))) };
}

/** One item, in proportion to its weight. @throws RangeError when there is none */
function drawWeighted<T>(random: Random, { items, cumulative }: Weighted<T>): T {
  const target = random.next() * (cumulative.at(-1) ?? 0);
  const item = items[cumulative.findIndex((limit) => target < limit)];
  if (item === undefined) throw new RangeError('drawWeighted expects at least one item of positive weight');
  return item;
}

const SEEN_GROUPS = weigh(
  GROUP_SHARES.map(([group, share]) => ({
    share,
    tasks: weigh(
      tasksOf('seen').filter((task) => task.group === group),
      (task) => task.weight,
    ),
  })),
  ({ share }) => share,
);
const UNSEEN = { near: weigh(tasksOf('near'), () => 1), far: weigh(tasksOf('far'), () => 1) };

/** Draws a task as often as the corpus (or the held-out test) contains it. */
export function drawTask(random: Random, split: PromptSplit): Task {
  if (split === 'near' || split === 'far') return drawWeighted(random, UNSEEN[split]);
  return drawWeighted(random, drawWeighted(random, SEEN_GROUPS).tasks);
}

/** The chance that `drawTask` gives this task; 0 when it does not belong to the split. */
export function chanceOf(task: Task, split: PromptSplit): number {
  if (split === 'near' || split === 'far') return splitOf(task) === split ? 1 / tasksOf(split).length : 0;
  const group = SEEN_GROUPS.items.find(({ tasks }) => tasks.items.includes(task));
  return group ? (group.share * task.weight) / (group.tasks.cumulative.at(-1) ?? 1) : 0;
}

function drawForm(random: Random, task: Task, split: PromptSplit): PromptForm {
  const bare = split === 'train' && task.nameSaysTask;
  const draw = random.next() * (bare ? 1 : COMMENT_SHARE + DOCSTRING_SHARE);
  if (draw < COMMENT_SHARE) return 'comment';
  return draw < COMMENT_SHARE + DOCSTRING_SHARE ? 'docstring' : 'bare';
}

/** Puts a task into words: a form, a comment of the split, a function name, argument names. */
export function drawPrompt(random: Random, split: PromptSplit, task = drawTask(random, split)): Prompt {
  const form = drawForm(random, task, split);
  const generic = split === 'train' && form !== 'bare' && random.next() < GENERIC_NAME_SHARE;
  const functionName = random.pick(generic ? GENERIC_NAMES : task.functionNames);
  const comment = random.pick(commentsOf(task, split));
  const argumentNames = drawArgumentNames(random, task.argumentKinds, [functionName]);
  const choice = { form, comment, functionName, argumentNames };
  return { ...choice, task, text: promptOf(choice), tests: testsFor(task, functionName) };
}

/** One of the task's correct bodies, in proportion to its share. */
export function drawBody(random: Random, task: Task): Task['bodies'][number] {
  return drawWeighted(
    random,
    weigh(task.bodies, (body) => body.share),
  );
}
