/** Far compositions on strings and lists of words. */
import { defineFarTasks } from './define';
import type { Task } from '../task';

export const FAR_TEXT_TASKS: readonly Task[] = defineFarTasks({
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
  count_commas: {
    args: ['text'],
    ask: 'count the commas in $a',
    body: ['return sum(1 for $ch in $a if $ch == ",")'],
    examples:
      '"a,b" -> 1; "" -> 0; "," -> 1; "no comma" -> 0; "1,2,3" -> 2; "a, b, c, d" -> 3; ",," -> 2; "a.b;c" -> 0; "one, two" -> 1',
  },
  remove_dashes: {
    args: ['text'],
    ask: 'remove the dashes from $a',
    body: ['return "".join($ch for $ch in $a if $ch != "-")'],
    examples:
      '"a-b" -> "ab"; "" -> ""; "-" -> ""; "no dash" -> "no dash"; "1-2-3" -> "123"; "well-known" -> "wellknown"; "--x--" -> "x"; "2024-12-31" -> "20241231"; "a - b" -> "a  b"',
  },
  upper_without_vowels: {
    args: ['text'],
    ask: 'remove the vowels from $a and turn it into upper case',
    body: ['return "".join($ch for $ch in $a if $ch not in "aeiouAEIOU").upper()'],
    examples:
      '"abc" -> "BC"; "" -> ""; "Hello World" -> "HLL WRLD"; "AEIOU" -> ""; "one two" -> "N TW"; "a1 B2" -> "1 B2"; "xyz" -> "XYZ"; "Zoo" -> "Z"; "banana boat" -> "BNN BT"; "queue up" -> "Q P"',
  },
  first_word_length: {
    args: ['text'],
    ask: 'return the length of the first word of $a',
    body: ['return len($a.split()[0])'],
    examples:
      '"one" -> 3; "three two" -> 5; "a bb ccc" -> 1; " hi you" -> 2; "to be" -> 2; "hello big world" -> 5; "x" -> 1; "four five seven" -> 4; "little" -> 6',
  },
  last_word_upper: {
    args: ['text'],
    ask: 'return the last word of $a in upper case',
    body: ['return $a.split()[-1].upper()'],
    examples:
      '"one" -> "ONE"; "three two" -> "TWO"; "a bb ccc" -> "CCC"; " hi You " -> "YOU"; "to be" -> "BE"; "Hello World" -> "WORLD"; "x" -> "X"; "one two three" -> "THREE"; "so 1a" -> "1A"',
  },
  first_letter_of_last_word: {
    args: ['text'],
    ask: 'return the first letter of the last word of $a',
    body: ['return $a.split()[-1][0]'],
    examples:
      '"one" -> "o"; "three two" -> "t"; "a bb ccc" -> "c"; "hi you " -> "y"; "to be" -> "b"; "Hello World" -> "W"; "x" -> "x"; "one two six" -> "s"; "so 1a" -> "1"',
  },
  total_length: {
    args: ['text', 'text'],
    ask: 'return the total length of the strings $a and $b',
    body: ['return len($a) + len($b)'],
    examples:
      '"a", "b" -> 2; "", "" -> 0; "abc", "de" -> 5; "", "xyz" -> 3; "four", "" -> 4; "a b", "c" -> 4; "hello", "world" -> 10; "x", "long word" -> 10; "seven", "six" -> 8',
  },
  longer_length: {
    args: ['text', 'text'],
    ask: 'return the length of the longer of $a and $b',
    body: ['return max(len($a), len($b))'],
    examples:
      '"a", "b" -> 1; "", "" -> 0; "abc", "de" -> 3; "", "xyz" -> 3; "four", "" -> 4; "a b", "c" -> 3; "hello", "world" -> 5; "x", "long word" -> 9; "seven", "six" -> 5',
  },
  same_first_letter: {
    args: ['text', 'text'],
    ask: 'check if $a and $b start with the same letter',
    body: ['return $a[0] == $b[0]'],
    examples:
      '"ab", "ac" -> True; "ab", "b" -> False; "x", "x" -> True; "tree", "toy" -> True; "dog", "gold" -> False; "cat", "bat" -> False; "abc", "cba" -> False; "Tom", "tom" -> False; "b", "a" -> False; "sun", "spoon" -> True',
  },
  vowels_in_longest: {
    args: ['words'],
    ask: 'count the vowels in the longest word of $a',
    body: ['return sum(1 for $ch in max($a, key=len) if $ch in "aeiouAEIOU")'],
    examples:
      '["tree", "apple", "sky"] -> 2; ["a"] -> 1; ["banana", "kiwi"] -> 3; ["io", "rhythm"] -> 0; ["one", "three"] -> 2; ["AEIOU", "aei"] -> 5; ["aeiou", "xyz"] -> 5; ["to", "stop", "a"] -> 1; ["orange", "eau"] -> 3',
  },
  longest_upper: {
    args: ['words'],
    ask: 'return the longest word in $a in upper case',
    body: ['return max($a, key=len).upper()'],
    examples:
      '["tree", "apple", "sky"] -> "APPLE"; ["a"] -> "A"; ["banana", "kiwi", "fig"] -> "BANANA"; ["to", "bed"] -> "BED"; ["rhythm", "aaa", "ou"] -> "RHYTHM"; ["one", "three", "five"] -> "THREE"; ["Ab", "cdEf"] -> "CDEF"; ["go", "go", "stop"] -> "STOP"',
  },
  reverse_longest: {
    args: ['words'],
    ask: 'reverse the longest word in $a',
    body: ['return "".join(reversed(max($a, key=len)))'],
    examples:
      '["tree", "apple", "sky"] -> "elppa"; ["a"] -> "a"; ["banana", "kiwi", "fig"] -> "ananab"; ["to", "bed"] -> "deb"; ["rhythm", "aaa", "ou"] -> "mhtyhr"; ["one", "three", "five"] -> "eerht"; ["Ab", "cdE"] -> "Edc"; ["go", "go", "stop"] -> "pots"',
  },
  sum_word_lengths: {
    args: ['words'],
    ask: 'return the sum of the lengths of the words in $a',
    body: ['return sum(len($w) for $w in $a)'],
    examples:
      '["tree", "apple", "sky"] -> 12; [] -> 0; ["a"] -> 1; ["banana", "kiwi", "fig"] -> 13; ["to", "be"] -> 4; ["rhythm", "aaa", "ou"] -> 11; ["one", "three", "five"] -> 12; ["Ab", "cdE"] -> 5; ["go", "go", "stop"] -> 8',
  },
  upper_words: {
    args: ['words'],
    ask: 'return the words in $a in upper case',
    body: ['return [$w.upper() for $w in $a]'],
    examples:
      '["tree", "apple", "sky"] -> ["TREE", "APPLE", "SKY"]; [] -> []; ["a"] -> ["A"]; ["banana", "kiwi", "fig"] -> ["BANANA", "KIWI", "FIG"]; ["to", "be"] -> ["TO", "BE"]; ["rhythm", "aaa", "ou"] -> ["RHYTHM", "AAA", "OU"]; ["one", "three", "five"] -> ["ONE", "THREE", "FIVE"]; ["Ab", "cdE"] -> ["AB", "CDE"]; ["go", "go", "stop"] -> ["GO", "GO", "STOP"]',
  },
  first_letters_of_words: {
    args: ['words'],
    ask: 'list the first letters of the words in $a',
    body: ['return [$w[0] for $w in $a]'],
    examples:
      '["tree", "apple", "sky"] -> ["t", "a", "s"]; [] -> []; ["a"] -> ["a"]; ["banana", "kiwi", "fig"] -> ["b", "k", "f"]; ["to", "be"] -> ["t", "b"]; ["rhythm", "aaa", "ou"] -> ["r", "a", "o"]; ["one", "three", "five"] -> ["o", "t", "f"]; ["Ab", "cdE"] -> ["A", "c"]; ["go", "go", "stop"] -> ["g", "g", "s"]',
  },
  count_words_longer_10: {
    args: ['words'],
    ask: 'count the words in $a longer than 10 letters',
    body: ['return len([$w for $w in $a if len($w) > 10])'],
    examples:
      '["information", "basketball"] -> 1; [] -> 0; ["a"] -> 0; ["grandmother", "grandfather", "aunt"] -> 2; ["playgrounds", "playground", "playmates"] -> 1; ["strawberry", "strawberries"] -> 1; ["photography"] -> 1; ["blackboard", "blackboards"] -> 1; ["ten", "eleven", "twelve"] -> 0',
  },
  words_starting_with_q: {
    args: ['words'],
    ask: 'list the words in $a starting with "q"',
    body: ['return [$w for $w in $a if $w.startswith("q")]'],
    examples:
      '["quiet", "loud"] -> ["quiet"]; [] -> []; ["q"] -> ["q"]; ["iraq", "aqua"] -> []; ["queen", "king", "quiz"] -> ["queen", "quiz"]; ["Quick", "quick"] -> ["quick"]; ["opaque"] -> []; ["pq", "qp"] -> ["qp"]; ["quilt", "quilt"] -> ["quilt", "quilt"]',
  },
  starting_with_a_ending_with_e: {
    args: ['words'],
    ask: 'list the words in $a starting with "a" and ending with "e"',
    body: ['return [$w for $w in $a if $w.startswith("a") and $w.endswith("e")]'],
    examples:
      '["apple", "tree"] -> ["apple"]; [] -> []; ["ape", "able", "ant"] -> ["ape", "able"]; ["axe"] -> ["axe"]; ["bee", "area"] -> []; ["e", "a"] -> []; ["alone", "blue", "atlas"] -> ["alone"]; ["acorn"] -> []; ["ace", "ace"] -> ["ace", "ace"]; ["orange"] -> []',
  },
});
