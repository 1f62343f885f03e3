/**
 * Stories about numbers, lists and words. They say in English what the code corpus asks for in comments,
 * and every figure in them is worked out, never invented.
 */
import type { Random } from '../../engine/random';
import { BOYS, COUNTED, GIRLS, NUMBER_WORDS, SPELLED } from './words';
import type { Slots } from './template';

/** A kind of story: what is worked out, then the frames of its parts in order. */
export interface Lesson {
  readonly draw: (random: Random) => Slots;
  readonly parts: readonly (readonly string[])[];
}

/** "2, 6 and 10" */
export function enumerate(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Two children of the same pronoun: `hero`, `friend`, `he him his`. */
export function person(random: Random): Slots {
  const girl = random.next() < 0.5;
  const [hero = '', friend = ''] = random.shuffle(girl ? GIRLS : BOYS);
  return { hero, friend, he: girl ? 'she' : 'he', him: girl ? 'her' : 'him', his: girl ? 'her' : 'his' };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

/** Three to five distinct numbers below the limit. */
function drawNumbers(random: Random, limit: number, count = 3 + random.int(3)): number[] {
  const numbers: number[] = [];
  while (numbers.length < count) {
    const value = 1 + random.int(limit);
    if (!numbers.includes(value)) numbers.push(value);
  }
  return numbers;
}

const COUNTING: Lesson = {
  draw(random) {
    const { many } = random.pick(COUNTED);
    const [a, b] = [2 + random.int(8), 2 + random.int(8)];
    const word = NUMBER_WORDS[a] ?? '';
    return {
      ...person(random),
      many,
      a,
      b,
      word,
      sum: a + b,
      product: a * b,
      twice: 2 * a,
      square: a * a,
      larger: Math.max(a, b + 10),
      more: b + 10,
    };
  },
  parts: [
    [
      '{hero} had {a} {many}.',
      '{hero} counted {word} {many} on the table.',
      'there were {a} {many} in the box of {hero}.',
    ],
    [
      '{friend} gave {him} {b} more. now {hero} had {sum} {many}, because {a} plus {b} is {sum}.',
      '{he} added {b} {many}. the sum of {a} and {b} is {sum}.',
      '{friend} had twice as many, so {friend} had {twice} {many}. to double a number, multiply it by two.',
      '{b} boxes with {a} {many} each make {product}, because {b} times {a} is {product}.',
      '{friend} had {more} {many}. the larger of {a} and {more} is {larger}.',
    ],
    [
      '{he} counted the {many} again, and the number was right.',
      '"how many {many} do you have?" asked {friend}.',
      '{he} wrote the result in {his} book.',
      '"the square of {a} is {square}," said {hero}.',
    ],
    [
      '{hero} put the {many} back into a box.',
      'then {he} shared the {many} with {friend}.',
      '{he} likes numbers.',
    ],
  ],
};

const EVEN_ODD: Lesson = {
  draw(random) {
    const numbers = random.shuffle([
      ...drawNumbers(random, 12),
      2 * random.int(9) + 14,
      2 * random.int(9) + 13,
    ]);
    const even = numbers.filter((value) => value % 2 === 0);
    const odd = numbers.filter((value) => value % 2 === 1);
    return {
      ...person(random),
      list: enumerate(numbers),
      even: enumerate(even),
      odd: enumerate(odd),
      evenCount: even.length,
      oddCount: odd.length,
      evenSum: sumOf(even),
      oddSum: sumOf(odd),
    };
  },
  parts: [
    [
      '{hero} wrote a list of numbers: {list}.',
      'the numbers in the list of {hero} were {list}.',
      '{hero} read the numbers {list}.',
    ],
    [
      '{he} found the even numbers in the list: {even}.',
      '{he} kept only the odd numbers: {odd}.',
      '{he} removed the odd numbers from the list, and {even} were left.',
    ],
    [
      'an even number can be divided by two, and an odd number has the remainder one.',
      '{he} counted the even numbers. the result was {evenCount}.',
      'the number of odd numbers is {oddCount}.',
      'the sum of the even numbers is {evenSum}.',
      'the sum of the odd numbers is {oddSum}.',
    ],
    ['{friend} checked the list.', '"that is right," said {friend}.', 'then {hero} made a new list.'],
  ],
};

const ORDER: Lesson = {
  draw(random) {
    const numbers = drawNumbers(random, 30);
    const sorted = [...numbers].sort((left, right) => left - right);
    return {
      ...person(random),
      list: enumerate(numbers),
      sorted: enumerate(sorted),
      reversed: enumerate([...numbers].reverse()),
      largest: sorted.at(-1) ?? 0,
      smallest: sorted[0] ?? 0,
      first: numbers[0] ?? 0,
      last: numbers.at(-1) ?? 0,
      length: numbers.length,
      sum: sumOf(numbers),
      squares: enumerate(sorted.slice(0, 3).map((value) => value * value)),
      three: enumerate(sorted.slice(0, 3)),
    };
  },
  parts: [
    [
      'the list of {hero} was {list}.',
      '{hero} threw a ball and wrote down the points: {list}.',
      '{hero} had a list with the numbers {list}.',
    ],
    [
      '{he} sorted the list and got {sorted}.',
      '{he} put the numbers in order: {sorted}.',
      'in reverse order, the list is {reversed}.',
      'the squares of {three} are {squares}.',
    ],
    [
      'the largest number is {largest} and the smallest number is {smallest}.',
      'the maximum of the list is {largest}.',
      'the minimum of the list is {smallest}.',
      'the first item is {first} and the last item is {last}.',
      'the length of the list is {length}, because it has {length} items.',
      'the sum of all numbers in the list is {sum}.',
    ],
    [
      '{friend} found the same result.',
      '{he} showed the list to {friend}.',
      '"the list is in order now," said {hero}.',
      'then {he} compared the list with the list of {friend}.',
    ],
  ],
};

/** `aeiou` of a word, in order. */
const vowelsOf = (word: string): string[] => [...word].filter((letter) => 'aeiou'.includes(letter));

const WORDS: Lesson = {
  draw(random) {
    const [word = '', second = ''] = random.shuffle(SPELLED);
    const vowels = vowelsOf(word);
    const palindrome = word === [...word].reverse().join('');
    return {
      ...person(random),
      word,
      second,
      length: word.length,
      first: word.charAt(0),
      last: word.slice(-1),
      letters: [...word].join(', '),
      vowels: enumerate(vowels),
      vowelCount: vowels.length === 1 ? 'one vowel' : `${vowels.length} vowels`,
      answer: palindrome ? 'is a palindrome' : 'is not a palindrome',
      longer: word.length >= second.length ? word : second,
      compare:
        word.length === second.length
          ? 'as long as'
          : word.length > second.length
            ? 'longer than'
            : 'shorter than',
    };
  },
  parts: [
    [
      '{hero} read the word {word}.',
      '{hero} wrote the word {word} on the wall.',
      'the word {word} is in the book of {hero}.',
    ],
    [
      'the word {word} has {length} letters.',
      'its letters are {letters}.',
      'the length of the word {word} is {length}.',
      'the first letter is {first} and the last letter is {last}.',
    ],
    [
      '{he} counted the vowels and found {vowelCount}.',
      'the word {word} is {compare} the word {second}.',
      'a word that reads the same backwards is a palindrome. {word} {answer}.',
      '{he} replaced every {first} with a star.',
      '{he} wrote the word in capital letters and then in small letters.',
    ],
    [
      'then {friend} read it backwards.',
      '{he} joined the words {word} and {second} with a space.',
      '{friend} split the text into words and counted them.',
      '"what a nice word," said {friend}.',
    ],
  ],
};

const MULTIPLES: Lesson = {
  draw(random) {
    const k = 2 + random.int(9);
    const n = 3 + random.int(4);
    const multiples = [1, 2, 3, 4].map((factor) => factor * k);
    const upTo = Array.from({ length: n }, (_, i) => i + 1);
    const odd = 2 * random.int(12) + 1;
    return {
      ...person(random),
      k,
      n,
      odd,
      multiples: enumerate(multiples),
      next: 5 * k,
      fourth: 4 * k,
      one: k * 2 + 1,
      up: enumerate(upTo),
      down: enumerate([...upTo].reverse()),
      sum: sumOf(upTo),
      factorial: upTo.reduce((left, right) => left * right, 1),
      squares: enumerate(upTo.map((value) => value * value)),
    };
  },
  parts: [
    [
      '{hero} counted in steps of {k}: {multiples}.',
      '{hero} wrote down the multiples of {k}: {multiples}.',
      '{hero} said the times table of {k}: {multiples}.',
    ],
    [
      'the next multiple is {next}.',
      '{fourth} is divisible by {k}, but {one} is not.',
      '{fourth} divided by {k} is 4, and the remainder is 0.',
    ],
    [
      'then {he} counted from 1 to {n}: {up}.',
      'then {he} counted down from {n} to 1: {down}.',
      '{he} added the numbers from 1 to {n}, and the sum was {sum}.',
      '{he} multiplied the numbers from 1 to {n}. the factorial of {n} is {factorial}.',
      '{he} squared the numbers from 1 to {n} and got {squares}.',
    ],
    [
      '{friend} listened and checked each number.',
      '"what comes after that?" asked {friend}.',
      '{hero} was proud of the result.',
      '"the number {odd} is odd," said {friend}.',
    ],
  ],
};

const COMPARING: Lesson = {
  draw(random) {
    const a = random.int(20);
    const b = a + 1 + random.int(9);
    const c = random.int(10);
    return {
      ...person(random),
      a,
      b,
      c,
      gap: b - a,
      plus: a + c,
      raised: b + c,
      negative: -1 - c,
      half: 2 * b,
    };
  },
  parts: [
    [
      '{hero} thought of the number {a}, and {friend} thought of {b}.',
      '{hero} got {a} points, and {friend} got {b} points.',
      'it was {a} degrees in the morning and {b} degrees at noon.',
    ],
    [
      '"is {b} greater than {a}?" asked {hero}. "yes," said {friend}.',
      '"is {b} less than {a}?" asked {hero}. "no," said {friend}.',
      '"are both numbers equal?" asked {hero}. "no," said {friend}.',
      '"what is the difference?" asked {hero}. "it is {gap}," said {friend}.',
    ],
    [
      '{b} is greater than {a}, and {a} is less than {b}.',
      'the larger number is {b} and the smaller number is {a}.',
      'say big if a number is at least {b}, otherwise say small.',
      'the difference of {b} and {a} is {gap}, because {b} minus {a} is {gap}.',
    ],
    [
      '{b} plus {c} is {raised}, and that is a positive number.',
      'a number below zero, like {negative}, is negative.',
      'half of {half} is {b}.',
      '{a} increased by {c} is {plus}.',
    ],
  ],
};

export const LESSONS: readonly Lesson[] = [COUNTING, EVEN_ODD, ORDER, WORDS, MULTIPLES, COMPARING];

/** Texts that slots bring besides numbers, for the lexicon. */
export const LESSON_TEXTS: readonly string[] = [
  ...NUMBER_WORDS,
  ...SPELLED,
  ...COUNTED.map(({ many }) => many),
  ...'abcdefghijklmnopqrstuvwxyz',
  'vowel vowels',
  'is not a palindrome',
  'as longer shorter long than',
  'and',
];
