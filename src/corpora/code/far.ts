/**
 * Far compositions: parts that the corpus shows, put together across grids and families in ways it never
 * shows. No document ever contains one of these tasks; they are there to be asked about.
 */
import { defineTask, type ArgumentKind, type Task } from './task';

interface FarDraft {
  readonly args: readonly ArgumentKind[];
  readonly ask: string;
  readonly body: readonly string[];
  readonly examples: string;
}

const NUMBERS: Record<string, FarDraft> = {
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
};

const LISTS: Record<string, FarDraft> = {
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
};

const TEXTS: Record<string, FarDraft> = {
  reverse_upper: {
    args: ['text'],
    ask: 'reverse the string $a and turn it into upper case',
    body: ['return "".join(reversed($a)).upper()'],
    examples:
      '"abc" -> "CBA"; "" -> ""; "a" -> "A"; "Hi" -> "IH"; "a1" -> "1A"; "xY z" -> "Z YX"; "AB" -> "BA"; "aa" -> "AA"; "one two" -> "OWT ENO"',
  },
  vowels_and_digits: {
    args: ['text'],
    ask: 'count the vowels and digits in $a',
    body: ['return sum(1 for $ch in $a if $ch in "aeiouAEIOU" or $ch.isdigit())'],
    examples:
      '"abc" -> 1; "" -> 0; "a1" -> 2; "xyz" -> 0; "2024" -> 4; "one 1" -> 3; "AEIOU aeiou 42" -> 12; "Apple 7" -> 3; " " -> 0',
  },
  first_letter_upper: {
    args: ['text'],
    ask: 'return the first letter of $a in upper case',
    body: ['return $a[0].upper()'],
    examples:
      '"abc" -> "A"; "x" -> "X"; "Hello" -> "H"; "zoo" -> "Z"; "mia" -> "M"; "b c" -> "B"; "aab" -> "A"; "1a" -> "1"; " x" -> " "',
  },
  longest_word_length: {
    args: ['words'],
    ask: 'return the length of the longest word in $a',
    body: ['return max(len($w) for $w in $a)'],
    examples:
      '["a"] -> 1; ["a", "bb"] -> 2; ["ccc", "b"] -> 3; ["it", "house"] -> 5; ["", "x"] -> 1; ["two", "three"] -> 5; ["aa", "bb"] -> 2; [""] -> 0; ["one two", "six"] -> 7',
  },
  palindrome_words: {
    args: ['words'],
    ask: 'count the palindromes in $a',
    body: ['return sum(1 for $w in $a if list($w) == list(reversed($w)))'],
    examples:
      '["abba"] -> 1; [] -> 0; ["ab", "aa"] -> 1; ["x", "y"] -> 2; ["abc"] -> 0; ["level", "no", "noon"] -> 2; ["ba"] -> 0; ["cba", "aba"] -> 1; ["aa", "aa"] -> 2',
  },
  reverse_words: {
    args: ['text'],
    ask: 'reverse the order of the words in $a',
    body: ['return " ".join($a.split()[::-1])'],
    examples:
      '"one two" -> "two one"; "" -> ""; "a" -> "a"; "a b c" -> "c b a"; "to be" -> "be to"; "hi hi you" -> "you hi hi"; "one" -> "one"; "b a" -> "a b"; "x y x z" -> "z x y x"',
  },
  same_length: {
    args: ['text', 'text'],
    ask: 'check if $a and $b have the same length',
    body: ['return len($a) == len($b)'],
    examples:
      '"a", "b" -> True; "", "x" -> False; "ab", "cd" -> True; "abc", "ab" -> False; "", "" -> True; "one", "three" -> False; "ab", "a" -> False; "x", "" -> False; " ", "a" -> True; "same", "same" -> True',
  },
};

export const FAR_TASKS: readonly Task[] = Object.entries({ ...NUMBERS, ...LISTS, ...TEXTS }).map(
  ([id, { args, ask, body, examples }]) =>
    defineTask({ id, group: 'far', args, names: [id], comments: [ask], bodies: [body], examples }),
);
