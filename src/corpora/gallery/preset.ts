/** What a preset of the gallery is: something to ask, a guess to make, and what can be seen then. Its words live with the page. */

/** Settings of an answer, as the page's sliders name them. */
export interface GallerySettings {
  /** 0 always takes the likeliest token. */
  readonly temperature: number;
  /** 0 keeps all tokens. */
  readonly topK: number;
  /** 1 keeps all tokens. */
  readonly topP: number;
  readonly seed: number;
  readonly maxNewTokens: number;
}

/** One answer: what is asked, of which model, how. */
export interface GalleryLane {
  readonly prompt: string;
  /** Of a model that came with the page, or 'untrained'. */
  readonly checkpointId: string;
  readonly settings: GallerySettings;
}

/** What can be seen in the answers, so that a program can check it. Lanes count from 0. */
export type Claim =
  | { readonly kind: 'passes'; readonly lane: number }
  | {
      readonly kind: 'fails';
      readonly lane: number;
      /** A program that gives a wrong answer parses; the others do not, or stop with an error. */
      readonly verdict: 'parse error' | 'runtime error' | 'wrong answer';
    }
  /** 'lacks' means that a text does not contain it. */
  | { readonly kind: 'begins' | 'contains' | 'lacks'; readonly lane: number; readonly text: string }
  /** 'differ' means that no two of them are the same. */
  | { readonly kind: 'same' | 'differ'; readonly lanes: readonly number[] }
  /** By itself, or only because no more tokens were allowed. */
  | { readonly kind: 'ends' | 'runsOn'; readonly lane: number }
  | { readonly kind: 'realWords'; readonly lane: number; readonly atLeast: number }
  | { readonly kind: 'realWords'; readonly lane: number; readonly atMost: number }
  /** Writes the same three times in a row. */
  | { readonly kind: 'repeats'; readonly lane: number };

export const GALLERY_THEMES = [
  'firstCode',
  'wording',
  'temperature',
  'memory',
  'limits',
  'stories',
  'breakIt',
] as const;
export type GalleryTheme = (typeof GALLERY_THEMES)[number];

export interface GalleryPreset {
  /** Unique; part of links, so it stays. */
  readonly id: string;
  readonly theme: GalleryTheme;
  /** How many answers its question offers. */
  readonly options: 2 | 3 | 4;
  /** The right one of them, from 0. */
  readonly answer: number;
  /** One to four. */
  readonly lanes: readonly GalleryLane[];
  readonly claims: readonly Claim[];
}

/** Nothing is left to chance, and nothing is cut. */
const GREEDY: GallerySettings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 96 };

/** An answer that always takes the likeliest token, but for what is changed. */
export function asked(
  checkpointId: string,
  prompt: string,
  change: Partial<GallerySettings> = {},
): GalleryLane {
  return { checkpointId, prompt, settings: { ...GREEDY, ...change } };
}

export const UNTRAINED = 'untrained';
export const NANO = 'nano-fine-tuned';
export const SMALL = 'small-fine-tuned';
export const SMALL_STORIES = 'small-pretrained';
/** The page calls it the large one. */
export const LARGE = 'shipped-fine-tuned';
export const LARGE_STORIES = 'shipped-pretrained';

export const FACTORIAL = '# return the factorial of n\ndef factorial(n):';
export const ONCE = 'Once upon a time';
export const ONE_DAY = 'One day, Mia went';
