/** Presets: chance, and how much of it. */
import {
  asked,
  FACTORIAL,
  LARGE_STORIES,
  ONCE,
  ONE_DAY,
  SMALL,
  type GalleryPreset,
  type GallerySettings,
} from './preset';

const opening = (change: Partial<GallerySettings>) =>
  asked(LARGE_STORIES, ONCE, { maxNewTokens: 40, ...change });
/** Few tokens: so hot, a long text soon has a draw that is too close to call. */
const hot = (change: Partial<GallerySettings>) =>
  opening({ temperature: 2, seed: 39, maxNewTokens: 20, ...change });

export const TEMPERATURE: readonly GalleryPreset[] = [
  {
    id: 'cold-seeds',
    theme: 'temperature',
    options: 3,
    answer: 0,
    lanes: [1, 2, 3].map((seed) => opening({ seed })),
    claims: [{ kind: 'same', lanes: [0, 1, 2] }],
  },
  {
    id: 'warm-seeds',
    theme: 'temperature',
    options: 3,
    answer: 2,
    lanes: [1, 2, 3, 4].map((seed) => opening({ temperature: 0.8, seed })),
    claims: [
      { kind: 'differ', lanes: [0, 1, 2, 3] },
      ...[0, 1, 2, 3].map((lane) => ({ kind: 'realWords', lane, atLeast: 0.95 }) as const),
    ],
  },
  {
    id: 'sure-or-not',
    theme: 'temperature',
    options: 3,
    answer: 1,
    lanes: [
      ...[1, 2].map((seed) => asked(SMALL, FACTORIAL, { temperature: 0.8, seed, maxNewTokens: 40 })),
      ...[1, 2].map((seed) => asked(SMALL, ONCE, { temperature: 0.8, seed, maxNewTokens: 40 })),
    ],
    claims: [
      { kind: 'same', lanes: [0, 1] },
      { kind: 'passes', lane: 0 },
      { kind: 'differ', lanes: [2, 3] },
    ],
  },
  {
    id: 'hot-code',
    theme: 'temperature',
    options: 3,
    answer: 2,
    lanes: [0, 0.8, 1.2, 1.6].map((temperature) =>
      asked(SMALL, FACTORIAL, { temperature, seed: 6, maxNewTokens: 64 }),
    ),
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'same', lanes: [0, 1, 2] },
      { kind: 'fails', lane: 3, verdict: 'parse error' },
    ],
  },
  {
    id: 'narrow-choice',
    theme: 'temperature',
    options: 3,
    answer: 0,
    lanes: [hot({}), hot({ topK: 5 }), hot({ topP: 0.5 })],
    claims: [
      { kind: 'realWords', lane: 0, atMost: 0.8 },
      { kind: 'realWords', lane: 1, atLeast: 0.95 },
      { kind: 'realWords', lane: 2, atLeast: 0.95 },
    ],
  },
  {
    id: 'top-k-one',
    theme: 'temperature',
    options: 3,
    answer: 1,
    lanes: [opening({}), opening({ temperature: 2, topK: 1 })],
    claims: [{ kind: 'same', lanes: [0, 1] }],
  },
  {
    id: 'in-circles',
    theme: 'temperature',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, ONE_DAY), asked(SMALL, ONE_DAY, { temperature: 0.8, seed: 3 })],
    claims: [
      { kind: 'repeats', lane: 0 },
      { kind: 'runsOn', lane: 0 },
      { kind: 'ends', lane: 1 },
    ],
  },
];
