/** Presets: what models of this size cannot do. */
import { asked, LARGE, LARGE_STORIES, SMALL, type GalleryPreset } from './preset';

const CAPITAL = '# return the capital of France\ndef capital(country):';
const PLEASE = 'Please write a Python function that adds two numbers.';
const SUM = 'What is 2 + 2?';
const MINUS = 'def add(a, b):\n    return a -';
const LEAP = '# check if year is a leap year\ndef is_leap_year(year):';
const NO_LOOP = '# do not use a loop. return the factorial of n\ndef factorial(n):';

export const LIMITS: readonly GalleryPreset[] = [
  {
    id: 'put-together',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [
      asked(LARGE, '# return the average of the numbers in xs\ndef average(xs):'),
      asked(LARGE, '# return the sum of the even numbers in xs\ndef sum_of_even(xs):'),
      asked(LARGE, '# return the average of the even numbers in xs\ndef average_of_even(xs):'),
    ],
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'passes', lane: 1 },
      { kind: 'fails', lane: 2, verdict: 'wrong answer' },
      { kind: 'same', lanes: [1, 2] },
    ],
  },
  {
    id: 'capital',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [asked(LARGE, CAPITAL)],
    claims: [
      { kind: 'contains', lane: 0, text: 'isupper()' },
      { kind: 'lacks', lane: 0, text: 'Paris' },
    ],
  },
  {
    id: 'polite-request',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, PLEASE), asked(LARGE, PLEASE)],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'lacks', lane, text: 'def ' },
          { kind: 'realWords', lane, atLeast: 0.95 },
          { kind: 'ends', lane },
        ] as const,
    ),
  },
  {
    id: 'two-and-two',
    theme: 'limits',
    options: 3,
    answer: 2,
    lanes: [asked(LARGE_STORIES, SUM), asked(LARGE, SUM)],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'lacks', lane, text: '4' },
          { kind: 'realWords', lane, atLeast: 0.9 },
          { kind: 'ends', lane },
        ] as const,
    ),
  },
  {
    id: 'given-mistake',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, MINUS), asked(LARGE, MINUS)],
    claims: [
      { kind: 'begins', lane: 0, text: ' b' },
      { kind: 'fails', lane: 0, verdict: 'wrong answer' },
      { kind: 'same', lanes: [0, 1] },
    ],
  },
  {
    id: 'no-loop',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, NO_LOOP), asked(LARGE, NO_LOOP)],
    claims: [0, 1].map((lane) => ({ kind: 'contains', lane, text: 'for i in range' }) as const),
  },
  {
    id: 'leap-year',
    theme: 'limits',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, LEAP), asked(LARGE, LEAP)],
    claims: [
      { kind: 'begins', lane: 0, text: '\n    return year % 4 == 0 and (year % 100' },
      { kind: 'fails', lane: 0, verdict: 'parse error' },
      { kind: 'passes', lane: 1 },
    ],
  },
];
