/**
 * How-to sentences: plain English about what functions do. They use the words of code comments, with
 * worked examples, and hold no Python at all.
 */
import type { Random } from '../../engine/random';
import type { Slots } from './template';
import { enumerate } from './numberStories';
import { SPELLED } from './words';

/** Numbers and words for the examples, all derived from a few draws. */
export function drawExample(random: Random): Slots {
  const [a, b] = [2 + random.int(9), 2 + random.int(9)];
  const numbers = [a, b, a + 1 + random.int(5), 1 + random.int(20)];
  const word = random.pick(SPELLED);
  const n = 3 + random.int(3);
  const factors = Array.from({ length: n }, (_, i) => i + 1);
  return {
    a,
    b,
    n,
    word,
    sum: a + b,
    product: a * b,
    difference: a,
    total: a + b,
    square: a * a,
    cube: a ** 3,
    twice: 2 * a,
    triple: 3 * a,
    even: 2 * a,
    odd: 2 * b + 1,
    list: enumerate(numbers),
    largest: Math.max(...numbers),
    smallest: Math.min(...numbers),
    length: numbers.length,
    listSum: numbers.reduce((left, right) => left + right, 0),
    first: numbers[0] ?? 0,
    last: numbers.at(-1) ?? 0,
    reversed: enumerate([...numbers].reverse()),
    factors: factors.join(' times '),
    factorial: factors.reduce((left, right) => left * right, 1),
    letter: word.charAt(0),
    wordLength: word.length,
    backwards: [...word].reverse().join(', '),
    upper: word.toUpperCase(),
  };
}

/** Each topic is a few sentences in order; a document takes two or three topics. */
export const TOPICS: readonly (readonly string[])[] = [
  [
    'to find the sum of a list, add all the numbers in it.',
    'the sum of {list} is {listSum}.',
    'begin with zero and add every number to the total.',
  ],
  [
    'to find the largest number in a list, look at every number and keep the larger one.',
    'the largest of {list} is {largest}.',
  ],
  ['to find the smallest number, compare all the numbers.', 'the minimum of {list} is {smallest}.'],
  [
    'a number is even if it can be divided by two without a remainder.',
    '{even} is even and {odd} is odd.',
    'to check if a number is even, look at the remainder.',
  ],
  [
    'the square of a number is the number times itself.',
    'the square of {a} is {square}, and the cube of {a} is {cube}.',
  ],
  [
    'to double a number, multiply it by two.',
    'the double of {a} is {twice}, and {triple} is three times {a}.',
  ],
  [
    'the factorial of a number is the product of the numbers from one to that number.',
    'the factorial of {n} is {factors}, and the result is {factorial}.',
    'the factorial of zero is one.',
  ],
  [
    'a function takes an argument and gives back a result.',
    'if you give {a} and {b} to a function that adds, it will return {sum}.',
    'the name of a function should say what it does.',
  ],
  [
    'to count something, begin with zero and add one each time.',
    'the list {list} has {length} items, so its length is {length}.',
  ],
  [
    'to reverse a list, write its items from the last to the first.',
    'the list {list} in reverse is {reversed}.',
    'the first item becomes the last item.',
  ],
  [
    'a palindrome is a word that reads the same backwards.',
    'the word level is a palindrome, but the word apple is not.',
  ],
  [
    'to reverse a string, take its letters from the last to the first.',
    'the word {word} backwards is {backwards}.',
  ],
  [
    'the vowels are a, e, i, o and u.',
    'to count the vowels in a word, look at each letter and check if it is a vowel.',
  ],
  [
    'to convert a string to upper case, change every small letter to a capital letter.',
    'the word {word} in upper case is {upper}.',
  ],
  [
    'a string is a text, and each letter in it is a character.',
    'the first character of {word} is {letter}, and its length is {wordLength}.',
  ],
  [
    'a prime number is greater than one and can be divided only by one and by itself.',
    'to check if a number is prime, try to divide it by every smaller number.',
  ],
  [
    'a loop repeats the same step for each item of a list.',
    'first the loop takes {first}, and at the end it takes {last}.',
    'a loop stops when there are no more items.',
  ],
  [
    'if a condition is true, do one thing, otherwise do another.',
    'if a number is greater than zero it is positive, and if it is less than zero it is negative.',
  ],
  [
    'to remove duplicates from a list, keep each item only once.',
    'an item is unique if it occurs only one time.',
  ],
  [
    'to sort a list, put the numbers in order, so that the smallest number comes first.',
    'after that, the largest number is the last item.',
  ],
  [
    'a multiple of {a} can be divided by {a} without a remainder.',
    '{product} is a multiple of {a}, because {a} times {b} is {product}.',
  ],
  ['to subtract a number, take it away.', '{sum} minus {b} is {a}, and {a} plus {b} is {sum}.'],
  [
    'the average of two numbers is their sum divided by two.',
    'to find the mean of a list, divide its sum by its length.',
  ],
  [
    'to play fizzbuzz, say fizz for every multiple of three and buzz for every multiple of five.',
    'say fizzbuzz for a multiple of both, and say the number for all others.',
  ],
  [
    'in the fibonacci numbers, each number is the sum of the two before it.',
    'they begin with zero, one, one, two, three, five and eight.',
  ],
  [
    'to find the greatest common divisor, look for the largest number that divides both.',
    'a divisor of a number divides it without a remainder.',
  ],
  ['to split a text into words, cut it at each space.', 'to join words, put a space between them.'],
  ['the absolute value of a number is how far it is from zero.', 'the absolute value of minus {a} is {a}.'],
  [
    'to filter a list, keep only the items that you want.',
    'keep the positive numbers and remove the negative numbers.',
  ],
  [
    'test a function with easy values first.',
    'then try zero, an empty list and a very large number.',
    'if a test fails, compare the result with the value you expected.',
  ],
];
