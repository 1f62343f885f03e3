/** Far compositions on numbers. */
import { defineFarTasks } from './define';
import type { Task } from '../task';

export const FAR_NUMBER_TASKS: readonly Task[] = defineFarTasks({
  double_larger: {
    args: ['number', 'number'],
    ask: 'return the double of the larger of $a and $b',
    body: ['return 2 * max($a, $b)'],
    examples:
      '1, 2 -> 4; 5, 3 -> 10; 0, 0 -> 0; -1, -2 -> -2; 7, 7 -> 14; -4, 3 -> 6; 3, -4 -> 6; 0, -1 -> 0; 100, 99 -> 200',
  },
  square_of_sum: {
    args: ['number', 'number'],
    ask: 'return the square of the sum of $a and $b',
    body: ['return ($a + $b) ** 2'],
    examples:
      '1, 2 -> 9; 5, 3 -> 64; 0, 0 -> 0; -1, -2 -> 9; 7, 7 -> 196; -4, 3 -> 1; 0, 3 -> 9; 3, 0 -> 9; -2, 2 -> 0; 10, 1 -> 121',
  },
  average_of_three: {
    args: ['number', 'number', 'number'],
    ask: 'return the average of $a, $b and $c',
    body: ['return ($a + $b + $c) / 3'],
    examples:
      '1, 2, 3 -> 2; 3, 3, 3 -> 3; 0, 0, 9 -> 3; -3, 0, 3 -> 0; 10, 20, 30 -> 20; 6, 6, 0 -> 4; 1, 1, 2.5 -> 1.5; 0, 0, 0 -> 0; -1, -2, -3 -> -2',
  },
  even_and_positive: {
    args: ['number'],
    ask: 'check if $a is even and positive',
    body: ['return $a % 2 == 0 and $a > 0'],
    examples:
      '2 -> True; 3 -> False; -2 -> False; 0 -> False; 10 -> True; -5 -> False; 1 -> False; -1 -> False; 4 -> True; 100 -> True',
  },
  odd_or_negative: {
    args: ['number'],
    ask: 'check if $a is odd or negative',
    body: ['return $a % 2 == 1 or $a < 0'],
    examples:
      '2 -> False; 3 -> True; -2 -> True; 0 -> False; 10 -> False; -5 -> True; 1 -> True; 5 -> True; -1 -> True; 100 -> False; -100 -> True',
  },
  add_15: {
    args: ['number'],
    ask: 'add 15 to $a',
    body: ['return $a + 15'],
    examples: '0 -> 15; 1 -> 16; -15 -> 0; 5 -> 20; 10 -> 25; 100 -> 115; -1 -> 14; -20 -> -5; 15 -> 30',
  },
  square_last_digit: {
    args: ['number'],
    ask: 'return the square of the last digit of $a',
    body: ['return ($a % 10) ** 2'],
    examples: '0 -> 0; 12 -> 4; 9 -> 81; 25 -> 25; 100 -> 0; 347 -> 49; 1 -> 1; 7 -> 49; 10 -> 0; 58 -> 64',
  },
  count_divisors: {
    args: ['number'],
    ask: 'count the divisors of $a',
    body: ['return len([$i for $i in range(1, $a + 1) if $a % $i == 0])'],
    examples: '1 -> 1; 2 -> 2; 6 -> 4; 7 -> 2; 12 -> 6; 16 -> 5; 3 -> 2; 4 -> 3; 13 -> 2; 24 -> 8',
  },
  subtract_20: {
    args: ['number'],
    ask: 'subtract 20 from $a',
    body: ['return $a - 20'],
    examples: '0 -> -20; 1 -> -19; -1 -> -21; 7 -> -13; 12 -> -8; 20 -> 0; -15 -> -35; 58 -> 38; 100 -> 80',
  },
  multiply_by_12: {
    args: ['number'],
    ask: 'multiply $a by 12',
    body: ['return $a * 12'],
    examples:
      '0 -> 0; 1 -> 12; -1 -> -12; 7 -> 84; 12 -> 144; 20 -> 240; -15 -> -180; 58 -> 696; 100 -> 1200',
  },
  is_multiple_of_25: {
    args: ['number'],
    ask: 'check if $a is a multiple of 25',
    body: ['return $a % 25 == 0'],
    examples:
      '0 -> True; 25 -> True; 24 -> False; 26 -> False; 50 -> True; 5 -> False; 100 -> True; 7 -> False; -25 -> True; 1 -> False; 15 -> False; 10 -> False; 52 -> False; 3 -> False; 30 -> False',
  },
  square_and_add_15: {
    args: ['number'],
    ask: 'square $a and then add 15',
    body: ['return $a * $a + 15'],
    examples: '0 -> 15; 1 -> 16; 2 -> 19; -3 -> 24; 5 -> 40; 10 -> 115; -1 -> 16; 4 -> 31; 15 -> 240',
  },
  yes_above_20: {
    args: ['number'],
    ask: 'return yes if $a is greater than 20 and no if not',
    body: ['return "yes" if $a > 20 else "no"'],
    examples:
      '20 -> "no"; 21 -> "yes"; 19 -> "no"; 20.5 -> "yes"; 0 -> "no"; 100 -> "yes"; -30 -> "no"; 22 -> "yes"; 10 -> "no"',
  },
  even_and_greater_20: {
    args: ['number'],
    ask: 'check if $a is even and greater than 20',
    body: ['return $a % 2 == 0 and $a > 20'],
    examples:
      '20 -> False; 21 -> False; 22 -> True; 18 -> False; 19 -> False; 23 -> False; 0 -> False; 1 -> False; -2 -> False; -30 -> False; 100 -> True; 101 -> False',
  },
  sum_cubes_to: {
    args: ['number'],
    ask: 'return the sum of the cubes from 1 to $a',
    body: ['return sum($i ** 3 for $i in range(1, $a + 1))'],
    examples: '0 -> 0; 1 -> 1; 2 -> 9; 3 -> 36; 4 -> 100; 5 -> 225; 6 -> 441; 10 -> 3025',
  },
  min_of_three: {
    args: ['number', 'number', 'number'],
    ask: 'return the smallest of $a, $b and $c',
    body: ['return min($a, $b, $c)'],
    examples:
      '1, 2, 3 -> 1; 3, 2, 1 -> 1; 2, 3, 1 -> 1; 5, 5, 4 -> 4; 0, 0, 0 -> 0; -1, -2, -3 -> -3; 0, 7, -7 -> -7; 9, 1, 9 -> 1; 4, 2, 5 -> 2',
  },
  product_of_three: {
    args: ['number', 'number', 'number'],
    ask: 'return the product of $a, $b and $c',
    body: ['return $a * $b * $c'],
    examples:
      '1, 2, 3 -> 6; 3, 2, 1 -> 6; 0, 4, 5 -> 0; 5, 5, 4 -> 100; 0, 0, 0 -> 0; -1, -2, -3 -> -6; 6, 7, -1 -> -42; 9, 1, 9 -> 81; 4, 0, 5 -> 0; 1, 6, 0 -> 0',
  },
  larger_plus_15: {
    args: ['number', 'number'],
    ask: 'return the larger of $a and $b plus 15',
    body: ['return max($a, $b) + 15'],
    examples:
      '1, 2 -> 17; 5, 3 -> 20; 0, 0 -> 15; -1, -2 -> 14; 7, 7 -> 22; -4, 3 -> 18; 3, -4 -> 18; 0, 9 -> 24; 10, 1 -> 25; 25, 14 -> 40',
  },
  last_digit_of_sum: {
    args: ['number', 'number'],
    ask: 'return the last digit of the sum of $a and $b',
    body: ['return ($a + $b) % 10'],
    examples:
      '1, 2 -> 3; 5, 7 -> 2; 0, 0 -> 0; 19, 1 -> 0; 7, 7 -> 4; 40, 3 -> 3; 3, 40 -> 3; 0, 9 -> 9; 10, 10 -> 0; 25, 14 -> 9',
  },
  sum_of_last_digits: {
    args: ['number', 'number'],
    ask: 'return the sum of the last digits of $a and $b',
    body: ['return $a % 10 + $b % 10'],
    examples:
      '1, 2 -> 3; 15, 7 -> 12; 0, 0 -> 0; 19, 1 -> 10; 7, 27 -> 14; 40, 3 -> 3; 3, 40 -> 3; 99, 9 -> 18; 10, 10 -> 0; 25, 14 -> 9',
  },
  is_sum_even: {
    args: ['number', 'number'],
    ask: 'check if the sum of $a and $b is even',
    body: ['return ($a + $b) % 2 == 0'],
    examples:
      '1, 2 -> False; 5, 3 -> True; 0, 0 -> True; -1, -3 -> True; 2, 1 -> False; 4, 6 -> True; 3, -4 -> False; 0, 9 -> False; 10, 1 -> False; 9, 9 -> True; 2, 2 -> True; 0, 3 -> False',
  },
  square_of_difference: {
    args: ['number', 'number'],
    ask: 'return the square of the difference of $a and $b',
    body: ['return ($a - $b) ** 2'],
    examples:
      '1, 2 -> 1; 5, 3 -> 4; 0, 0 -> 0; -1, -2 -> 1; 7, 7 -> 0; -4, 3 -> 49; 3, -4 -> 49; 0, 9 -> 81; 10, 1 -> 81; 25, 14 -> 121',
  },
  sum_of_two_squares: {
    args: ['number', 'number'],
    ask: 'return the sum of the squares of $a and $b',
    body: ['return $a * $a + $b * $b'],
    examples:
      '1, 2 -> 5; 5, 3 -> 34; 0, 0 -> 0; -1, -2 -> 5; 7, 7 -> 98; -4, 3 -> 25; 3, -4 -> 25; 0, 9 -> 81; 10, 1 -> 101; 25, 14 -> 821',
  },
  cube_of_smaller: {
    args: ['number', 'number'],
    ask: 'return the cube of the smaller of $a and $b',
    body: ['return min($a, $b) ** 3'],
    examples:
      '1, 2 -> 1; 5, 3 -> 27; 0, 0 -> 0; -1, -2 -> -8; 7, 7 -> 343; -4, 3 -> -64; 3, -4 -> -64; 0, 9 -> 0; 10, 1 -> 1; 25, 14 -> 2744',
  },
  half_of_product: {
    args: ['number', 'number'],
    ask: 'return half of the product of $a and $b',
    body: ['return $a * $b / 2'],
    examples:
      '1, 2 -> 1; 5, 3 -> 7.5; 0, 0 -> 0; -1, -2 -> 1; 7, 7 -> 24.5; -4, 3 -> -6; 3, -4 -> -6; 0, 9 -> 0; 10, 1 -> 5; 9, 0 -> 0',
  },
  is_digit_sum_even: {
    args: ['number'],
    ask: 'check if the sum of the digits of $a is even',
    body: ['return sum(int($ch) for $ch in str($a)) % 2 == 0'],
    examples:
      '0 -> True; 1 -> False; 2 -> True; 11 -> True; 12 -> False; 21 -> False; 22 -> True; 100 -> False; 123 -> True; 124 -> False; 9 -> False; 305 -> True',
  },
  largest_digit: {
    args: ['number'],
    ask: 'return the largest digit of $a',
    body: ['return max(int($ch) for $ch in str($a))'],
    examples: '0 -> 0; 7 -> 7; 10 -> 1; 19 -> 9; 91 -> 9; 234 -> 4; 555 -> 5; 4082 -> 8; 1203 -> 3',
  },
  count_even_digits: {
    args: ['number'],
    ask: 'count the even digits of $a',
    body: ['return sum(1 for $ch in str($a) if int($ch) % 2 == 0)'],
    examples: '0 -> 1; 7 -> 0; 10 -> 1; 2 -> 1; 22 -> 2; 135 -> 0; 2468 -> 4; 4081 -> 3; 100 -> 2; 365 -> 1',
  },
  sum_divisors: {
    args: ['number'],
    ask: 'return the sum of the divisors of $a',
    body: ['return sum($i for $i in range(1, $a + 1) if $a % $i == 0)'],
    examples: '1 -> 1; 2 -> 3; 3 -> 4; 4 -> 7; 6 -> 12; 7 -> 8; 10 -> 18; 12 -> 28; 16 -> 31; 28 -> 56',
  },
  sum_even_to: {
    args: ['number'],
    ask: 'return the sum of the even numbers from 2 to $a',
    body: ['return sum(range(2, $a + 1, 2))'],
    examples: '0 -> 0; 1 -> 0; 2 -> 2; 3 -> 2; 4 -> 6; 5 -> 6; 6 -> 12; 7 -> 12; 10 -> 30; 20 -> 110',
  },
});
