/** The grid "item": {first, last, largest, smallest item, length, sum} of a list, then {plus, minus, times} k. */
import { defineTask, type Task } from '../task';
import { STEPS, type Step } from './steps';

interface Source {
  readonly id: string;
  readonly noun: string;
  readonly python: string;
  /** Undefined where the empty list has no answer. */
  readonly valueOf: (list: readonly number[]) => number | undefined;
}

const SOURCES: readonly Source[] = [
  { id: 'first', noun: 'the first item of $a', python: '$a[0]', valueOf: (list) => list[0] },
  { id: 'last', noun: 'the last item of $a', python: '$a[-1]', valueOf: (list) => list.at(-1) },
  {
    id: 'largest',
    noun: 'the largest number in $a',
    python: 'max($a)',
    valueOf: (list) => (list.length > 0 ? Math.max(...list) : undefined),
  },
  {
    id: 'smallest',
    noun: 'the smallest number in $a',
    python: 'min($a)',
    valueOf: (list) => (list.length > 0 ? Math.min(...list) : undefined),
  },
  { id: 'length', noun: 'the length of the list $a', python: 'len($a)', valueOf: (list) => list.length },
  {
    id: 'total',
    noun: 'the sum of the list $a',
    python: 'sum($a)',
    valueOf: (list) => list.reduce((sum, value) => sum + value, 0),
  },
];

/** From 3 on: twice the largest number is the largest of the doubles, a cell of another grid. */
const AMOUNTS = [3, 4, 5, 6];

const LISTS: readonly (readonly number[])[] = [
  [4, 9, 1, 7],
  [],
  [6],
  [-3, 5, -8, 2],
  [3, 3, 1],
  [0, 10],
  [-2, -7, -4],
  [20, 1, 15, 30, 8],
  [-1],
  [8, -8, 11, 0, -5, 12],
];

function examplesOf(source: Source, step: Step, amount: number): string {
  return LISTS.flatMap((list) => {
    const value = source.valueOf(list);
    return value === undefined ? [] : [`[${list.join(', ')}] -> ${step.apply(value, amount)}`];
  }).join('; ');
}

export const ITEM_TASKS: readonly Task[] = SOURCES.flatMap((source) =>
  STEPS.flatMap((step) =>
    AMOUNTS.map((amount) =>
      defineTask({
        id: `${source.id}/${step.id}/${amount}`,
        group: 'item',
        components: [source.id, step.id, String(amount)],
        args: ['list'],
        names: step.names(source.id, amount),
        comments: step.comments(source.noun, amount),
        bodies: [
          [`return ${source.python} ${step.python} ${amount}`],
          [`$result = ${source.python}`, `return $result ${step.python} ${amount}`],
        ],
        examples: examplesOf(source, step, amount),
      }),
    ),
  ),
);
