/** Plain families on lists. */
import { build, check, compute, find, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

const ONE_VALUE: readonly Task[] = [
  defineTask({
    id: 'list_min',
    weight: 2,
    args: ['list'],
    names: ['smallest_in_list', 'list_min', 'find_min'],
    comments: compute('the smallest number in $a', 'the minimum of the list $a'),
    bodies: [
      ['return min($a)'],
      ['$best = $a[0]', 'for $x in $a:', '    if $x < $best:', '        $best = $x', 'return $best'],
    ],
    examples:
      '[3, 1, 2] -> 1; [5] -> 5; [-1, -4] -> -4; [0, 0] -> 0; [9, 8, 7] -> 7; [2, 4, 6] -> 2; [1, 2, 3] -> 1; [2, 1, 1] -> 1; [4, -4] -> -4; [100, 10] -> 10',
  }),
  defineTask({
    id: 'list_average',
    weight: 2,
    args: ['list'],
    names: ['list_average', 'average_of_list', 'list_mean'],
    comments: compute('the average of the numbers in $a', 'the mean of the list $a'),
    bodies: [['return sum($a) / len($a)']],
    examples:
      '[1, 2, 3] -> 2; [5] -> 5; [1, 2] -> 1.5; [0, 0] -> 0; [-2, 2] -> 0; [10, 20, 30, 40] -> 25; [0, 5] -> 2.5; [-1, -2] -> -1.5; [7, 7, 7] -> 7',
  }),
  defineTask({
    id: 'list_length',
    args: ['list'],
    names: ['list_length', 'length_of_list', 'count_items'],
    comments: [...compute('the length of the list $a', 'the number of items in $a'), 'count the items in $a'],
    bodies: [['return len($a)'], ['$count = 0', 'for $x in $a:', '    $count += 1', 'return $count']],
    shares: [0.85, 0.15],
    examples:
      '[] -> 0; [5] -> 1; [1, 2] -> 2; [0, 0, 0] -> 3; [4, 3, 2, 1] -> 4; [9, 9, 9, 9, 9] -> 5; [-1, -2] -> 2; [1, 2, 3, 4, 5, 6, 7] -> 7',
  }),
  defineTask({
    id: 'first_item',
    args: ['list'],
    names: ['first_item', 'get_first', 'first_of'],
    comments: find('the first item of $a', 'the first number in the list $a'),
    bodies: [['return $a[0]']],
    examples:
      '[1, 2, 3] -> 1; [5] -> 5; [9, 0] -> 9; [-1, 4] -> -1; [0, 1] -> 0; [7, 7, 8] -> 7; [3, 2, 1] -> 3; [4, 4] -> 4; [-8] -> -8',
  }),
  defineTask({
    id: 'last_item',
    args: ['list'],
    names: ['last_item', 'get_last', 'last_of'],
    comments: find('the last item of $a', 'the last number in the list $a'),
    bodies: [['return $a[-1]']],
    examples:
      '[1, 2, 3] -> 3; [5] -> 5; [9, 0] -> 0; [-1, 4] -> 4; [0, 1] -> 1; [7, 7, 8] -> 8; [3, 2, 1] -> 1; [4, 4] -> 4; [-8] -> -8',
  }),
  defineTask({
    id: 'second_largest',
    args: ['list'],
    names: ['second_largest', 'second_biggest'],
    comments: compute('the second largest number in $a', 'the second biggest number in $a'),
    bodies: [['return sorted($a)[-2]']],
    examples:
      '[1, 2, 3] -> 2; [5, 4] -> 4; [9, 0, 8] -> 8; [-1, -4, -2] -> -2; [10, 30, 20] -> 20; [7, 1, 8, 2] -> 7; [3, 2, 1] -> 2; [5, 9] -> 5; [0, -1] -> -1; [9, 4, 4] -> 4',
  }),
  defineTask({
    id: 'list_range',
    args: ['list'],
    names: ['list_range', 'spread', 'range_of'],
    comments: compute(
      'the difference between the largest and smallest number in $a',
      'the range of the list $a',
    ),
    bodies: [['return max($a) - min($a)']],
    examples:
      '[1, 2, 3] -> 2; [5] -> 0; [9, 0, 8] -> 9; [-1, -4, -2] -> 3; [10, 30, 20] -> 20; [7, 1, 8, 2] -> 7; [3, 2, 1] -> 2; [4, 4] -> 0; [-3, 3] -> 6',
  }),
  defineTask({
    id: 'is_sorted',
    args: ['list'],
    names: ['is_sorted', 'in_order', 'check_sorted'],
    comments: check('the list $a is sorted', '$a is in order', 'the numbers in $a are sorted'),
    bodies: [['return $a == sorted($a)']],
    examples:
      '[] -> True; [1] -> True; [1, 2, 3] -> True; [3, 1, 2] -> False; [2, 2, 5] -> True; [5, 4] -> False; [1, 1] -> True; [1, 3, 2] -> False; [2, 1, 3] -> False; [-3, -1, 0] -> True',
  }),
  defineTask({
    id: 'all_positive',
    args: ['list'],
    names: ['all_positive', 'are_all_positive'],
    comments: check('all numbers in $a are positive', 'every number in $a is positive'),
    bodies: [
      ['return all($x > 0 for $x in $a)'],
      ['for $x in $a:', '    if $x <= 0:', '        return False', 'return True'],
    ],
    examples:
      '[] -> True; [1] -> True; [1, 2, 3] -> True; [1, -1] -> False; [0] -> False; [-5, -4] -> False; [0, 1] -> False; [1, 0] -> False; [-1, 1] -> False; [5, 5] -> True',
  }),
  defineTask({
    id: 'any_negative',
    args: ['list'],
    names: ['any_negative', 'has_negative'],
    comments: check('any number in $a is negative', '$a has a negative number'),
    bodies: [
      ['return any($x < 0 for $x in $a)'],
      ['for $x in $a:', '    if $x < 0:', '        return True', 'return False'],
    ],
    examples:
      '[] -> False; [1] -> False; [1, 2, -3] -> True; [1, -1] -> True; [0] -> False; [-5, -4] -> True; [-1, 1] -> True; [0, 0] -> False; [5, 5] -> False; [3, -1, 2] -> True',
  }),
];

const NEW_LIST: readonly Task[] = [
  defineTask({
    id: 'sort_list',
    weight: 2,
    args: ['list'],
    names: ['sort_list', 'sort_numbers', 'put_in_order'],
    comments: [
      'sort the list $a',
      'sort the numbers in $a',
      'put the numbers in $a in order',
      ...lookUp('the numbers in $a sorted'),
    ],
    bodies: [['return sorted($a)']],
    examples:
      '[3, 1, 2] -> [1, 2, 3]; [] -> []; [5] -> [5]; [2, 2, 1] -> [1, 2, 2]; [-1, -4] -> [-4, -1]; [10, 9, 8] -> [8, 9, 10]; [1, 2, 3] -> [1, 2, 3]; [0, -1, 1] -> [-1, 0, 1]; [10, 2, 33] -> [2, 10, 33]',
  }),
  defineTask({
    id: 'reverse_list',
    weight: 2,
    args: ['list'],
    names: ['reverse_list', 'reversed_list', 'list_backwards'],
    comments: [
      'reverse the list $a',
      'turn the list $a around',
      ...lookUp('the list $a in reverse', 'the list $a reversed'),
    ],
    bodies: [
      ['return $a[::-1]'],
      ['return list(reversed($a))'],
      ['$result = []', 'for $x in $a:', '    $result.insert(0, $x)', 'return $result'],
    ],
    examples:
      '[3, 1, 2] -> [2, 1, 3]; [] -> []; [5] -> [5]; [1, 2] -> [2, 1]; [0, 0, 1] -> [1, 0, 0]; [4, 3, 2, 1] -> [1, 2, 3, 4]; [2, 2] -> [2, 2]; [-1, 0, 1] -> [1, 0, -1]; [5, 1, 5, 2] -> [2, 5, 1, 5]',
  }),
  defineTask({
    id: 'unique',
    weight: 3,
    args: ['list'],
    names: ['unique', 'remove_duplicates', 'get_unique'],
    comments: [
      'remove the duplicates from $a',
      'drop the repeated items of $a',
      ...lookUp('the unique items of $a', '$a without duplicates'),
    ],
    bodies: [
      [
        '$result = []',
        'for $x in $a:',
        '    if $x not in $result:',
        '        $result.append($x)',
        'return $result',
      ],
    ],
    examples:
      '[1, 1, 2] -> [1, 2]; [] -> []; [5] -> [5]; [3, 2, 3, 2] -> [3, 2]; [1, 2, 3] -> [1, 2, 3]; [0, 0, 0] -> [0]; [2, 1, 1, 2] -> [2, 1]; [-1, 1, -1] -> [-1, 1]; [3, 1, 2] -> [3, 1, 2]',
  }),
  defineTask({
    id: 'running_total',
    args: ['list'],
    names: ['running_total', 'running_sum'],
    comments: [...compute('the running total of $a', 'the running sum of the numbers in $a')],
    bodies: [
      [
        '$result = []',
        '$total = 0',
        'for $x in $a:',
        '    $total += $x',
        '    $result.append($total)',
        'return $result',
      ],
    ],
    examples:
      '[1, 2, 3] -> [1, 3, 6]; [] -> []; [5] -> [5]; [2, 2, 2] -> [2, 4, 6]; [1, -1] -> [1, 0]; [10, 0, 5] -> [10, 10, 15]; [0, 0] -> [0, 0]; [-1, -2] -> [-1, -3]; [3, 2, 1] -> [3, 5, 6]',
  }),
  defineTask({
    id: 'absolute_values',
    args: ['list'],
    names: ['absolute_values', 'all_absolute'],
    comments: [
      ...lookUp('the absolute values of the numbers in $a'),
      ...build('a list of the absolute values in $a'),
    ],
    bodies: [['return [abs($x) for $x in $a]']],
    examples:
      '[1, -2] -> [1, 2]; [] -> []; [-5] -> [5]; [0, -1, 1] -> [0, 1, 1]; [3, 4] -> [3, 4]; [-9, -8] -> [9, 8]; [0] -> [0]; [-1, -1] -> [1, 1]; [2, -10, 3] -> [2, 10, 3]',
  }),
  defineTask({
    id: 'without_first',
    args: ['list'],
    names: ['without_first', 'drop_first', 'rest_of'],
    comments: [
      'drop the first item of $a',
      'remove the first item from $a',
      ...lookUp('the list $a without the first item'),
    ],
    bodies: [['return $a[1:]']],
    examples:
      '[1, 2, 3] -> [2, 3]; [5] -> []; [9, 0] -> [0]; [] -> []; [0, 1, 0] -> [1, 0]; [7, 7] -> [7]; [3, 3, 3] -> [3, 3]; [-1, -2] -> [-2]; [4, 3, 2, 1] -> [3, 2, 1]',
  }),
  defineTask({
    id: 'without_last',
    args: ['list'],
    names: ['without_last', 'drop_last'],
    comments: [
      'drop the last item of $a',
      'remove the last item from $a',
      ...lookUp('the list $a without the last item'),
    ],
    bodies: [['return $a[:-1]']],
    examples:
      '[1, 2, 3] -> [1, 2]; [5] -> []; [9, 0] -> [9]; [] -> []; [0, 1, 0] -> [0, 1]; [7, 8] -> [7]; [3, 3, 3] -> [3, 3]; [-1, -2] -> [-1]; [4, 3, 2, 1] -> [4, 3, 2]',
  }),
];

const TWO_ARGUMENTS: readonly Task[] = [
  defineTask({
    id: 'contains',
    args: ['list', 'item'],
    names: ['contains', 'is_in_list', 'has_item'],
    comments: check('$b is in the list $a', 'the list $a contains $b', '$a has the item $b'),
    bodies: [
      ['return $b in $a'],
      ['for $x in $a:', '    if $x == $b:', '        return True', 'return False'],
    ],
    examples:
      '[1, 2, 3], 2 -> True; [1, 2, 3], 4 -> False; [], 1 -> False; [5], 5 -> True; [0, 1], 0 -> True; [7, 7], 8 -> False; [1, 2, 3], 1 -> True; [1, 2, 3], 3 -> True; [5, 6], 4 -> False; [-1], 1 -> False',
  }),
  defineTask({
    id: 'count_item',
    args: ['list', 'item'],
    names: ['count_item', 'count_in_list', 'occurrences'],
    comments: [
      'count how often $b is in the list $a',
      'count the item $b in $a',
      ...compute('how often $b is in the list $a'),
    ],
    bodies: [
      ['return $a.count($b)'],
      ['$count = 0', 'for $x in $a:', '    if $x == $b:', '        $count += 1', 'return $count'],
    ],
    examples:
      '[1, 2, 1], 1 -> 2; [1, 2, 3], 4 -> 0; [], 1 -> 0; [5], 5 -> 1; [0, 0, 0], 0 -> 3; [7, 8, 7, 8], 8 -> 2; [1, 2, 3], 0 -> 0; [-1, 1, -1], -1 -> 2; [4, 4, 4, 4], 4 -> 4',
  }),
  defineTask({
    id: 'position_of',
    args: ['list', 'item'],
    names: ['position_of', 'find_index', 'index_of'],
    comments: find('the position of $b in $a', 'the index of $b in the list $a'),
    bodies: [['return $a.index($b)']],
    examples:
      '[1, 2, 3], 2 -> 1; [1, 2, 3], 1 -> 0; [9, 8, 7], 7 -> 2; [5], 5 -> 0; [0, 1, 1], 1 -> 1; [4, 3, 2, 1], 1 -> 3; [-1, 0, 1], 0 -> 1; [3, 1, 3], 3 -> 0; [10, 20, 30, 40, 50], 50 -> 4',
  }),
  defineTask({
    id: 'append_item',
    args: ['list', 'item'],
    names: ['append_item', 'add_item', 'add_to_end'],
    comments: [
      'add the item $b to the end of $a',
      'append $b to the list $a',
      ...lookUp('the list $a with $b at the end'),
    ],
    bodies: [['return $a + [$b]'], ['$a.append($b)', 'return $a']],
    examples:
      '[1, 2], 3 -> [1, 2, 3]; [], 1 -> [1]; [5], 5 -> [5, 5]; [0, 1], 2 -> [0, 1, 2]; [9], 0 -> [9, 0]; [4, 3], -1 -> [4, 3, -1]; [1, 1], 1 -> [1, 1, 1]; [3, 2], 1 -> [3, 2, 1]; [0], 0 -> [0, 0]; [-1], -2 -> [-1, -2]',
  }),
  defineTask({
    id: 'remove_item',
    args: ['list', 'item'],
    names: ['remove_item', 'remove_all', 'without_item'],
    comments: [
      'remove the item $b from the list $a',
      'remove every $b from the list $a',
      ...lookUp('the list $a without the item $b'),
    ],
    bodies: [['return [$x for $x in $a if $x != $b]']],
    examples:
      '[1, 2, 1], 1 -> [2]; [1, 2], 3 -> [1, 2]; [], 1 -> []; [5], 5 -> []; [0, 1, 0], 0 -> [1]; [4, 3], 4 -> [3]; [2, 2, 2], 2 -> []; [-1, 1], -1 -> [1]; [3, 1, 3, 2], 3 -> [1, 2]',
  }),
  defineTask({
    id: 'join_lists',
    args: ['list', 'list'],
    names: ['join_lists', 'merge_lists', 'combine'],
    comments: [
      'join the lists $a and $b',
      'put the lists $a and $b together',
      ...lookUp('the lists $a and $b joined'),
    ],
    bodies: [['return $a + $b']],
    examples:
      '[1], [2] -> [1, 2]; [], [] -> []; [1, 2], [] -> [1, 2]; [], [3] -> [3]; [1, 2], [3, 4] -> [1, 2, 3, 4]; [0], [0] -> [0, 0]; [3, 4], [1, 2] -> [3, 4, 1, 2]; [2], [1] -> [2, 1]; [-1], [0, 1] -> [-1, 0, 1]; [1, 1], [1] -> [1, 1, 1]',
  }),
  defineTask({
    id: 'common_items',
    args: ['list', 'list'],
    names: ['common_items', 'in_both', 'shared_items'],
    comments: [
      'list the items that are in both $a and $b',
      ...find('the items that are in both $a and $b', 'the common items of $a and $b'),
    ],
    bodies: [
      ['return [$x for $x in $a if $x in $b]'],
      ['$result = []', 'for $x in $a:', '    if $x in $b:', '        $result.append($x)', 'return $result'],
    ],
    examples:
      '[1, 2], [2, 3] -> [2]; [], [1] -> []; [1, 2], [] -> []; [1, 2, 3], [3, 1] -> [1, 3]; [5], [5] -> [5]; [1], [2] -> []; [3, 1, 2], [2, 3] -> [3, 2]; [0], [0, 0] -> [0]; [-1, 1], [1] -> [1]; [], [] -> []',
  }),
  defineTask({
    id: 'add_lists',
    args: ['list', 'list'],
    names: ['add_lists', 'add_pairs', 'sum_pairs'],
    comments: ['add the lists $a and $b item by item', ...lookUp('the sums of the pairs in $a and $b')],
    bodies: [['return [$first + $second for $first, $second in zip($a, $b)]']],
    examples:
      '[1, 2], [3, 4] -> [4, 6]; [], [] -> []; [1], [1] -> [2]; [0, 0], [5, 6] -> [5, 6]; [1, 2, 3], [3, 2, 1] -> [4, 4, 4]; [-1], [1] -> [0]; [-1, -2], [-3, -4] -> [-4, -6]; [10, 20], [1, 2] -> [11, 22]; [2, 2], [2, 2] -> [4, 4]',
  }),
  defineTask({
    id: 'first_items',
    args: ['list', 'number'],
    names: ['first_items', 'take_items', 'take'],
    comments: [
      'take the first $b items of $a',
      ...lookUp('the first $b items of $a', 'the first $b numbers in $a'),
    ],
    bodies: [['return $a[:$b]']],
    examples:
      '[1, 2, 3], 2 -> [1, 2]; [1, 2], 0 -> []; [], 3 -> []; [5], 1 -> [5]; [4, 3, 2, 1], 3 -> [4, 3, 2]; [1, 2], 9 -> [1, 2]; [4, 3, 2, 1], 4 -> [4, 3, 2, 1]; [4, 3, 2, 1], 1 -> [4]; [7, 7, 7], 2 -> [7, 7]; [-1, -2], 1 -> [-1]',
  }),
];

export const LIST_TASKS: readonly Task[] = [...ONE_VALUE, ...NEW_LIST, ...TWO_ARGUMENTS];
