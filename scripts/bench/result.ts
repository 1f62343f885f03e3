/** What `npm run bench` writes into tests/bench/latest.json. */
import {
  finite,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  string,
  strictObject,
  type GenericSchema,
  type InferOutput,
} from 'valibot';

const amount = pipe(number(), finite(), minValue(0));

const Spread = strictObject({ median: amount, min: amount, max: amount });

const TrainingResult = strictObject({
  backend: picklist(['webgl', 'wasm']),
  /** Over 8 steps whose losses are read together, as far as an implementation lets them be. */
  programsPerStep: amount,
  uploadsPerStep: amount,
  readbacksPerStep: amount,
  msPerStep: Spread,
  /** How many times as fast as `reference`: the median of the rounds. */
  ratioToReference: amount,
  /** How many times as fast as `peer-genai`: the median of the rounds. */
  ratioToPeer: amount,
  /** From a fresh worker, its script and weights there, until the first loss is known: shaders are compiled in it. */
  firstStepMs: amount,
  /** The most that the GPU ever held. */
  gpuBytes: amount,
});

const GenerationResult = strictObject({
  /** Median of the positions after the prompt's. */
  programsPerToken: amount,
  /** One text, its prompt, the read-backs and the drawing of tokens included. */
  tokensPerSecond: amount,
  /** How many times as fast as `reference`, which keeps nothing between tokens. */
  ratioToUncached: amount,
  /** How many times as fast as `peer-genai` with its cache. */
  ratioToPeer: amount,
  /** Tokens a second of 64 texts as one batch, over those of one text; null for one that writes single texts only. */
  batch64Speedup: nullable(amount),
});

const PAGE = {
  framesPerSecond: amount,
  /** From the click on Pause until a frame shows it: median. */
  pauseMs: amount,
  longestTaskMs: amount,
};

/** The page on one engine, in more detail. */
const PageDetails = strictObject({
  ...PAGE,
  pauseMaxMs: amount,
  /** From the click until the worker has confirmed it. */
  pauseConfirmedMs: strictObject({ median: amount, max: amount }),
  /** Steps that the page shows beyond the one at which it paused. */
  stepsAfterPause: amount,
  /** Median time between two steps, evaluations and samples left out by being rare. */
  stepMs: amount,
});

const byImplementation = <T extends GenericSchema>(result: T) =>
  strictObject({
    reference: result,
    fused: result,
    wasm: result,
    'wasm-reference': result,
    'peer-genai': result,
  });

export const BenchResult = strictObject({
  machine: strictObject({ processor: string(), cores: amount, browser: string(), renderer: string() }),
  training: strictObject({
    tiny: byImplementation(TrainingResult),
    micro: byImplementation(TrainingResult),
  }),
  generation: strictObject({ tiny: byImplementation(GenerationResult) }),
  /** The page on the engine that it chose by itself. */
  page: strictObject(PAGE),
  pageByEngine: strictObject({ webgl: PageDetails, wasm: PageDetails }),
});

export type BenchResult = InferOutput<typeof BenchResult>;
export type Spread = InferOutput<typeof Spread>;
export type TrainingResult = InferOutput<typeof TrainingResult>;
export type GenerationResult = InferOutput<typeof GenerationResult>;
export type PageDetails = InferOutput<typeof PageDetails>;
/** What a reader's page does while it trains. */
export type PageResult = BenchResult['page'];
