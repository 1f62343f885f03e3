/** Far compositions on lists of numbers. */
import { defineFarTasks } from './define';
import type { Task } from '../task';

export const FAR_LIST_TASKS: readonly Task[] = defineFarTasks({
  sum_multiples_of_3: {
    args: ['list'],
    ask: 'return the sum of the multiples of 3 in $a',
    body: ['return sum($x for $x in $a if $x % 3 == 0)'],
    examples:
      '[1, 2, 3] -> 3; [] -> 0; [3, 6, 9] -> 18; [1, 2] -> 0; [0, -3] -> -3; [10, 12] -> 12; [3, 3] -> 6; [-3, -6] -> -9; [9, 1, 30] -> 39; [6] -> 6',
  },
  count_above_4: {
    args: ['list'],
    ask: 'count the numbers in $a greater than 4',
    body: ['return len([$x for $x in $a if $x > 4])'],
    examples:
      '[1, 5, 9] -> 2; [] -> 0; [4] -> 0; [5] -> 1; [7, 8, 1, 4] -> 2; [-9] -> 0; [5, 5, 5] -> 3; [4, 4] -> 0; [0, 100, -100] -> 1; [3, 4, 5, 6] -> 2',
  },
  product_of_list: {
    args: ['list'],
    ask: 'return the product of the numbers in $a',
    body: ['$result = 1', 'for $x in $a:', '    $result *= $x', 'return $result'],
    examples:
      '[1, 2, 3] -> 6; [] -> 1; [5] -> 5; [2, 0] -> 0; [-1, 4] -> -4; [2, 2, 2] -> 8; [0] -> 0; [-2, -3] -> 6; [10, 10] -> 100',
  },
  sort_descending: {
    args: ['list'],
    ask: 'sort the list $a in reverse order',
    body: ['return sorted($a)[::-1]'],
    examples:
      '[1, 2, 3] -> [3, 2, 1]; [] -> []; [5] -> [5]; [2, 0, 1] -> [2, 1, 0]; [-1, 4] -> [4, -1]; [2, 2] -> [2, 2]; [3, 2, 1] -> [3, 2, 1]; [0, -1, 1] -> [1, 0, -1]; [10, 2, 33] -> [33, 10, 2]',
  },
  average_of_even: {
    args: ['list'],
    ask: 'return the average of the even numbers in $a',
    body: ['$result = [$x for $x in $a if $x % 2 == 0]', 'return sum($result) / len($result)'],
    examples:
      '[2, 4] -> 3; [1, 2, 3] -> 2; [0, 1] -> 0; [6, 7, 8] -> 7; [-2, 2] -> 0; [10, 20, 5] -> 15; [2, 4, 4, 4] -> 3.5; [8] -> 8; [-4, -2, 1] -> -3',
  },
  sum_first_and_last: {
    args: ['list'],
    ask: 'return the sum of the first and last item of $a',
    body: ['return $a[0] + $a[-1]'],
    examples:
      '[1, 2, 3] -> 4; [5] -> 10; [2, 0] -> 2; [-1, 4] -> 3; [7, 7, 1] -> 8; [0, 9] -> 9; [4, 4] -> 8; [-1, -2, -3] -> -4; [3, 2, 1, 0] -> 3',
  },
  count_unique: {
    args: ['list'],
    ask: 'count the unique items of $a',
    body: ['return len(set($a))'],
    examples:
      '[1, 1, 2] -> 2; [] -> 0; [5] -> 1; [3, 2, 3, 2] -> 2; [1, 2, 3] -> 3; [0, 0, 0] -> 1; [-1, 1] -> 2; [3, 2, 1] -> 3; [4, 4, 4, 5] -> 2',
  },
  largest_minus_first: {
    args: ['list'],
    ask: 'return the largest number in $a minus the first item of $a',
    body: ['return max($a) - $a[0]'],
    examples:
      '[1, 2, 3] -> 2; [5] -> 0; [2, 0] -> 0; [-1, 4] -> 5; [7, 9, 1] -> 2; [0, 8] -> 8; [4, 4] -> 0; [-5, -1] -> 4; [3, 2, 1] -> 0; [1, 10, 5] -> 9',
  },
  sorted_squares: {
    args: ['list'],
    ask: 'return the squares of the numbers in $a sorted',
    body: ['return sorted($x * $x for $x in $a)'],
    examples:
      '[3, 1, 2] -> [1, 4, 9]; [] -> []; [-2, 1] -> [1, 4]; [5] -> [25]; [0, -1] -> [0, 1]; [2, 2] -> [4, 4]; [1, -1] -> [1, 1]; [-3, -2, 0] -> [0, 4, 9]; [10, 9] -> [81, 100]',
  },
  reverse_even_numbers: {
    args: ['list'],
    ask: 'return the even numbers in $a in reverse order',
    body: ['return [$x for $x in $a if $x % 2 == 0][::-1]'],
    examples:
      '[2, 4] -> [4, 2]; [1, 2, 3] -> [2]; [] -> []; [6, 7, 8] -> [8, 6]; [1] -> []; [0, 10, 20] -> [20, 10, 0]; [2, 2, 3] -> [2, 2]; [-2, -4] -> [-4, -2]; [0] -> [0]',
  },
  add_lists_sum: {
    args: ['list', 'list'],
    ask: 'return the sum of all numbers in the lists $a and $b',
    body: ['return sum($a) + sum($b)'],
    examples:
      '[1], [2] -> 3; [], [] -> 0; [1, 2], [3] -> 6; [5], [] -> 5; [-1], [1] -> 0; [10, 20], [30] -> 60; [], [5] -> 5; [1, 1], [1, 1] -> 4; [-1, -2], [-3] -> -6',
  },
  add_12_to_all: {
    args: ['list'],
    ask: 'add 12 to every number in $a',
    body: ['return [$x + 12 for $x in $a]'],
    examples:
      '[3, 1, 2] -> [15, 13, 14]; [] -> []; [5] -> [17]; [2, 2, 7] -> [14, 14, 19]; [-1, -4, 0] -> [11, 8, 12]; [10, -3, 8, 1] -> [22, 9, 20, 13]; [9, 9] -> [21, 21]; [0] -> [12]; [-6, 4, -6, 3, 6] -> [6, 16, 6, 15, 18]',
  },
  largest_plus_20: {
    args: ['list'],
    ask: 'return the largest number in $a plus 20',
    body: ['return max($a) + 20'],
    examples:
      '[3, 1, 2] -> 23; [5] -> 25; [2, 2, 7] -> 27; [-1, -4, 0] -> 20; [10, -3, 8, 1] -> 30; [9, 9] -> 29; [0] -> 20; [-6, 4, -6, 3, 6] -> 26',
  },
  smallest_cubed: {
    args: ['list'],
    ask: 'return the cube of the smallest number in $a',
    body: ['return min($a) ** 3'],
    examples:
      '[3, 1, 2] -> 1; [5] -> 125; [2, 2, 7] -> 8; [-1, -4, 0] -> -64; [10, -3, 8, 1] -> -27; [9, 9] -> 729; [0] -> 0; [-6, 4, -6, 3, 6] -> -216',
  },
  all_even: {
    args: ['list'],
    ask: 'check if all numbers in $a are even',
    body: ['return all($x % 2 == 0 for $x in $a)'],
    examples:
      '[2, 4] -> True; [] -> True; [1] -> False; [2, 3] -> False; [3, 2] -> False; [0] -> True; [-2, 6, 8] -> True; [-1, -3] -> False; [4, 4] -> True; [2, 5, 4] -> False',
  },
  any_odd: {
    args: ['list'],
    ask: 'check if any number in $a is odd',
    body: ['return any($x % 2 == 1 for $x in $a)'],
    examples:
      '[2, 4] -> False; [] -> False; [1] -> True; [2, 3] -> True; [3, 2] -> True; [0] -> False; [-2, 6, 8] -> False; [-1, -3] -> True; [4, 4] -> False; [2, 5, 4] -> True',
  },
  sorted_unique: {
    args: ['list'],
    ask: 'return the unique items of $a sorted',
    body: ['return sorted(set($a))'],
    examples:
      '[3, 1, 2] -> [1, 2, 3]; [] -> []; [5] -> [5]; [2, 2, 7] -> [2, 7]; [-1, -4, 0] -> [-4, -1, 0]; [10, -3, 8, 1] -> [-3, 1, 8, 10]; [9, 9] -> [9]; [0] -> [0]; [-6, 4, -6, 3, 6] -> [-6, 3, 4, 6]',
  },
  sum_of_absolute: {
    args: ['list'],
    ask: 'return the sum of the absolute values of the numbers in $a',
    body: ['return sum(abs($x) for $x in $a)'],
    examples:
      '[3, 1, 2] -> 6; [] -> 0; [5] -> 5; [2, 2, 7] -> 11; [-1, -4, 0] -> 5; [10, -3, 8, 1] -> 22; [9, 9] -> 18; [0] -> 0; [-6, 4, -6, 3, 6] -> 25',
  },
  largest_absolute: {
    args: ['list'],
    ask: 'return the largest absolute value of the numbers in $a',
    body: ['return max(abs($x) for $x in $a)'],
    examples:
      '[3, 1, 2] -> 3; [5] -> 5; [2, 2, 7] -> 7; [-1, -4, 0] -> 4; [10, -3, 8, 1] -> 10; [9, 9] -> 9; [0] -> 0; [-6, 4, -6, 3, 6] -> 6',
  },
  count_positive_or_even: {
    args: ['list'],
    ask: 'count the numbers in $a that are positive or even',
    body: ['return len([$x for $x in $a if $x > 0 or $x % 2 == 0])'],
    examples:
      '[3, 1, 2] -> 3; [] -> 0; [5] -> 1; [-2, -2, -7] -> 2; [-1, -3] -> 0; [10, -3, 8, 1] -> 3; [0] -> 1; [-6, 4, -5, 3, 0] -> 4; [-1, 0, 1] -> 2; [-4, -5] -> 1',
  },
  sort_joined: {
    args: ['list', 'list'],
    ask: 'join the lists $a and $b and sort the numbers',
    body: ['return sorted($a + $b)'],
    examples:
      '[3], [1] -> [1, 3]; [], [] -> []; [2, 1], [4, 3] -> [1, 2, 3, 4]; [5], [] -> [5]; [], [9, -9] -> [-9, 9]; [1, 1], [0] -> [0, 1, 1]; [-1], [1] -> [-1, 1]; [7, 8], [6, 8] -> [6, 7, 8, 8]; [1, 5], [3, 2, 4] -> [1, 2, 3, 4, 5]',
  },
  largest_of_both: {
    args: ['list', 'list'],
    ask: 'return the largest number in the lists $a and $b',
    body: ['return max($a + $b)'],
    examples:
      '[3], [1] -> 3; [1], [3] -> 3; [2, 1], [4, 3] -> 4; [5], [] -> 5; [], [9, -9] -> 9; [1, 1], [0] -> 1; [-1], [-4] -> -1; [7, 8], [6, 2] -> 8; [1, 5], [3, 2, 4] -> 5',
  },
  count_common: {
    args: ['list', 'list'],
    ask: 'count the items that are in both $a and $b',
    body: ['return len([$x for $x in $a if $x in $b])'],
    examples:
      '[1, 2], [2, 3] -> 1; [], [] -> 0; [1, 2, 3], [3, 1] -> 2; [5], [] -> 0; [], [9] -> 0; [1], [0] -> 0; [-1, 1], [1, -1] -> 2; [7, 8, 6], [6, 8, 7] -> 3; [1, 5], [3, 2, 4] -> 0; [4], [4] -> 1; [5, 2, 2], [5, -2] -> 1',
  },
  ends_equal: {
    args: ['list'],
    ask: 'check if the first and last item of $a are equal',
    body: ['return $a[0] == $a[-1]'],
    examples:
      '[1, 2, 1] -> True; [5] -> True; [1, 2] -> False; [2, 1] -> False; [7, 7] -> True; [-1, 0, 1] -> False; [3, 1, 2, 3] -> True; [4, 4, 5] -> False; [4, 5, 5] -> False; [1, 2, 2, 1] -> True',
  },
});
