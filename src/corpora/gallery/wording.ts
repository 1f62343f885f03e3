/** Presets: what the words of a prompt do. */
import { asked, FACTORIAL, LARGE, SMALL, type GalleryPreset } from './preset';

const ADD = '# return the sum of a and b\ndef add(a, b):';
const ADD_LOUDLY = '# RETURN THE SUM OF A AND B\ndef add(a, b):';
const ODD_OR_EVEN = '# check if n is odd\ndef is_even(n):';
const REVERSE = '# reverse the string s\ndef reverse_string(s):';
const REVERSE_SENTENCE = '# reverse the string sentence\ndef reverse_string(sentence):';
const POSITIVE = 'def is_positive(n):';
const EXAMPLE = 'def is_even(n):\n    return n % 2 == 0\n\n';

export const WORDING: readonly GalleryPreset[] = [
  {
    id: 'four-wordings',
    theme: 'wording',
    options: 3,
    answer: 2,
    lanes: [
      asked(SMALL, FACTORIAL),
      asked(SMALL, '# multiply all the numbers from 1 to n\ndef factorial(n):'),
      asked(SMALL, 'def factorial(n):\n    """Compute the factorial of n."""'),
      asked(SMALL, 'def factorial(n):'),
    ],
    claims: [0, 1, 2, 3].map((lane) => ({ kind: 'passes', lane }) as const),
  },
  {
    id: 'vague',
    theme: 'wording',
    options: 3,
    answer: 1,
    lanes: [
      asked(SMALL, '# check if n is even\ndef f(n):'),
      asked(SMALL, '# write a function\ndef f(n):'),
      asked(SMALL, '# do something clever\ndef f(n):'),
    ],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'begins', lane: 1, text: '\n    return ' },
      { kind: 'ends', lane: 1 },
      { kind: 'begins', lane: 2, text: '\n    return ' },
      { kind: 'ends', lane: 2 },
      { kind: 'differ', lanes: [0, 1, 2] },
    ],
  },
  {
    id: 'comment-or-name',
    theme: 'wording',
    options: 3,
    answer: 2,
    lanes: [
      asked(SMALL, '# return the product of a and b\ndef add(a, b):'),
      asked(SMALL, ODD_OR_EVEN),
      asked(LARGE, ODD_OR_EVEN),
    ],
    claims: [
      { kind: 'begins', lane: 0, text: '\n    return a * b' },
      { kind: 'begins', lane: 1, text: '\n    return n % 2 == 1' },
      { kind: 'begins', lane: 2, text: '\n    return n % 2 == 0' },
    ],
  },
  {
    id: 'do-not',
    theme: 'wording',
    options: 3,
    answer: 0,
    lanes: [asked(SMALL, ADD), asked(SMALL, '# do not return the sum of a and b\ndef add(a, b):')],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'same', lanes: [0, 1] },
    ],
  },
  {
    id: 'spelling',
    theme: 'wording',
    options: 3,
    answer: 1,
    lanes: [
      asked(SMALL, '# retrun the factorial fo n\ndef factorial(n):'),
      asked(SMALL, '# return the factoral of n\ndef factoral(n):'),
    ],
    claims: [
      { kind: 'contains', lane: 0, text: 'result *= i' },
      { kind: 'lacks', lane: 1, text: '*=' },
      { kind: 'lacks', lane: 1, text: '* fact' },
      { kind: 'ends', lane: 1 },
    ],
  },
  {
    id: 'capitals',
    theme: 'wording',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, ADD), asked(SMALL, ADD_LOUDLY), asked(LARGE, ADD_LOUDLY)],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'fails', lane: 1, verdict: 'runtime error' },
      { kind: 'passes', lane: 2 },
    ],
  },
  {
    id: 'renamed',
    theme: 'wording',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, REVERSE), asked(SMALL, REVERSE_SENTENCE), asked(LARGE, REVERSE_SENTENCE)],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'contains', lane: 1, text: 'reversed(text)' },
      { kind: 'fails', lane: 1, verdict: 'runtime error' },
      { kind: 'passes', lane: 2 },
    ],
  },
  {
    id: 'one-example',
    theme: 'wording',
    options: 3,
    answer: 2,
    lanes: [asked(SMALL, POSITIVE), asked(SMALL, EXAMPLE + POSITIVE), asked(LARGE, EXAMPLE + POSITIVE)],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'begins', lane: 1, text: '\n    return n % 2 == 0' },
      { kind: 'fails', lane: 1, verdict: 'wrong answer' },
      { kind: 'same', lanes: [1, 2] },
    ],
  },
];
