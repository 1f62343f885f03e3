/**
 * The grid "pipe": {sum, list, count, max} of {itself, square, double, cube} of {all, even, odd,
 * positive, negative} numbers of a list. Each cell composes parts that other cells show as well.
 */
import { build, compute, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

interface Filter {
  readonly id: string;
  readonly word: string;
  readonly python: string;
  readonly keeps: (value: number) => boolean;
}

interface Change {
  readonly id: string;
  readonly plural: string;
  /** Python of the changed `$x`. */
  readonly python: string;
  readonly apply: (value: number) => number;
}

type End = 'sum' | 'list' | 'count' | 'max';

const FILTERS: readonly Filter[] = [
  { id: 'all', word: '', python: '', keeps: () => true },
  { id: 'even', word: 'even', python: '$x % 2 == 0', keeps: (value) => value % 2 === 0 },
  { id: 'odd', word: 'odd', python: '$x % 2 == 1', keeps: (value) => value % 2 !== 0 },
  { id: 'positive', word: 'positive', python: '$x > 0', keeps: (value) => value > 0 },
  { id: 'negative', word: 'negative', python: '$x < 0', keeps: (value) => value < 0 },
];

const CHANGES: readonly Change[] = [
  { id: 'id', plural: '', python: '$x', apply: (value) => value },
  { id: 'square', plural: 'squares', python: '$x * $x', apply: (value) => value * value },
  { id: 'double', plural: 'doubles', python: '$x * 2', apply: (value) => value * 2 },
  { id: 'cube', plural: 'cubes', python: '$x ** 3', apply: (value) => value ** 3 },
];

const ENDS: readonly End[] = ['sum', 'list', 'count', 'max'];

const LISTS: readonly (readonly number[])[] = [
  [1, 2, 3, 4],
  [],
  [-3, -2, 0, 1, 4],
  [-1, -4, 5, 8],
  [10, -10, 7, -7],
  [2, -5, 3, -6],
  [0, 1, -1, 6, -8],
  [9, 4, -2, -9],
  [1, -4, 0, -3],
  [-1, 2],
  [3, 3, 2, 2],
  [-5, -5, -6, 11],
  [6],
  [-7],
  [0],
];

/** "the squares of the even numbers in $a", "the numbers in $a". */
function nounPhrase(change: Change, filter: Filter): string {
  const numbers = `the ${filter.word ? `${filter.word} ` : ''}numbers in $a`;
  return change.plural ? `the ${change.plural} of ${numbers}` : numbers;
}

function commentsOf(end: End, change: Change, filter: Filter): string[] {
  const phrase = nounPhrase(change, filter);
  switch (end) {
    case 'sum':
      return [...compute(`the sum of ${phrase}`), `add up ${phrase}`, `sum ${phrase}`];
    case 'max':
      return [...compute(`the largest of ${phrase}`), ...lookUp(`the maximum of ${phrase}`)];
    case 'list':
      return [...lookUp(phrase), ...build(`a list of ${phrase}`), `list ${phrase}`];
    case 'count':
      return [
        `count ${phrase}`,
        `count how many ${filter.word} numbers are in $a`,
        ...compute(`the number of ${filter.word} numbers in $a`),
      ];
  }
}

function namesOf(end: End, change: Change, filter: Filter): [string, ...string[]] {
  const what = [filter.word, change.plural || (filter.word ? '' : 'numbers')].filter(Boolean).join('_');
  switch (end) {
    case 'sum':
      return [`sum_${what}`, `sum_of_${what}`, `total_of_${what}`];
    case 'max':
      return [`max_${what}`, `largest_${what}`];
    case 'list':
      return [`list_${what}`, `get_${what}`, `find_${what}`];
    case 'count':
      return [`count_${what}`, `number_of_${what}`];
  }
}

/** Adds the filter as an `if` around one statement of a loop. */
const guarded = (filter: Filter, statement: string): string[] =>
  filter.python ? [`    if ${filter.python}:`, `        ${statement}`] : [`    ${statement}`];

function bodiesOf(end: End, change: Change, filter: Filter): string[][] {
  const plain = change.id === 'id' && filter.id === 'all';
  const items = `${change.python} for $x in $a${filter.python ? ` if ${filter.python}` : ''}`;
  switch (end) {
    case 'sum':
      return [
        [plain ? 'return sum($a)' : `return sum(${items})`],
        ['$total = 0', 'for $x in $a:', ...guarded(filter, `$total += ${change.python}`), 'return $total'],
      ];
    case 'max':
      return [[plain ? 'return max($a)' : `return max(${items})`]];
    case 'list':
      return [
        [`return [${items}]`],
        [
          '$result = []',
          'for $x in $a:',
          ...guarded(filter, `$result.append(${change.python})`),
          'return $result',
        ],
      ];
    case 'count':
      return [
        [`return len([${items}])`],
        ['$count = 0', 'for $x in $a:', ...guarded(filter, '$count += 1'), 'return $count'],
      ];
  }
}

function examplesOf(end: End, change: Change, filter: Filter): string {
  return LISTS.map((list) => ({ list, kept: list.filter(filter.keeps).map(change.apply) }))
    .filter(({ kept }) => end !== 'max' || kept.length > 0)
    .map(({ list, kept }) => {
      const sum = kept.reduce((total, value) => total + value, 0);
      const results: Record<End, string> = {
        sum: String(sum),
        max: String(Math.max(...kept)),
        list: `[${kept.join(', ')}]`,
        count: String(kept.length),
      };
      return `[${list.join(', ')}] -> ${results[end]}`;
    })
    .join('; ');
}

/** Cells that mean something: no count of squares, no copy of a whole list, no count of everything. */
const isTask = (end: End, change: Change, filter: Filter): boolean =>
  end === 'count'
    ? change.id === 'id' && filter.id !== 'all'
    : end !== 'list' || change.id !== 'id' || filter.id !== 'all';

export const PIPE_TASKS: readonly Task[] = ENDS.flatMap((end) =>
  CHANGES.flatMap((change) =>
    FILTERS.filter((filter) => isTask(end, change, filter)).map((filter) =>
      defineTask({
        id: `${end}/${change.id}/${filter.id}`,
        group: 'pipe',
        components: [end, change.id, filter.id],
        args: ['list'],
        names: namesOf(end, change, filter),
        comments: commentsOf(end, change, filter),
        bodies: bodiesOf(end, change, filter),
        examples: examplesOf(end, change, filter),
      }),
    ),
  ),
);
