/** Grids with a number in the request: change one number, change every number, ask for multiples. */
import { check, compute, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

interface Operation {
  readonly id: string;
  readonly python: string;
  readonly apply: (value: number, by: number) => number;
  /** Requests about one number. */
  readonly comments: (by: number) => string[];
  /** Requests about every number of a list. */
  readonly listComments: (by: number) => string[];
  readonly names: (by: number) => [string, ...string[]];
  readonly listNames: (by: number) => [string, ...string[]];
}

const OPERATIONS: readonly Operation[] = [
  {
    id: 'add',
    python: '+',
    apply: (value, by) => value + by,
    comments: (by) => [`add ${by} to $a`, `increase $a by ${by}`, ...compute(`$a plus ${by}`)],
    listComments: (by) => [
      `add ${by} to every number in $a`,
      `add ${by} to each number in $a`,
      ...lookUp(`every number in $a plus ${by}`),
    ],
    names: (by) => [`add_${by}`, `plus_${by}`],
    listNames: (by) => [`add_${by}_to_all`, `add_${by}_to_each`],
  },
  {
    id: 'subtract',
    python: '-',
    apply: (value, by) => value - by,
    comments: (by) => [`subtract ${by} from $a`, `decrease $a by ${by}`, ...compute(`$a minus ${by}`)],
    listComments: (by) => [
      `subtract ${by} from every number in $a`,
      `subtract ${by} from each number in $a`,
      ...lookUp(`every number in $a minus ${by}`),
    ],
    names: (by) => [`subtract_${by}`, `minus_${by}`],
    listNames: (by) => [`subtract_${by}_from_all`, `subtract_${by}_from_each`],
  },
  {
    id: 'multiply',
    python: '*',
    apply: (value, by) => value * by,
    comments: (by) => [`multiply $a by ${by}`, `make $a ${by} times as big`, ...compute(`${by} times $a`)],
    listComments: (by) => [
      `multiply every number in $a by ${by}`,
      `multiply each number in $a by ${by}`,
      ...lookUp(`every number in $a times ${by}`),
    ],
    names: (by) => [`multiply_by_${by}`, `times_${by}`],
    listNames: (by) => [`multiply_all_by_${by}`, `multiply_each_by_${by}`],
  },
];

/** Doubling is a family of its own, so factors begin at 3. */
const CONSTANTS: Record<string, readonly number[]> = {
  add: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  subtract: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  multiply: [3, 4, 5, 6, 7, 8, 9, 10],
};
const MAP_LIMIT = 8;
const VALUES = [0, 1, -3, 7, 10, 25, -10, 100];
const LISTS = [[1, 2, 3], [], [0], [5, -5], [10, 4, 2, 0], [-1, -2], [4, 4, 4], [100]];

const cells = OPERATIONS.flatMap((operation) =>
  (CONSTANTS[operation.id] ?? []).map((by) => ({ operation, by })),
);

export const CONSTANT_TASKS: readonly Task[] = cells.map(({ operation, by }) =>
  defineTask({
    id: `${operation.id}/${by}`,
    group: 'constant',
    components: [operation.id, String(by)],
    args: ['number'],
    names: operation.names(by),
    comments: operation.comments(by),
    bodies: [[`return $a ${operation.python} ${by}`]],
    examples: VALUES.map((value) => `${value} -> ${operation.apply(value, by)}`).join('; '),
  }),
);

export const MAP_TASKS: readonly Task[] = cells
  .filter(({ by }) => by < MAP_LIMIT)
  .map(({ operation, by }) =>
    defineTask({
      id: `${operation.id}/${by}`,
      group: 'map',
      components: [operation.id, String(by)],
      args: ['list'],
      names: operation.listNames(by),
      comments: operation.listComments(by),
      bodies: [
        [`return [$x ${operation.python} ${by} for $x in $a]`],
        [
          '$result = []',
          'for $x in $a:',
          `    $result.append($x ${operation.python} ${by})`,
          'return $result',
        ],
      ],
      examples: LISTS.map(
        (list) => `[${list.join(', ')}] -> [${list.map((value) => operation.apply(value, by)).join(', ')}]`,
      ).join('; '),
    }),
  );

/** Also numbers that only a divisor of k divides, such as 9 for k = 6; 200 is no leap year. */
const multiplesAndOthers = (k: number): number[] => [
  ...new Set([0, 1, k, k + 1, 3 * k, 3 * k - 1, k - 1, 12 * k + 2, k + 2, k + 3, k + 4, k + 5, 200, -k]),
];

export const MULTIPLE_TASKS: readonly Task[] = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((k) =>
  defineTask({
    id: String(k),
    group: 'multiple',
    components: [],
    args: ['number'],
    names: [`is_multiple_of_${k}`, `multiple_of_${k}`, `divisible_by_${k}`],
    comments: check(`$a is a multiple of ${k}`, `$a is divisible by ${k}`, `${k} divides $a`),
    bodies: [[`return $a % ${k} == 0`]],
    examples: multiplesAndOthers(k)
      .map((value) => `${value} -> ${value % k === 0 ? 'True' : 'False'}`)
      .join('; '),
  }),
);
