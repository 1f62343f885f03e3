/** Presets: prompts that are nothing like what the models read. */
import { asked, LARGE, SMALL, type GalleryPreset } from './preset';

const BANANA = '# check if banana is even\ndef is_even(banana):';
const SERVER = '# build a web server\ndef server(port):';
const eightTimes = (word: string): string => Array.from({ length: 8 }, () => word).join(' ');

export const BREAK_IT: readonly GalleryPreset[] = [
  {
    id: 'smileys',
    theme: 'breakIt',
    options: 3,
    answer: 1,
    lanes: [asked(LARGE, '🙂🙂🙂')],
    claims: [
      { kind: 'lacks', lane: 0, text: '🙂' },
      { kind: 'realWords', lane: 0, atMost: 0.9 },
    ],
  },
  {
    id: 'banana',
    theme: 'breakIt',
    options: 3,
    answer: 2,
    lanes: [asked(SMALL, BANANA), asked(LARGE, BANANA)],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'contains', lane, text: '% 2 == 0' },
          { kind: 'lacks', lane, text: 'banana' },
          { kind: 'fails', lane, verdict: 'runtime error' },
        ] as const,
    ),
  },
  {
    id: 'web-server',
    theme: 'breakIt',
    options: 3,
    answer: 1,
    lanes: [asked(SMALL, SERVER), asked(LARGE, SERVER)],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'begins', lane, text: '\n    return ' },
          { kind: 'lacks', lane, text: 'server' },
          { kind: 'ends', lane },
        ] as const,
    ),
  },
  {
    id: 'javascript',
    theme: 'breakIt',
    options: 3,
    answer: 2,
    lanes: [asked(LARGE, 'function add(a, b) {'), asked(LARGE, 'function isEven(n) {')],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'begins', lane, text: '.' },
          { kind: 'lacks', lane, text: 'return' },
          { kind: 'ends', lane },
        ] as const,
    ),
  },
  {
    id: 'no-no-no',
    theme: 'breakIt',
    options: 3,
    answer: 0,
    lanes: [asked(SMALL, eightTimes('no')), asked(SMALL, eightTimes('yes'))],
    claims: [
      { kind: 'begins', lane: 0, text: ' no no no' },
      { kind: 'repeats', lane: 0 },
      { kind: 'runsOn', lane: 0 },
      { kind: 'ends', lane: 1 },
    ],
  },
];
