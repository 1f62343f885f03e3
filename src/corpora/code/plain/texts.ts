/** Plain families on strings. */
import { build, check, compute, find, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

const WHOLE_TEXT: readonly Task[] = [
  defineTask({
    id: 'reverse_string',
    weight: 3,
    args: ['text'],
    names: ['reverse_string', 'reverse_text', 'backwards'],
    comments: [
      'reverse the string $a',
      ...lookUp('$a reversed', 'the string $a backwards', 'the letters of $a in reverse order'),
      'turn the string $a around',
      'write $a backwards',
    ],
    bodies: [
      ['return "".join(reversed($a))'],
      ['$result = ""', 'for $ch in $a:', '    $result = $ch + $result', 'return $result'],
    ],
    examples:
      '"abc" -> "cba"; "" -> ""; "a" -> "a"; "ab" -> "ba"; "hello" -> "olleh"; "a b" -> "b a"; "Anna" -> "annA"; "aab" -> "baa"; "12 " -> " 21"',
  }),
  defineTask({
    id: 'is_palindrome',
    weight: 3,
    args: ['text'],
    names: ['is_palindrome', 'palindrome', 'check_palindrome'],
    comments: check('$a is a palindrome', '$a reads the same backwards', 'the string $a is a palindrome'),
    bodies: [['return $a == "".join(reversed($a))'], ['return list($a) == list(reversed($a))']],
    examples:
      '"abba" -> True; "abc" -> False; "" -> True; "a" -> True; "level" -> True; "ab" -> False; "abca" -> False; "cba" -> False; "ba" -> False; "abab" -> False; "noon" -> True; "aaa" -> True',
  }),
  defineTask({
    id: 'string_length',
    args: ['text'],
    names: ['string_length', 'text_length', 'length_of_text'],
    comments: [
      ...compute('the length of the string $a', 'the number of characters in $a'),
      'count the characters in $a',
    ],
    bodies: [['return len($a)'], ['$count = 0', 'for $ch in $a:', '    $count += 1', 'return $count']],
    shares: [0.85, 0.15],
    examples:
      '"" -> 0; "a" -> 1; "hello" -> 5; "a b" -> 3; "abcdef" -> 6; "xyz" -> 3; " " -> 1; "aaa" -> 3; "hello world" -> 11',
  }),
  defineTask({
    id: 'to_upper',
    args: ['text'],
    names: ['to_upper', 'upper_case', 'uppercase'],
    comments: [
      'convert $a to upper case',
      'turn $a into upper case',
      'change $a to capital letters',
      ...lookUp('$a in upper case'),
    ],
    bodies: [['return $a.upper()']],
    examples:
      '"abc" -> "ABC"; "" -> ""; "Hi" -> "HI"; "a1b" -> "A1B"; "OK" -> "OK"; "two words" -> "TWO WORDS"; "z" -> "Z"; "123" -> "123"; "mIxEd" -> "MIXED"',
  }),
  defineTask({
    id: 'to_lower',
    args: ['text'],
    names: ['to_lower', 'lower_case', 'lowercase'],
    comments: [
      'convert $a to lower case',
      'turn $a into lower case',
      'change $a to small letters',
      ...lookUp('$a in lower case'),
    ],
    bodies: [['return $a.lower()']],
    examples:
      '"ABC" -> "abc"; "" -> ""; "Hi" -> "hi"; "A1B" -> "a1b"; "ok" -> "ok"; "TWO WORDS" -> "two words"; "Z" -> "z"; "123" -> "123"; "mIxEd" -> "mixed"',
  }),
  defineTask({
    id: 'shout',
    args: ['text'],
    names: ['shout', 'make_loud'],
    comments: ['shout $a', 'turn $a into a shout', ...lookUp('$a in upper case with an exclamation mark')],
    bodies: [['return $a.upper() + "!"']],
    examples:
      '"hi" -> "HI!"; "" -> "!"; "stop" -> "STOP!"; "Go" -> "GO!"; "a b" -> "A B!"; "yes" -> "YES!"; "NO" -> "NO!"; "wait!" -> "WAIT!!"; "a1" -> "A1!"',
  }),
  defineTask({
    id: 'greet',
    weight: 2,
    args: ['person'],
    names: ['greet', 'greeting', 'say_hello'],
    comments: ['greet $a', 'say hello to $a', ...build('a greeting for $a')],
    bodies: [['return "Hello, " + $a + "!"']],
    examples:
      '"Mia" -> "Hello, Mia!"; "Leo" -> "Hello, Leo!"; "" -> "Hello, !"; "you" -> "Hello, you!"; "Ada" -> "Hello, Ada!"; "Sam and Kim" -> "Hello, Sam and Kim!"; "mia" -> "Hello, mia!"; "x" -> "Hello, x!"',
  }),
  defineTask({
    id: 'is_empty',
    args: ['text'],
    names: ['is_empty', 'empty_text', 'check_empty'],
    comments: check('$a is empty', 'the string $a is empty', '$a has no characters'),
    bodies: [['return $a == ""'], ['return len($a) == 0']],
    examples:
      '"" -> True; "a" -> False; " " -> False; "abc" -> False; "0" -> False; "  " -> False; "two words" -> False; "False" -> False',
  }),
];

const PARTS: readonly Task[] = [
  defineTask({
    id: 'first_character',
    args: ['text'],
    names: ['first_character', 'first_letter', 'get_first_letter'],
    comments: find('the first letter of $a', 'the first character of $a'),
    bodies: [['return $a[0]']],
    examples:
      '"abc" -> "a"; "x" -> "x"; "hello" -> "h"; " a" -> " "; "Zoo" -> "Z"; "12" -> "1"; "aab" -> "a"; "HI" -> "H"',
  }),
  defineTask({
    id: 'last_character',
    args: ['text'],
    names: ['last_character', 'last_letter', 'get_last_letter'],
    comments: find('the last letter of $a', 'the last character of $a'),
    bodies: [['return $a[-1]']],
    examples:
      '"abc" -> "c"; "x" -> "x"; "hello" -> "o"; "a " -> " "; "Zoom" -> "m"; "12" -> "2"; "baa" -> "a"; "HI" -> "I"',
  }),
  defineTask({
    id: 'count_words',
    weight: 2,
    args: ['text'],
    names: ['count_words', 'word_count', 'number_of_words'],
    comments: [
      'count the words in $a',
      'count how many words $a has',
      ...compute('the number of words in $a'),
    ],
    bodies: [['return len($a.split())']],
    examples:
      '"" -> 0; "one" -> 1; "one two" -> 2; "a b c" -> 3; "  hi  there " -> 2; "to be or not to be" -> 6; " " -> 0; "a  b" -> 2; "no no no" -> 3',
  }),
  defineTask({
    id: 'split_words',
    args: ['text'],
    names: ['split_words', 'get_words', 'words_of'],
    comments: [
      'split $a into words',
      'list the words in $a',
      ...lookUp('the words of $a'),
      ...build('a list of the words in $a'),
    ],
    bodies: [['return $a.split()']],
    examples:
      '"" -> []; "one" -> ["one"]; "one two" -> ["one", "two"]; "a b c" -> ["a", "b", "c"]; " hi " -> ["hi"]; "to be" -> ["to", "be"]; "  " -> []; "a  b" -> ["a", "b"]; "no no" -> ["no", "no"]',
  }),
  defineTask({
    id: 'first_word',
    args: ['text'],
    names: ['first_word', 'get_first_word'],
    comments: find('the first word of $a', 'the first word in $a'),
    bodies: [['return $a.split()[0]']],
    examples:
      '"one" -> "one"; "one two" -> "one"; "a b c" -> "a"; " hi you" -> "hi"; "to be" -> "to"; "the red fox" -> "the"; "  a  b" -> "a"; "Hi" -> "Hi"; "no yes no" -> "no"',
  }),
  defineTask({
    id: 'last_word',
    args: ['text'],
    names: ['last_word', 'get_last_word'],
    comments: find('the last word of $a', 'the last word in $a'),
    bodies: [['return $a.split()[-1]']],
    examples:
      '"one" -> "one"; "one two" -> "two"; "a b c" -> "c"; "hi you " -> "you"; "to be" -> "be"; "the red fox" -> "fox"; "a  b  " -> "b"; "Hi" -> "Hi"; "no yes no" -> "no"',
  }),
  defineTask({
    id: 'letters_of',
    args: ['text'],
    names: ['letters_of', 'list_letters', 'to_list'],
    comments: [
      'list the letters of $a',
      'turn the string $a into a list',
      ...build('a list of the letters of $a'),
    ],
    bodies: [['return list($a)']],
    examples:
      '"" -> []; "a" -> ["a"]; "ab" -> ["a", "b"]; "hello" -> ["h", "e", "l", "l", "o"]; "a b" -> ["a", " ", "b"]; "12" -> ["1", "2"]; " " -> [" "]; "aa" -> ["a", "a"]; "Hi!" -> ["H", "i", "!"]',
  }),
];

const TWO_ARGUMENTS: readonly Task[] = [
  defineTask({
    id: 'join_two',
    args: ['text', 'text'],
    names: ['join_two', 'concat', 'glue'],
    comments: [
      'join the strings $a and $b',
      'glue $a and $b together',
      'put $b after $a',
      ...lookUp('the strings $a and $b joined'),
    ],
    bodies: [['return $a + $b']],
    examples:
      '"a", "b" -> "ab"; "", "x" -> "x"; "x", "" -> "x"; "foot", "ball" -> "football"; "1", "2" -> "12"; "a ", "b" -> "a b"; "", "" -> ""; "ab", "ab" -> "abab"; "b", "a" -> "ba"',
  }),
  defineTask({
    id: 'are_anagrams',
    args: ['text', 'text'],
    names: ['are_anagrams', 'is_anagram', 'anagram'],
    comments: check('$a and $b are anagrams', '$a and $b have the same letters'),
    bodies: [['return sorted($a) == sorted($b)']],
    examples:
      '"abc", "cab" -> True; "abc", "abd" -> False; "", "" -> True; "aab", "abb" -> False; "listen", "silent" -> True; "a", "aa" -> False; "abd", "abc" -> False; "aa", "a" -> False; "ab", "ba" -> True; "aabb", "abab" -> True',
  }),
  defineTask({
    id: 'starts_with',
    args: ['text', 'letter'],
    names: ['starts_with', 'begins_with'],
    comments: check('$a starts with $b', '$a begins with $b'),
    bodies: [['return $a.startswith($b)']],
    examples:
      '"abc", "a" -> True; "abc", "b" -> False; "", "x" -> False; "x", "x" -> True; "hello", "h" -> True; "hello", "o" -> False; "aba", "a" -> True; "ba", "a" -> False; "Abc", "a" -> False',
  }),
  defineTask({
    id: 'contains_letter',
    args: ['text', 'letter'],
    names: ['contains_letter', 'has_letter'],
    comments: check('$a contains the letter $b', 'the letter $b is in $a', 'the letter $b occurs in $a'),
    bodies: [['return $b in $a']],
    examples:
      '"abc", "b" -> True; "abc", "z" -> False; "", "x" -> False; "x", "x" -> True; "hello", "l" -> True; "hello", "a" -> False; "abc", "a" -> True; "abc", "c" -> True; "ABC", "a" -> False',
  }),
  defineTask({
    id: 'count_letter',
    weight: 2,
    args: ['text', 'letter'],
    names: ['count_letter', 'count_char', 'letter_count'],
    comments: [
      'count the letter $b in $a',
      'count how often $b occurs in $a',
      ...compute('how often the letter $b occurs in $a'),
    ],
    bodies: [
      ['return $a.count($b)'],
      ['$count = 0', 'for $ch in $a:', '    if $ch == $b:', '        $count += 1', 'return $count'],
    ],
    examples:
      '"abc", "b" -> 1; "abc", "z" -> 0; "", "x" -> 0; "banana", "a" -> 3; "hello", "l" -> 2; "aaa", "a" -> 3; "Aa", "a" -> 1; "xyx", "x" -> 2; "abba", "c" -> 0',
  }),
  defineTask({
    id: 'remove_letter',
    args: ['text', 'letter'],
    names: ['remove_letter', 'drop_letter', 'without_letter'],
    comments: [
      'remove the letter $b from $a',
      'drop every $b from $a',
      ...lookUp('$a without the letter $b'),
    ],
    bodies: [['return $a.replace($b, "")'], ['return "".join($ch for $ch in $a if $ch != $b)']],
    examples:
      '"abc", "b" -> "ac"; "abc", "z" -> "abc"; "", "x" -> ""; "banana", "a" -> "bnn"; "hello", "l" -> "heo"; "aaa", "a" -> ""; "Aa", "a" -> "A"; "xyx", "x" -> "y"; "x", "x" -> ""',
  }),
  defineTask({
    id: 'repeat',
    args: ['text', 'number'],
    names: ['repeat', 'repeat_text', 'repeat_string'],
    comments: ['repeat $a $b times', 'repeat the string $a $b times', ...lookUp('$a repeated $b times')],
    bodies: [['return $a * $b']],
    examples:
      '"a", 3 -> "aaa"; "ab", 2 -> "abab"; "x", 0 -> ""; "", 5 -> ""; "hi", 1 -> "hi"; "-", 5 -> "-----"; "ab", 1 -> "ab"; "a b", 3 -> "a ba ba b"; "x", 10 -> "xxxxxxxxxx"',
  }),
  defineTask({
    id: 'first_letters',
    args: ['text', 'number'],
    names: ['first_letters', 'take_letters', 'prefix'],
    comments: [
      'take the first $b letters of $a',
      ...lookUp('the first $b letters of $a', 'the first $b characters of $a'),
    ],
    bodies: [['return $a[:$b]']],
    examples:
      '"hello", 2 -> "he"; "hello", 0 -> ""; "abc", 3 -> "abc"; "abc", 1 -> "a"; "", 4 -> ""; "ab", 5 -> "ab"; "house", 4 -> "hous"; "hello", 5 -> "hello"; "a b c", 3 -> "a b"',
  }),
];

const WORD_LISTS: readonly Task[] = [
  defineTask({
    id: 'join_words',
    args: ['words'],
    names: ['join_words', 'to_sentence', 'make_sentence'],
    comments: [
      'join the words in $a with spaces',
      'turn the list $a into a sentence',
      ...lookUp('the words in $a joined with spaces'),
    ],
    bodies: [['return " ".join($a)']],
    examples:
      '[] -> ""; ["a"] -> "a"; ["a", "b"] -> "a b"; ["to", "be", "or"] -> "to be or"; ["hi", "you"] -> "hi you"; ["x", "y", "z"] -> "x y z"; ["one"] -> "one"; [""] -> ""; ["hi", "hi"] -> "hi hi"; ["b", "a"] -> "b a"',
  }),
  defineTask({
    id: 'longest_word',
    weight: 2,
    args: ['words'],
    names: ['longest_word', 'longest', 'get_longest'],
    comments: find(
      'the longest word in $a',
      'the longest string in $a',
      'the word with the most letters in $a',
    ),
    bodies: [
      ['return max($a, key=len)'],
      ['$best = ""', 'for $w in $a:', '    if len($w) > len($best):', '        $best = $w', 'return $best'],
    ],
    examples:
      '["a"] -> "a"; ["a", "bb"] -> "bb"; ["ccc", "bb", "a"] -> "ccc"; ["it", "house", "tree"] -> "house"; ["", "x"] -> "x"; ["one", "three", "six"] -> "three"; ["to", "at"] -> "to"; ["a", "bb", "cc"] -> "bb"; ["zebra", "giraffe", "ant"] -> "giraffe"',
  }),
  defineTask({
    id: 'shortest_word',
    args: ['words'],
    names: ['shortest_word', 'shortest', 'get_shortest'],
    comments: find('the shortest word in $a', 'the shortest string in $a'),
    bodies: [['return min($a, key=len)']],
    examples:
      '["a"] -> "a"; ["a", "bb"] -> "a"; ["ccc", "bb", "a"] -> "a"; ["it", "house", "tree"] -> "it"; ["", "x"] -> ""; ["three", "one"] -> "one"; ["to", "at"] -> "to"; ["bbb", "aa", "cc"] -> "aa"; ["zebra", "ox", "ant"] -> "ox"',
  }),
  defineTask({
    id: 'word_lengths',
    args: ['words'],
    names: ['word_lengths', 'lengths_of', 'get_lengths'],
    comments: [
      'list the lengths of the words in $a',
      ...lookUp('the length of each word in $a'),
      ...build('a list of the word lengths in $a'),
    ],
    bodies: [
      ['return [len($w) for $w in $a]'],
      ['$result = []', 'for $w in $a:', '    $result.append(len($w))', 'return $result'],
    ],
    examples:
      '[] -> []; ["a"] -> [1]; ["a", "bb"] -> [1, 2]; ["hello", "you"] -> [5, 3]; [""] -> [0]; ["one", "two", "three"] -> [3, 3, 5]; ["aa", "aa"] -> [2, 2]; ["", "a", ""] -> [0, 1, 0]; ["a b"] -> [3]',
  }),
];

export const TEXT_TASKS: readonly Task[] = [...WHOLE_TEXT, ...PARTS, ...TWO_ARGUMENTS, ...WORD_LISTS];
