/** The grid "predicate": is a number {even, odd, positive, negative} {and, or} {greater, less} than k? */
import { check } from '../phrases';
import { defineTask, type Task } from '../task';

type Join = 'and' | 'or';

interface Property {
  readonly id: string;
  readonly python: string;
  readonly holds: (value: number) => boolean;
}

interface Relation {
  readonly id: string;
  readonly phrase: string;
  readonly python: string;
  readonly holds: (value: number, limit: number) => boolean;
}

const EVEN: Property = { id: 'even', python: '$a % 2 == 0', holds: (value) => value % 2 === 0 };
const ODD: Property = { id: 'odd', python: '$a % 2 == 1', holds: (value) => value % 2 !== 0 };
const POSITIVE: Property = { id: 'positive', python: '$a > 0', holds: (value) => value > 0 };
const NEGATIVE: Property = { id: 'negative', python: '$a < 0', holds: (value) => value < 0 };

const ABOVE: Relation = {
  id: 'above',
  phrase: 'greater than',
  python: '>',
  holds: (value, limit) => value > limit,
};
const BELOW: Relation = {
  id: 'below',
  phrase: 'less than',
  python: '<',
  holds: (value, limit) => value < limit,
};

const EVEN_LIMITS = [4, 6, 8, 10, 12];
const ODD_LIMITS = [3, 5, 7, 9, 11];

interface Row {
  readonly property: Property;
  readonly join: Join;
  readonly relations: readonly Relation[];
  readonly limits: readonly number[];
}

/**
 * "Even and greater than 4" and "even and greater than 5" are one question, so each row takes the limits
 * that tell its cells apart. No number is positive and above 5 without being above 5: such cells are left out.
 */
const ROWS: readonly Row[] = [
  { property: EVEN, join: 'and', relations: [ABOVE, BELOW], limits: EVEN_LIMITS },
  { property: ODD, join: 'or', relations: [ABOVE, BELOW], limits: EVEN_LIMITS },
  { property: EVEN, join: 'or', relations: [ABOVE, BELOW], limits: ODD_LIMITS },
  { property: ODD, join: 'and', relations: [ABOVE, BELOW], limits: ODD_LIMITS },
  { property: POSITIVE, join: 'and', relations: [BELOW], limits: EVEN_LIMITS },
  { property: NEGATIVE, join: 'or', relations: [ABOVE], limits: EVEN_LIMITS },
];

/** Odd and even neighbours of the limit and of 0, then numbers far from both. */
const valuesAround = (limit: number): number[] => [
  ...new Set([limit, limit + 1, limit - 1, limit + 2, limit - 2, 0, 1, 2, -1, -2, -7, -10, 50, 51]),
];

function examplesOf({ property, join }: Row, relation: Relation, limit: number): string {
  return valuesAround(limit)
    .map((value) => {
      const halves = [property.holds(value), relation.holds(value, limit)];
      const answer = join === 'and' ? halves.every(Boolean) : halves.some(Boolean);
      return `${value} -> ${answer ? 'True' : 'False'}`;
    })
    .join('; ');
}

function taskOf(row: Row, relation: Relation, limit: number): Task {
  const { property, join } = row;
  const name = `${property.id}_${join}_${relation.id}_${limit}`;
  return defineTask({
    id: `${property.id}/${join}/${relation.id}/${limit}`,
    group: 'predicate',
    components: [property.id, join, relation.id, String(limit)],
    args: ['number'],
    names: [`is_${name}`, name],
    comments: check(
      `$a is ${property.id} ${join} ${relation.phrase} ${limit}`,
      `$a is ${property.id} ${join} ${relation.id} ${limit}`,
    ),
    bodies: [[`return ${property.python} ${join} $a ${relation.python} ${limit}`]],
    examples: examplesOf(row, relation, limit),
  });
}

export const PREDICATE_TASKS: readonly Task[] = ROWS.flatMap((row) =>
  row.relations.flatMap((relation) => row.limits.map((limit) => taskOf(row, relation, limit))),
);
