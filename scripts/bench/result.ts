/** What `npm run bench` writes into tests/bench/latest.json. */
import type { ImplementationName, ShapeName } from './shapes';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface TrainingResult {
  readonly backend: 'webgl' | 'wasm';
  /** Over 8 steps whose losses are read together. */
  readonly programsPerStep: number;
  readonly uploadsPerStep: number;
  readonly readbacksPerStep: number;
  readonly msPerStep: Spread;
  /** How many times as fast as `reference`: the median of the rounds. */
  readonly ratioToReference: number;
  /** How many times as fast as `peer-genai`: the median of the rounds. */
  readonly ratioToPeer: number;
  /** From a fresh worker, its script and weights there, until the first loss is read: shaders are compiled in it. */
  readonly firstStepMs: number;
  /** The most that the GPU ever held. */
  readonly gpuBytes: number;
}

export interface GenerationResult {
  /** Median of the positions after the prompt's. */
  readonly programsPerToken: number;
  /** One text, its prompt, the read-backs and the drawing of tokens included. */
  readonly tokensPerSecond: number;
  /** How many times as fast as `reference`, which keeps nothing between tokens. */
  readonly ratioToUncached: number;
  /** How many times as fast as `peer-genai` with its cache. */
  readonly ratioToPeer: number;
  /** Tokens a second of 64 texts as one batch, over those of one text; null for one that writes single texts only. */
  readonly batch64Speedup: number | null;
}

/** What a reader's page does while it trains. */
export interface PageResult {
  readonly framesPerSecond: number;
  /** From the click on Pause until a frame shows it: median. */
  readonly pauseMs: number;
  readonly longestTaskMs: number;
}

/** The page on one engine, in more detail. */
export interface PageDetails extends PageResult {
  readonly pauseMaxMs: number;
  /** From the click until the worker has confirmed it. */
  readonly pauseConfirmedMs: { readonly median: number; readonly max: number };
  /** Steps that began after the click; must be 0. */
  readonly stepsAfterPause: number;
  /** Median time between two steps, evaluations and samples left out by being rare. */
  readonly stepMs: number;
}

export type ByImplementation<T> = Readonly<Record<ImplementationName, T>>;

export interface BenchResult {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly browser: string;
    readonly renderer: string;
  };
  readonly training: Readonly<Record<ShapeName, ByImplementation<TrainingResult>>>;
  readonly generation: { readonly tiny: ByImplementation<GenerationResult> };
  /** On the engine that the page chose by itself. */
  readonly page: PageResult;
  readonly pageByEngine: Readonly<Record<'webgl' | 'wasm', PageDetails>>;
}
