/** Presets: what the models wrote before they met code. */
import { asked, LARGE, LARGE_STORIES, ONCE, ONE_DAY, SMALL_STORIES, type GalleryPreset } from './preset';

export const STORIES: readonly GalleryPreset[] = [
  {
    id: 'first-words',
    theme: 'stories',
    options: 3,
    answer: 0,
    lanes: [10, 50, 100, null].map((step) =>
      asked(step === null ? SMALL_STORIES : `${SMALL_STORIES}-${step}`, ONCE, { maxNewTokens: 32 }),
    ),
    claims: [
      { kind: 'contains', lane: 0, text: 'the the the' },
      { kind: 'repeats', lane: 0 },
      { kind: 'realWords', lane: 1, atMost: 0.8 },
      { kind: 'begins', lane: 2, text: ', there was a girl named' },
      { kind: 'realWords', lane: 3, atLeast: 0.95 },
    ],
  },
  {
    id: 'one-donkey',
    theme: 'stories',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL_STORIES, ONE_DAY), asked(LARGE_STORIES, ONE_DAY)],
    claims: [
      { kind: 'realWords', lane: 0, atLeast: 0.95 },
      { kind: 'contains', lane: 0, text: 'basket' },
      { kind: 'contains', lane: 0, text: 'box' },
      { kind: 'contains', lane: 1, text: 'a hungry donkey' },
      { kind: 'contains', lane: 1, text: 'Soon the donkey was calm' },
    ],
  },
  {
    id: 'the-end',
    theme: 'stories',
    options: 3,
    answer: 1,
    lanes: [asked(LARGE, ONE_DAY), asked(LARGE, ONE_DAY, { maxNewTokens: 16 })],
    claims: [
      { kind: 'contains', lane: 0, text: 'slept well.' },
      { kind: 'ends', lane: 0 },
      { kind: 'runsOn', lane: 1 },
    ],
  },
  {
    id: 'no-spaceships',
    theme: 'stories',
    options: 3,
    answer: 1,
    lanes: [
      asked(LARGE_STORIES, ONE_DAY),
      asked(LARGE_STORIES, 'The robot opened the spaceship door and', { maxNewTokens: 64 }),
    ],
    claims: [
      { kind: 'ends', lane: 0 },
      { kind: 'lacks', lane: 1, text: 'space' },
      { kind: 'realWords', lane: 1, atLeast: 0.85 },
    ],
  },
];
