/** The grid "condition": a word if a number is {greater than, less than, at least} k, another if not. */
import { defineTask, type Task } from '../task';

interface Relation {
  readonly id: string;
  readonly phrase: string;
  readonly paraphrase: string;
  readonly python: string;
  readonly holds: (value: number, limit: number) => boolean;
}

const RELATIONS: readonly Relation[] = [
  {
    id: 'greater',
    phrase: 'greater than',
    paraphrase: 'more than',
    python: '>',
    holds: (value, limit) => value > limit,
  },
  {
    id: 'less',
    phrase: 'less than',
    paraphrase: 'below',
    python: '<',
    holds: (value, limit) => value < limit,
  },
  {
    id: 'least',
    phrase: 'at least',
    paraphrase: 'not below',
    python: '>=',
    holds: (value, limit) => value >= limit,
  },
];

/** The word for the larger side comes first; `yes` always means that the condition holds. */
const ANSWERS = [
  ['yes', 'no'],
  ['big', 'small'],
  ['high', 'low'],
  ['hot', 'cold'],
] as const;

const LIMITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function examplesOf(relation: Relation, limit: number, then: string, otherwise: string): string {
  // Halves tell "greater than 3" from "at least 4".
  const values = [
    limit - 10,
    limit - 1,
    limit - 0.5,
    limit,
    limit + 0.5,
    limit + 1,
    limit + 7,
    2 * limit + 20,
  ];
  return values.map((value) => `${value} -> "${relation.holds(value, limit) ? then : otherwise}"`).join('; ');
}

export const CONDITION_TASKS: readonly Task[] = RELATIONS.flatMap((relation) =>
  ANSWERS.flatMap(([larger, smaller]) =>
    LIMITS.map((limit) => {
      const swapped = relation.id === 'less' && larger !== 'yes';
      const [then, otherwise] = swapped ? [smaller, larger] : [larger, smaller];
      const condition = `$a is ${relation.phrase} ${limit}`;
      return defineTask({
        id: `${relation.id}/${larger}-${smaller}/${limit}`,
        group: 'condition',
        components: [relation.id, larger, String(limit)],
        args: ['number'],
        names: [`${then}_or_${otherwise}`, `say_${then}_or_${otherwise}`],
        nameSaysTask: false,
        comments: [
          `return ${then} if ${condition} and ${otherwise} if not`,
          `return ${then} if ${condition}, otherwise ${otherwise}`,
          `say ${then} if ${condition} and ${otherwise} if not`,
          `give back ${then} if ${condition}, else ${otherwise}`,
          `answer ${then} if $a is ${relation.paraphrase} ${limit}, otherwise ${otherwise}`,
        ],
        bodies: [
          [`return "${then}" if $a ${relation.python} ${limit} else "${otherwise}"`],
          [`if $a ${relation.python} ${limit}:`, `    return "${then}"`, `return "${otherwise}"`],
        ],
        examples: examplesOf(relation, limit, then, otherwise),
      });
    }),
  ),
);
