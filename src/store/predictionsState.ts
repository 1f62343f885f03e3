/** What the reader guesses, and what the page may do with it. */

/** Guesses by question id. */
export type Predictions = Readonly<Record<string, string>>;

/** Guesses that an earlier visit left on this machine, perhaps somebody else's: none counts until the reader says so. */
export interface EarlierGuesses {
  readonly predictions: Predictions;
  /** When the latest was made, in milliseconds since 1970; null where that was not kept. */
  readonly lastMs: number | null;
}

export interface PredictionActions {
  predict(questionId: string, answer: string): void;
  /** Forgets all guesses, those of earlier visits too. */
  forgetPredictions(): void;
  /** Counts the guesses of an earlier visit as this reader's; one that was made meanwhile counts more. */
  keepEarlierGuesses(): void;
  forgetEarlierGuesses(): void;
  /** Empties this machine of models, run, guesses and settings; false when the browser refused. Load the page anew after it. */
  forgetEverything(): Promise<boolean>;
}
