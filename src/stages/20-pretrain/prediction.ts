/** The guesses offered, each a span of steps: above `from`, up to and including `to`. */
export const GUESSES = {
  within25: { from: -1, to: 25 },
  within100: { from: 25, to: 100 },
  within300: { from: 100, to: 300 },
  later: { from: 300, to: Infinity },
} as const;

export type Guess = keyof typeof GUESSES;

/** The id the guess is kept under. */
export const QUESTION = 'pretrain/real-words';

/** From this share of real words on we say "most": one lucky "the the the" does not reach it for long. */
export const MOST = 0.8;

/** True for a guess this stage offers; what was kept may come from an older page. */
export function isGuess(value: string | undefined): value is Guess {
  return value !== undefined && Object.hasOwn(GUESSES, value);
}

interface Measured {
  readonly step: number;
  readonly realWords: number | null;
}

/** The first step from which on all it wrote is made of real words, mostly; null when the run did not get there. */
export function stepOfMostRealWords(samples: readonly Measured[]): number | null {
  let first: number | null = null;
  for (const { step, realWords } of samples) {
    if (realWords === null || realWords < MOST) first = null;
    else first ??= step;
  }
  return first;
}

/**
 * A guess beside what happened.
 * @param step what `stepOfMostRealWords` found
 * @param stepsTrained how far the run went: a guess beyond it stays open
 */
export function judge(guess: Guess, step: number | null, stepsTrained: number): 'right' | 'wrong' | 'open' {
  const { from, to } = GUESSES[guess];
  if (step !== null) return step > from && step <= to ? 'right' : 'wrong';
  if (to <= stepsTrained) return 'wrong';
  return to === Infinity && from <= stepsTrained ? 'right' : 'open';
}
