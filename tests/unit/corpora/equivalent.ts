/** Mutants that no test can reject: they do what the reference does, each for a reason of its task. */
import type { Mutant } from './mutants';

interface Equivalence {
  readonly tasks: RegExp;
  readonly change: RegExp;
  readonly because: string;
}

/** Moving a limit over a number that the other half of the condition decides: 4 up to 5, or 4 down to 3. */
const MOVED_LIMIT = new RegExp(
  [...Array(21).keys()].map((k) => `p > ${k} -> .*p > ${k + 1}$|p < ${k} -> .*p < ${k - 1}$`).join('|'),
);

const EQUIVALENCES: readonly Equivalence[] = [
  {
    tasks: /^plain\/(max_of_two|min_of_two|absolute|list_min)$/,
    change: /^if \w+ ([<>]) \w+: -> if \w+ \1= \w+:$/,
    because:
      'it only matters when both sides are equal (or 0 and -0), and then both branches answer the same',
  },
  {
    tasks: /^plain\/list_min$/,
    change: /best = p\[0\] -> best = p\[-1\]/,
    because: 'the search may begin at any item: it looks at all of them',
  },
  {
    tasks: /^(plain\/distance|far\/square_of_difference)$/,
    change: /\(p - q\).* -> .*\(q - p\)/,
    because: 'the absolute value and the square forget the order',
  },
  {
    tasks: /^plain\/(power|fibonacci)$/,
    change: /range\((\w)\): -> for i in range\(1, \1 \+ 1\):/,
    because: 'the loop counts as often, and its number is not used',
  },
  {
    tasks: /^(plain\/(sum_to_n|sum_squares_to_n)|far\/sum_cubes_to)$/,
    change: /range\(1, p \+ 1\).* -> .*range\(0, p \+ 1\)/,
    because: 'a sum may begin with 0',
  },
  {
    tasks: /^plain\/factorial$/,
    change: /range\(1, p \+ 1\): -> for i in range\(2, p \+ 1\)/,
    because: 'a product need not begin with 1',
  },
  {
    tasks: /^plain\/is_prime$/,
    change: /range\(2, p\): -> for i in range\(2, p - 1\)/,
    because: 'p - 1 never divides p when p is greater than 2',
  },
  {
    tasks: /^(plain\/divisors|far\/(count|sum)_divisors)$/,
    change: /range\(1, p \+ 1\).* -> .*range\(1, p \+ 2\)/,
    because: 'p + 1 never divides a positive p',
  },
  {
    tasks: /^far\/(even_and_positive|odd_or_negative)$/,
    change: /p > 0 -> .*p > 1$|p < 0 -> .*p < -1$/,
    because: '1 and -1 are odd, so the other half of the condition has already decided',
  },
  {
    tasks: /^(predicate\/(even|odd)\/|far\/even_and_greater_20$)/,
    change: MOVED_LIMIT,
    because: 'the number between both limits is decided by being even or odd',
  },
  {
    tasks: /^far\/count_positive_or_even$/,
    change: /x > 0 or .* -> .*x (>= 0|> -1) or/,
    because: 'only 0 comes in, and 0 is even',
  },
  {
    tasks: /^far\/is_sum_even$/,
    change: /\(p \+ q\) % .* -> .*\(p - q\) %/,
    because: 'sum and difference are even together',
  },
  {
    tasks: /^far\/(sort_joined|largest_of_both)$/,
    change: /\(p \+ q\) -> .*\(q \+ p\)/,
    because: 'sorting and searching forget the order',
  },
  {
    tasks: /^pipe\/sum\/\w+\/(positive|negative)$/,
    change: /x (?:> 0\b.* -> .*x (?:>= 0|> -1)\b|< 0\b.* -> .*x (?:<= 0|< 1)\b)/,
    because: 'only 0 comes in, and 0, its square, double and cube add nothing',
  },
  {
    tasks: /^pipe\/max\/\w+\/positive$/,
    change: /x > 0\) -> .*(?:x (?:>= 0|> -1)\)|(?<!x \* x) for x in p\))$/,
    because:
      'numbers that are not positive are never the largest, and without a positive one there is no answer',
  },
  {
    tasks: /^pipe\/max\/square\/negative$/,
    change: /x < 0\) -> .*x (?:<= 0|< 1)\)$/,
    because: 'the square of 0 is never the largest, and without a negative number there is no answer',
  },
];

/** Every reason, so that a test can hold each to its mutants. */
export const EQUIVALENCE_REASONS: readonly string[] = EQUIVALENCES.map(({ because }) => because);

/** Why the mutant is right all the same; undefined for a wrong program. */
export function whyEquivalent({ task, change }: Mutant): string | undefined {
  return EQUIVALENCES.find((rule) => rule.tasks.test(task.id) && rule.change.test(change))?.because;
}
