/** Plain families on whole numbers: questions about one number, digits, loops and recursion. */
import { build, check, compute, find, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

/** Weight of the tasks every course begins with; the lesson's own prompts are among them. */
const CLASSIC = 3;

const QUESTIONS: readonly Task[] = [
  defineTask({
    id: 'is_even',
    weight: CLASSIC,
    args: ['number'],
    names: ['is_even', 'even', 'check_even'],
    comments: check('$a is even', '$a is an even number', 'the number $a is even'),
    bodies: [['return $a % 2 == 0'], ['if $a % 2 == 0:', '    return True', 'return False']],
    shares: [0.8, 0.2],
    examples:
      '0 -> True; 1 -> False; 2 -> True; 7 -> False; 10 -> True; -4 -> True; -3 -> False; -1 -> False; 1000 -> True; 1001 -> False',
  }),
  defineTask({
    id: 'is_odd',
    weight: 2,
    args: ['number'],
    names: ['is_odd', 'odd', 'check_odd'],
    comments: check('$a is odd', '$a is an odd number', 'the number $a is odd'),
    bodies: [['return $a % 2 == 1'], ['if $a % 2 == 1:', '    return True', 'return False']],
    shares: [0.8, 0.2],
    examples:
      '0 -> False; 1 -> True; 2 -> False; 7 -> True; 10 -> False; -3 -> True; -1 -> True; -2 -> False; 100 -> False; 1001 -> True',
  }),
  defineTask({
    id: 'is_positive',
    args: ['number'],
    names: ['is_positive', 'positive', 'check_positive'],
    comments: check('$a is positive', '$a is a positive number', '$a is above zero'),
    bodies: [['return $a > 0'], ['if $a > 0:', '    return True', 'return False']],
    shares: [0.8, 0.2],
    examples:
      '5 -> True; 0 -> False; -2 -> False; 1 -> True; -9 -> False; 100 -> True; -1 -> False; 0.5 -> True',
  }),
  defineTask({
    id: 'is_negative',
    args: ['number'],
    names: ['is_negative', 'negative', 'check_negative'],
    comments: check('$a is negative', '$a is a negative number', '$a is below zero'),
    bodies: [['return $a < 0'], ['if $a < 0:', '    return True', 'return False']],
    shares: [0.8, 0.2],
    examples:
      '5 -> False; 0 -> False; -2 -> True; 1 -> False; -1 -> True; 100 -> False; -100 -> True; -0.5 -> True',
  }),
  defineTask({
    id: 'is_zero',
    args: ['number'],
    names: ['is_zero', 'check_zero'],
    comments: check('$a is zero', '$a is equal to zero'),
    bodies: [['return $a == 0']],
    examples:
      '0 -> True; 1 -> False; -1 -> False; 10 -> False; 2 -> False; -2 -> False; 100 -> False; 27720 -> False',
  }),
  defineTask({
    id: 'is_prime',
    weight: 2,
    args: ['number'],
    names: ['is_prime', 'prime', 'check_prime'],
    comments: check('$a is prime', '$a is a prime number', 'the number $a is prime'),
    bodies: [
      [
        'if $a < 2:',
        '    return False',
        'for $i in range(2, $a):',
        '    if $a % $i == 0:',
        '        return False',
        'return True',
      ],
    ],
    examples:
      '2 -> True; 1 -> False; 0 -> False; 9 -> False; 13 -> True; 15 -> False; 3 -> True; 4 -> False; -7 -> False; 25 -> False; 49 -> False; 97 -> True',
  }),
  defineTask({
    id: 'is_leap_year',
    args: ['year'],
    names: ['is_leap_year', 'leap_year', 'is_leap'],
    comments: check('$a is a leap year', 'the year $a is a leap year'),
    bodies: [
      ['return $a % 4 == 0 and ($a % 100 != 0 or $a % 400 == 0)'],
      ['if $a % 100 == 0:', '    return $a % 400 == 0', 'return $a % 4 == 0'],
    ],
    examples:
      '2024 -> True; 2023 -> False; 1900 -> False; 2000 -> True; 2100 -> False; 1996 -> True; 2001 -> False; 400 -> True; 2022 -> False; 1600 -> True; 4 -> True',
  }),
  defineTask({
    id: 'sign',
    args: ['number'],
    names: ['sign', 'sign_of', 'get_sign'],
    comments: [...lookUp('the sign of $a'), ...lookUp('1, 0 or -1 for the sign of $a')],
    bodies: [['if $a > 0:', '    return 1', 'if $a < 0:', '    return -1', 'return 0']],
    examples: '5 -> 1; -5 -> -1; 0 -> 0; 1 -> 1; -1 -> -1; 99 -> 1; -99 -> -1; 1000 -> 1',
  }),
  defineTask({
    id: 'absolute',
    args: ['number'],
    names: ['absolute', 'absolute_value', 'abs_value'],
    comments: [...compute('the absolute value of $a'), 'make $a positive', 'drop the minus sign of $a'],
    bodies: [['return abs($a)'], ['if $a < 0:', '    return -$a', 'return $a']],
    examples: '5 -> 5; -5 -> 5; 0 -> 0; -1 -> 1; 12 -> 12; -30 -> 30; 1 -> 1; -1000 -> 1000; 0.5 -> 0.5',
  }),
];

const LOOPS: readonly Task[] = [
  defineTask({
    id: 'factorial',
    weight: CLASSIC * 2,
    args: ['number'],
    names: ['factorial', 'fact', 'get_factorial'],
    comments: [
      ...compute('the factorial of $a', '$a factorial', 'the factorial of the number $a'),
      'multiply all the numbers from 1 to $a',
      ...compute('the product of the numbers from 1 to $a'),
    ],
    bodies: [
      ['$result = 1', 'for $i in range(1, $a + 1):', '    $result *= $i', 'return $result'],
      ['if $a == 0:', '    return 1', 'return $a * $f($a - 1)'],
    ],
    shares: [0.75, 0.25],
    examples: '5 -> 120; 0 -> 1; 1 -> 1; 2 -> 2; 3 -> 6; 4 -> 24; 7 -> 5040; 10 -> 3628800; 6 -> 720',
  }),
  defineTask({
    id: 'fibonacci',
    weight: CLASSIC,
    args: ['number'],
    names: ['fibonacci', 'fib', 'get_fibonacci'],
    comments: [
      ...compute('the fibonacci number $a', 'fibonacci number $a'),
      ...compute('the fibonacci number at position $a'),
    ],
    bodies: [
      ['if $a < 2:', '    return $a', 'return $f($a - 1) + $f($a - 2)'],
      [
        '$first, $second = 0, 1',
        'for $i in range($a):',
        '    $first, $second = $second, $first + $second',
        'return $first',
      ],
    ],
    examples: '0 -> 0; 1 -> 1; 2 -> 1; 3 -> 2; 5 -> 5; 7 -> 13; 10 -> 55; 4 -> 3; 6 -> 8; 12 -> 144',
  }),
  defineTask({
    id: 'sum_to_n',
    weight: CLASSIC,
    args: ['number'],
    names: ['sum_to', 'sum_up_to', 'sum_to_n'],
    comments: [
      ...compute('the sum of the numbers from 1 to $a', 'the sum from 1 to $a'),
      'add the numbers from 1 to $a',
    ],
    bodies: [
      ['return sum(range(1, $a + 1))'],
      ['$total = 0', 'for $i in range(1, $a + 1):', '    $total += $i', 'return $total'],
    ],
    examples: '1 -> 1; 2 -> 3; 3 -> 6; 10 -> 55; 100 -> 5050; 0 -> 0; 4 -> 10; 7 -> 28',
  }),
  defineTask({
    id: 'sum_squares_to_n',
    args: ['number'],
    names: ['sum_squares_to', 'sum_of_squares_to'],
    comments: [...compute('the sum of the squares from 1 to $a'), 'add the squares from 1 to $a'],
    bodies: [['return sum($i * $i for $i in range(1, $a + 1))']],
    examples: '1 -> 1; 2 -> 5; 3 -> 14; 4 -> 30; 0 -> 0; 10 -> 385; 5 -> 55; 6 -> 91',
  }),
  defineTask({
    id: 'fizzbuzz',
    weight: CLASSIC,
    args: ['number'],
    names: ['fizzbuzz', 'fizz_buzz'],
    comments: [
      ...lookUp('the fizzbuzz word for $a', 'fizzbuzz for $a', 'Fizz, Buzz or FizzBuzz for $a'),
      'play fizzbuzz with $a',
      'say the fizzbuzz word for $a',
    ],
    bodies: [
      [
        'if $a % 15 == 0:',
        '    return "FizzBuzz"',
        'if $a % 3 == 0:',
        '    return "Fizz"',
        'if $a % 5 == 0:',
        '    return "Buzz"',
        'return str($a)',
      ],
    ],
    examples:
      '15 -> "FizzBuzz"; 3 -> "Fizz"; 5 -> "Buzz"; 7 -> "7"; 30 -> "FizzBuzz"; 9 -> "Fizz"; 10 -> "Buzz"; 1 -> "1"; 13 -> "13"; 6 -> "Fizz"; 16 -> "16"; 4 -> "4"; 45 -> "FizzBuzz"; 25 -> "Buzz"; 2 -> "2"',
  }),
  defineTask({
    id: 'count_digits',
    args: ['number'],
    names: ['how_many_digits', 'digits_in_number'],
    comments: [
      'count the digits of the number $a',
      ...compute('how many digits the number $a has'),
      'count how many digits the number $a has',
    ],
    bodies: [
      ['return len(str($a))'],
      ['$count = 1', 'while $a > 9:', '    $a //= 10', '    $count += 1', 'return $count'],
    ],
    examples: '0 -> 1; 7 -> 1; 10 -> 2; 99 -> 2; 100 -> 3; 12345 -> 5; 9 -> 1; 1 -> 1; 999 -> 3; 1000 -> 4',
  }),
  defineTask({
    id: 'sum_digits',
    args: ['number'],
    names: ['sum_digits', 'sum_of_digits', 'digit_sum'],
    comments: [...compute('the sum of the digits of $a'), 'add the digits of $a', 'add up all digits of $a'],
    bodies: [
      ['return sum(int($ch) for $ch in str($a))'],
      ['$total = 0', 'while $a > 0:', '    $total += $a % 10', '    $a //= 10', 'return $total'],
    ],
    examples: '0 -> 0; 7 -> 7; 10 -> 1; 99 -> 18; 123 -> 6; 4005 -> 9; 50 -> 5; 999 -> 27; 1000 -> 1',
  }),
  defineTask({
    id: 'last_digit',
    args: ['number'],
    names: ['last_digit', 'get_last_digit'],
    comments: find('the last digit of $a', 'the last digit of the number $a'),
    bodies: [['return $a % 10']],
    examples: '0 -> 0; 7 -> 7; 10 -> 0; 99 -> 9; 123 -> 3; 4005 -> 5; 1 -> 1; 58 -> 8; 1000 -> 0',
  }),
];

const LISTS_FROM_NUMBERS: readonly Task[] = [
  defineTask({
    id: 'divisors',
    args: ['number'],
    names: ['divisors', 'get_divisors', 'factors'],
    comments: [
      ...find('the divisors of $a'),
      ...build('a list of the divisors of $a'),
      'list the divisors of $a',
      'list all numbers that divide $a',
    ],
    bodies: [['return [$i for $i in range(1, $a + 1) if $a % $i == 0]']],
    examples:
      '1 -> [1]; 6 -> [1, 2, 3, 6]; 7 -> [1, 7]; 9 -> [1, 3, 9]; 10 -> [1, 2, 5, 10]; 12 -> [1, 2, 3, 4, 6, 12]; 2 -> [1, 2]; 13 -> [1, 13]; 16 -> [1, 2, 4, 8, 16]',
  }),
  defineTask({
    id: 'countdown',
    args: ['number'],
    names: ['countdown', 'count_down'],
    comments: [
      'count down from $a to 1',
      'list the numbers from $a down to 1',
      ...lookUp('the numbers from $a down to 1'),
    ],
    bodies: [['return list(range($a, 0, -1))']],
    examples:
      '3 -> [3, 2, 1]; 1 -> [1]; 0 -> []; 5 -> [5, 4, 3, 2, 1]; 2 -> [2, 1]; 4 -> [4, 3, 2, 1]; 7 -> [7, 6, 5, 4, 3, 2, 1]',
  }),
  defineTask({
    id: 'count_up',
    args: ['number'],
    names: ['count_up', 'numbers_to', 'count_to'],
    comments: [
      'list the numbers from 1 to $a',
      'count from 1 to $a',
      ...lookUp('the numbers from 1 to $a'),
      ...build('a list of the numbers from 1 to $a'),
    ],
    bodies: [['return list(range(1, $a + 1))']],
    examples:
      '3 -> [1, 2, 3]; 1 -> [1]; 0 -> []; 5 -> [1, 2, 3, 4, 5]; 2 -> [1, 2]; 4 -> [1, 2, 3, 4]; 7 -> [1, 2, 3, 4, 5, 6, 7]',
  }),
  defineTask({
    id: 'even_numbers_to',
    args: ['number'],
    names: ['even_numbers_to', 'evens_to'],
    comments: [
      'list the even numbers from 2 to $a',
      ...lookUp('the even numbers from 2 to $a', 'the even numbers up to $a'),
    ],
    bodies: [['return list(range(2, $a + 1, 2))']],
    examples:
      '2 -> [2]; 1 -> []; 6 -> [2, 4, 6]; 7 -> [2, 4, 6]; 3 -> [2]; 10 -> [2, 4, 6, 8, 10]; 0 -> []; 4 -> [2, 4]; 5 -> [2, 4]',
  }),
  defineTask({
    id: 'squares_to',
    args: ['number'],
    names: ['squares_to', 'squares_up_to'],
    comments: [
      'list the squares from 1 to $a',
      ...lookUp('the squares of the numbers from 1 to $a'),
      ...build('a list of the first $a squares'),
    ],
    bodies: [['return [$i * $i for $i in range(1, $a + 1)]']],
    examples:
      '1 -> [1]; 2 -> [1, 4]; 3 -> [1, 4, 9]; 5 -> [1, 4, 9, 16, 25]; 0 -> []; 4 -> [1, 4, 9, 16]; 6 -> [1, 4, 9, 16, 25, 36]',
  }),
  defineTask({
    id: 'times_table',
    args: ['number'],
    names: ['times_table', 'table_of'],
    comments: [
      'list the times table of $a',
      ...lookUp('the times table of $a', 'the first ten multiples of $a'),
    ],
    bodies: [['return [$a * $i for $i in range(1, 11)]']],
    examples:
      '1 -> [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; 2 -> [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]; 5 -> [5, 10, 15, 20, 25, 30, 35, 40, 45, 50]; 0 -> [0] * 10; 10 -> [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]; 3 -> [3, 6, 9, 12, 15, 18, 21, 24, 27, 30]; 7 -> [7, 14, 21, 28, 35, 42, 49, 56, 63, 70]',
  }),
];

export const NUMBER_TASKS: readonly Task[] = [...QUESTIONS, ...LOOPS, ...LISTS_FROM_NUMBERS];
