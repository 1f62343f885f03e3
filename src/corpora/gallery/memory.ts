/** Presets: what a model remembers, of its prompt and of what it read. */
import { asked, LARGE, LARGE_STORIES, ONCE, SMALL, SMALL_STORIES, type GalleryPreset } from './preset';

const bedtime = (name: string): string =>
  `Once upon a time, there was a girl named ${name}. She carried the dog home in her arms. That night,`;
/** Longer than the model can look back: of the name nothing is left at its end. */
const longDay = (name: string): string =>
  `Once upon a time, there was a girl named ${name}. One day, she went to the market. The air was fresh, and the sun was warm. She saw a brown dog next to a bench. The dog was hungry, so she gave it bread. Then it began to rain. She carried the dog home in her arms. Her mother smiled and made soup for dinner. In the evening, she told her father about it. That night,`;
const EVEN_IF = 'A number is even if';

export const MEMORY: readonly GalleryPreset[] = [
  {
    id: 'who-slept',
    theme: 'memory',
    options: 3,
    answer: 1,
    lanes: [SMALL_STORIES, LARGE].flatMap((model) =>
      ['Mia', 'Ruby'].map((name) => asked(model, bedtime(name), { maxNewTokens: 32 })),
    ),
    claims: [
      { kind: 'begins', lane: 0, text: ' Sam' },
      { kind: 'begins', lane: 1, text: ' Sam' },
      { kind: 'begins', lane: 2, text: ' Mia slept well.' },
      { kind: 'begins', lane: 3, text: ' Ruby slept well.' },
    ],
  },
  {
    id: 'out-of-sight',
    theme: 'memory',
    options: 3,
    answer: 2,
    lanes: [bedtime('Lily'), longDay('Lily'), longDay('Zoe')].map((prompt) =>
      asked(LARGE_STORIES, prompt, { maxNewTokens: 32 }),
    ),
    claims: [
      { kind: 'begins', lane: 0, text: ' Lily slept well.' },
      { kind: 'contains', lane: 1, text: 'slept well.' },
      { kind: 'lacks', lane: 1, text: 'Lily' },
      { kind: 'same', lanes: [1, 2] },
    ],
  },
  {
    id: 'by-heart',
    theme: 'memory',
    options: 3,
    answer: 1,
    lanes: [15, 21].map((number) => asked(LARGE, `def fizzbuzz(n):\n    if n % ${number} == 0:`)),
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'same', lanes: [0, 1] },
      { kind: 'contains', lane: 1, text: 'n % 5 == 0' },
      { kind: 'fails', lane: 1, verdict: 'wrong answer' },
    ],
  },
  {
    id: 'numbers-it-met',
    theme: 'memory',
    options: 3,
    answer: 1,
    lanes: [7, 10, 15].map((by) => asked(SMALL, `# add ${by} to n\ndef add_${by}(n):`)),
    claims: [
      { kind: 'passes', lane: 0 },
      { kind: 'passes', lane: 1 },
      { kind: 'begins', lane: 2, text: '\n    return n + ' },
      { kind: 'fails', lane: 2, verdict: 'wrong answer' },
    ],
  },
  {
    id: 'still-stories',
    theme: 'memory',
    options: 3,
    answer: 0,
    lanes: [asked(LARGE_STORIES, ONCE, { maxNewTokens: 64 }), asked(LARGE, ONCE, { maxNewTokens: 64 })],
    claims: [0, 1].flatMap(
      (lane) =>
        [
          { kind: 'begins', lane, text: ', there was a ' },
          { kind: 'realWords', lane, atLeast: 0.95 },
        ] as const,
    ),
  },
  {
    id: 'recited',
    theme: 'memory',
    options: 3,
    answer: 1,
    lanes: [
      asked(SMALL_STORIES, EVEN_IF, { maxNewTokens: 24 }),
      asked(LARGE_STORIES, EVEN_IF, { maxNewTokens: 24 }),
    ],
    claims: [
      { kind: 'begins', lane: 0, text: ' it can be divided by two without a remainder.' },
      { kind: 'contains', lane: 0, text: '14 is even and 14 is odd' },
      { kind: 'begins', lane: 1, text: ' it can be divided by two without a remainder.' },
      { kind: 'contains', lane: 1, text: '12 is even and 11 is odd' },
    ],
  },
];
