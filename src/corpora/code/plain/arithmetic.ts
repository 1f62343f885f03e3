/** Plain families of arithmetic and measures: one formula each. */
import { check, compute, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

const ONE_NUMBER: readonly Task[] = [
  defineTask({
    id: 'square',
    weight: 2,
    args: ['number'],
    names: ['square', 'squared', 'get_square'],
    comments: [...compute('the square of $a', '$a squared'), 'square the number $a', 'multiply $a by itself'],
    bodies: [['return $a * $a'], ['return $a ** 2']],
    examples: '0 -> 0; 1 -> 1; 3 -> 9; 10 -> 100; -4 -> 16; 7 -> 49; -1 -> 1; 12 -> 144',
  }),
  defineTask({
    id: 'cube',
    args: ['number'],
    names: ['cube', 'cubed', 'get_cube'],
    comments: [...compute('the cube of $a', '$a cubed'), 'cube the number $a'],
    bodies: [['return $a ** 3'], ['return $a * $a * $a']],
    examples: '0 -> 0; 1 -> 1; 3 -> 27; 10 -> 1000; -2 -> -8; 5 -> 125; -1 -> -1; 2 -> 8',
  }),
  defineTask({
    id: 'double',
    weight: 2,
    args: ['number'],
    names: ['double', 'twice', 'get_double'],
    comments: [...compute('twice $a', 'the double of $a'), 'double the number $a', 'double $a'],
    bodies: [['return $a * 2'], ['return 2 * $a']],
    examples: '0 -> 0; 1 -> 2; 3 -> 6; 10 -> 20; -4 -> -8; 7 -> 14; -1 -> -2; 50 -> 100',
  }),
  defineTask({
    id: 'half',
    args: ['number'],
    names: ['half', 'halve', 'get_half'],
    comments: [...compute('half of $a'), 'halve the number $a', 'divide $a by two'],
    bodies: [['return $a / 2']],
    examples: '0 -> 0; 1 -> 0.5; 3 -> 1.5; 10 -> 5; -4 -> -2; 8 -> 4; -1 -> -0.5; 7 -> 3.5',
  }),
  defineTask({
    id: 'negate',
    args: ['number'],
    names: ['negate', 'negated', 'flip_sign'],
    comments: [...compute('minus $a', 'the opposite of $a'), 'negate the number $a', 'flip the sign of $a'],
    bodies: [['return -$a']],
    examples: '0 -> 0; 1 -> -1; 3 -> -3; 10 -> -10; -4 -> 4; 7 -> -7; -1 -> 1; 100 -> -100',
  }),
  defineTask({
    id: 'celsius_to_fahrenheit',
    args: ['temperature'],
    names: ['to_fahrenheit', 'celsius_to_fahrenheit'],
    comments: [
      'convert $a degrees celsius to fahrenheit',
      'turn $a from celsius to fahrenheit',
      'change celsius $a to fahrenheit',
      ...compute('$a degrees celsius in fahrenheit'),
    ],
    bodies: [['return $a * 9 / 5 + 32']],
    examples: '0 -> 32; 100 -> 212; 10 -> 50; -40 -> -40; 20 -> 68; 5 -> 41; 2.5 -> 36.5; -5 -> 23; 15 -> 59',
  }),
  defineTask({
    id: 'minutes_to_seconds',
    args: ['time'],
    names: ['to_seconds', 'minutes_to_seconds'],
    comments: [
      'convert $a minutes to seconds',
      'turn $a minutes into seconds',
      ...compute('the seconds in $a minutes'),
    ],
    bodies: [['return $a * 60']],
    examples: '0 -> 0; 1 -> 60; 2 -> 120; 10 -> 600; 60 -> 3600; 5 -> 300; 7 -> 420; 90 -> 5400',
  }),
  defineTask({
    id: 'hours_to_minutes',
    args: ['time'],
    names: ['to_minutes', 'hours_to_minutes'],
    comments: [
      'convert $a hours to minutes',
      'turn $a hours into minutes',
      ...compute('the minutes in $a hours'),
    ],
    bodies: [['return $a * 60']],
    examples: '0 -> 0; 1 -> 60; 2 -> 120; 10 -> 600; 24 -> 1440; 3 -> 180; 7 -> 420; 48 -> 2880',
  }),
];

const TWO_NUMBERS: readonly Task[] = [
  defineTask({
    id: 'add',
    weight: 3,
    args: ['number', 'number'],
    names: ['add', 'add_numbers', 'sum_two'],
    comments: [
      ...compute('the sum of $a and $b', '$a plus $b'),
      'add $a and $b',
      'add the numbers $a and $b',
      'add $b to $a',
    ],
    bodies: [['return $a + $b'], ['$result = $a + $b', 'return $result']],
    shares: [0.85, 0.15],
    examples:
      '1, 2 -> 3; 0, 0 -> 0; -1, 1 -> 0; 10, 5 -> 15; 7, 8 -> 15; -3, -4 -> -7; 0, 5 -> 5; 100, 250 -> 350',
  }),
  defineTask({
    id: 'subtract',
    weight: 2,
    args: ['number', 'number'],
    names: ['subtract', 'minus', 'subtract_numbers'],
    comments: [
      ...compute('$a minus $b', 'the result of $a minus $b'),
      'subtract $b from $a',
      'take $b away from $a',
    ],
    bodies: [['return $a - $b'], ['$result = $a - $b', 'return $result']],
    shares: [0.85, 0.15],
    examples:
      '1, 2 -> -1; 0, 0 -> 0; -1, 1 -> -2; 10, 5 -> 5; 7, 8 -> -1; 3, -4 -> 7; 0, 5 -> -5; 6, 6 -> 0; 100, 1 -> 99',
  }),
  defineTask({
    id: 'multiply',
    weight: 2,
    args: ['number', 'number'],
    names: ['multiply', 'times', 'product'],
    comments: [
      ...compute('the product of $a and $b', '$a times $b'),
      'multiply $a and $b',
      'multiply $a by $b',
    ],
    bodies: [['return $a * $b'], ['$result = $a * $b', 'return $result']],
    shares: [0.85, 0.15],
    examples:
      '1, 2 -> 2; 0, 5 -> 0; -1, 1 -> -1; 10, 5 -> 50; 7, 8 -> 56; -3, -4 -> 12; 5, 0 -> 0; 1, 9 -> 9; 12, 12 -> 144',
  }),
  defineTask({
    id: 'divide',
    args: ['number', 'number'],
    names: ['divide', 'divided', 'quotient'],
    comments: [...compute('$a divided by $b', 'the quotient of $a and $b'), 'divide $a by $b'],
    bodies: [['return $a / $b']],
    examples:
      '4, 2 -> 2; 7, 2 -> 3.5; 0, 5 -> 0; -6, 3 -> -2; 1, 4 -> 0.25; 10, 10 -> 1; -5, 2 -> -2.5; 9, 3 -> 3',
  }),
  defineTask({
    id: 'remainder',
    args: ['number', 'number'],
    names: ['remainder', 'get_remainder', 'modulo'],
    comments: [
      ...compute('the remainder of $a divided by $b', '$a modulo $b'),
      'find what is left when $a is divided by $b',
    ],
    bodies: [['return $a % $b']],
    examples:
      '7, 2 -> 1; 6, 3 -> 0; 10, 4 -> 2; 3, 5 -> 3; 100, 7 -> 2; 0, 9 -> 0; 8, 8 -> 0; 5, 1 -> 0; 17, 10 -> 7',
  }),
  defineTask({
    id: 'power',
    weight: 2,
    args: ['number', 'number'],
    names: ['power', 'power_of', 'raise_to'],
    comments: [...compute('$a to the power of $b', 'the power $b of $a'), 'raise $a to the power $b'],
    bodies: [
      ['return $a ** $b'],
      ['$result = 1', 'for $i in range($b):', '    $result *= $a', 'return $result'],
    ],
    examples:
      '2, 3 -> 8; 5, 0 -> 1; 3, 2 -> 9; 10, 4 -> 10000; 1, 9 -> 1; 2, 10 -> 1024; 0, 3 -> 0; 7, 1 -> 7; 0, 0 -> 1; -2, 3 -> -8',
  }),
  defineTask({
    id: 'max_of_two',
    weight: 3,
    args: ['number', 'number'],
    names: ['max_of_two', 'larger', 'maximum'],
    comments: [...compute('the larger of $a and $b', 'the maximum of $a and $b', 'the bigger of $a and $b')],
    bodies: [['if $a > $b:', '    return $a', 'return $b'], ['return max($a, $b)']],
    shares: [0.6, 0.4],
    examples:
      '1, 2 -> 2; 5, 3 -> 5; -1, -7 -> -1; 0, 0 -> 0; 4, 4 -> 4; -2, 9 -> 9; 0, -1 -> 0; 100, 99 -> 100',
  }),
  defineTask({
    id: 'min_of_two',
    weight: 2,
    args: ['number', 'number'],
    names: ['min_of_two', 'smaller', 'minimum'],
    comments: [...compute('the smaller of $a and $b', 'the minimum of $a and $b')],
    bodies: [['if $a < $b:', '    return $a', 'return $b'], ['return min($a, $b)']],
    shares: [0.6, 0.4],
    examples:
      '1, 2 -> 1; 5, 3 -> 3; -1, -7 -> -7; 0, 0 -> 0; 4, 4 -> 4; -2, 9 -> -2; 0, -1 -> -1; 100, 99 -> 99',
  }),
  defineTask({
    id: 'average_of_two',
    args: ['number', 'number'],
    names: ['average', 'average_of_two', 'mean'],
    comments: compute('the average of $a and $b', 'the mean of $a and $b'),
    bodies: [['return ($a + $b) / 2']],
    examples:
      '1, 3 -> 2; 1, 2 -> 1.5; 0, 0 -> 0; -4, 4 -> 0; 10, 20 -> 15; 7, 7 -> 7; 0, 5 -> 2.5; -3, -4 -> -3.5',
  }),
  defineTask({
    id: 'gcd',
    weight: 2,
    args: ['number', 'number'],
    names: ['gcd', 'greatest_common_divisor', 'common_divisor'],
    comments: compute('the greatest common divisor of $a and $b', 'the gcd of $a and $b'),
    bodies: [
      ['while $b:', '    $a, $b = $b, $a % $b', 'return $a'],
      ['if $b == 0:', '    return $a', 'return $f($b, $a % $b)'],
    ],
    shares: [0.75, 0.25],
    examples:
      '12, 8 -> 4; 7, 3 -> 1; 10, 5 -> 5; 0, 9 -> 9; 48, 36 -> 12; 17, 17 -> 17; 5, 0 -> 5; 8, 12 -> 4; 1, 1 -> 1; 100, 75 -> 25',
  }),
  defineTask({
    id: 'distance',
    args: ['number', 'number'],
    names: ['distance', 'gap', 'distance_between'],
    comments: compute('the distance between $a and $b', 'how far $a is from $b'),
    bodies: [['return abs($a - $b)']],
    examples:
      '1, 4 -> 3; 4, 1 -> 3; 0, 0 -> 0; -2, 2 -> 4; 10, 7 -> 3; -5, -1 -> 4; -3, -3 -> 0; 0, 8 -> 8; 3, -4 -> 7',
  }),
  defineTask({
    id: 'is_divisible',
    args: ['number', 'number'],
    names: ['is_divisible', 'divides', 'divisible'],
    comments: check('$a is divisible by $b', '$b divides $a'),
    bodies: [['return $a % $b == 0']],
    examples:
      '6, 3 -> True; 7, 3 -> False; 10, 5 -> True; 3, 6 -> False; 0, 4 -> True; 9, 9 -> True; 9, 2 -> False; 8, 1 -> True; 1, 8 -> False; -6, 3 -> True',
  }),
  defineTask({
    id: 'are_equal',
    args: ['number', 'number'],
    names: ['are_equal', 'is_equal', 'same'],
    comments: check('$a and $b are equal', '$a is equal to $b', '$a and $b are the same'),
    bodies: [['return $a == $b']],
    examples:
      '1, 1 -> True; 1, 2 -> False; 0, 0 -> True; -1, 1 -> False; 10, 10 -> True; 3, 4 -> False; 2, 1 -> False; 5, -5 -> False; -3, -3 -> True',
  }),
  defineTask({
    id: 'is_greater',
    args: ['number', 'number'],
    names: ['is_greater', 'is_larger', 'is_more'],
    comments: check('$a is greater than $b', '$a is larger than $b', '$a is more than $b'),
    bodies: [['return $a > $b']],
    examples:
      '1, 2 -> False; 2, 1 -> True; 3, 3 -> False; -1, -2 -> True; 0, 5 -> False; 9, 0 -> True; -2, -1 -> False; 0, 0 -> False; -1, 0 -> False; 100, 99 -> True',
  }),
  defineTask({
    id: 'swap',
    args: ['number', 'number'],
    names: ['swap', 'swap_values'],
    comments: ['swap $a and $b', 'swap the values $a and $b', ...lookUp('$b and then $a')],
    bodies: [['return $b, $a']],
    examples:
      '1, 2 -> (2, 1); 0, 0 -> (0, 0); -1, 5 -> (5, -1); 3, 4 -> (4, 3); 9, 8 -> (8, 9); 7, 1 -> (1, 7); 0, 1 -> (1, 0); 2, -2 -> (-2, 2)',
  }),
  defineTask({
    id: 'rectangle_area',
    args: ['length', 'length'],
    names: ['rectangle_area', 'area', 'area_of_rectangle'],
    comments: compute('the area of a rectangle with sides $a and $b', 'the area of a rectangle $a by $b'),
    bodies: [['return $a * $b']],
    examples:
      '1, 2 -> 2; 3, 4 -> 12; 5, 5 -> 25; 0, 7 -> 0; 10, 3 -> 30; 6, 2 -> 12; 1, 1 -> 1; 7, 0 -> 0; 12, 12 -> 144',
  }),
  defineTask({
    id: 'rectangle_perimeter',
    args: ['length', 'length'],
    names: ['rectangle_perimeter', 'perimeter'],
    comments: compute(
      'the perimeter of a rectangle with sides $a and $b',
      'the perimeter of a rectangle $a by $b',
    ),
    bodies: [['return 2 * ($a + $b)']],
    examples:
      '1, 2 -> 6; 3, 4 -> 14; 5, 5 -> 20; 0, 7 -> 14; 10, 3 -> 26; 6, 2 -> 16; 1, 1 -> 4; 7, 0 -> 14; 12, 12 -> 48',
  }),
];

const THREE_NUMBERS: readonly Task[] = [
  defineTask({
    id: 'max_of_three',
    args: ['number', 'number', 'number'],
    names: ['max_of_three', 'largest_of_three', 'largest'],
    comments: compute('the largest of $a, $b and $c', 'the maximum of $a, $b and $c'),
    bodies: [['return max($a, $b, $c)']],
    examples:
      '1, 2, 3 -> 3; 3, 2, 1 -> 3; 1, 5, 2 -> 5; -1, -2, -3 -> -1; 0, 0, 0 -> 0; 4, 4, 2 -> 4; 2, 9, 9 -> 9; -5, 0, -1 -> 0; 9, 2, 9 -> 9',
  }),
  defineTask({
    id: 'add_three',
    args: ['number', 'number', 'number'],
    names: ['add_three', 'sum_three', 'sum_of_three'],
    comments: [
      ...compute('the sum of $a, $b and $c'),
      'add $a, $b and $c',
      'add the three numbers $a, $b and $c',
    ],
    bodies: [['return $a + $b + $c']],
    examples:
      '1, 2, 3 -> 6; 0, 0, 0 -> 0; -1, 1, 5 -> 5; 10, 20, 30 -> 60; 4, 4, 4 -> 12; 7, -2, -5 -> 0; 0, 0, 9 -> 9; 0, 9, 0 -> 9; 9, 0, 0 -> 9; -1, -2, -3 -> -6',
  }),
  defineTask({
    id: 'is_between',
    args: ['number', 'number', 'number'],
    names: ['is_between', 'in_range', 'between'],
    comments: check('$a is between $b and $c', '$a lies between $b and $c'),
    bodies: [['return $b <= $a <= $c'], ['return $a >= $b and $a <= $c']],
    examples:
      '2, 1, 3 -> True; 0, 1, 3 -> False; 4, 1, 3 -> False; 1, 1, 3 -> True; 3, 1, 3 -> True; -1, -5, 0 -> True; -6, -5, 0 -> False; 2, 2, 2 -> True; 1, -5, 0 -> False',
  }),
];

export const ARITHMETIC_TASKS: readonly Task[] = [...ONE_NUMBER, ...TWO_NUMBERS, ...THREE_NUMBERS];
