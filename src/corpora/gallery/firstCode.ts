/** Presets: a model that learned to write code. */
import { asked, FACTORIAL, LARGE, NANO, SMALL, SMALL_STORIES, UNTRAINED, type GalleryPreset } from './preset';

const PRIME = '# check if n is prime\ndef is_prime(n):';

export const FIRST_CODE: readonly GalleryPreset[] = [
  {
    id: 'three-ages',
    theme: 'firstCode',
    options: 3,
    answer: 1,
    lanes: [
      asked(UNTRAINED, FACTORIAL, { maxNewTokens: 16 }),
      asked(SMALL_STORIES, FACTORIAL, { maxNewTokens: 48 }),
      asked(SMALL, FACTORIAL),
    ],
    claims: [
      { kind: 'realWords', lane: 0, atMost: 0.5 },
      { kind: 'fails', lane: 0, verdict: 'parse error' },
      { kind: 'contains', lane: 1, text: 'The factorial of a number is' },
      { kind: 'fails', lane: 1, verdict: 'parse error' },
      { kind: 'passes', lane: 2 },
    ],
  },
  {
    id: 'first-factorial',
    theme: 'firstCode',
    options: 3,
    answer: 0,
    lanes: [asked(SMALL, FACTORIAL)],
    claims: [
      { kind: 'begins', lane: 0, text: '\n    result = 1' },
      { kind: 'passes', lane: 0 },
      { kind: 'ends', lane: 0 },
    ],
  },
  {
    id: 'growing-up',
    theme: 'firstCode',
    options: 3,
    answer: 2,
    lanes: [10, 50, 100, 200].map((step) => asked(`${SMALL}-${step}`, FACTORIAL, { maxNewTokens: 64 })),
    claims: [
      { kind: 'fails', lane: 0, verdict: 'parse error' },
      { kind: 'contains', lane: 1, text: 'return sum(' },
      { kind: 'fails', lane: 1, verdict: 'parse error' },
      { kind: 'fails', lane: 2, verdict: 'runtime error' },
      { kind: 'passes', lane: 3 },
    ],
  },
  {
    id: 'three-sizes',
    theme: 'firstCode',
    options: 3,
    answer: 1,
    lanes: [asked(NANO, PRIME), asked(SMALL, PRIME), asked(LARGE, PRIME)],
    claims: [
      { kind: 'fails', lane: 0, verdict: 'wrong answer' },
      { kind: 'lacks', lane: 0, text: 'True' },
      { kind: 'passes', lane: 1 },
      { kind: 'passes', lane: 2 },
    ],
  },
  {
    id: 'only-def',
    theme: 'firstCode',
    options: 3,
    answer: 1,
    lanes: [1, 3, 4].map((seed) => asked(LARGE, 'def', { temperature: 1, seed, maxNewTokens: 32 })),
    claims: [
      { kind: 'differ', lanes: [0, 1, 2] },
      { kind: 'contains', lane: 0, text: 'return' },
      { kind: 'contains', lane: 1, text: 'return' },
      { kind: 'contains', lane: 2, text: 'return' },
    ],
  },
];
