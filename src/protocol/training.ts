/**
 * The boundary between the page and the training worker: plain cloneable data, no behaviour.
 *
 * Every message carries the protocol version and the id of the run it belongs to, so that events of a
 * run that was replaced can be dropped in one place.
 */
import type { GPTConfig, PresetName } from '../engine/config';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';

export const PROTOCOL_VERSION = 4;

export type BackendName = 'webgl' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendName;
/** The backends fast enough to be timed in a moment. */
export type TimedBackend = Exclude<BackendName, 'cpu'>;

/** How fast a backend was found to be on this machine. */
export interface Pace {
  /** What was timed: the program and, for WebGL, the graphics processor. The pace of another one means nothing. */
  readonly of: string;
  /** Of a training step of preset nano; null when it could not be done right. */
  readonly msPerStep: number | null;
}
/** One that was never timed is absent. */
export type Paces = Readonly<Partial<Record<TimedBackend, Pace>>>;

export type Phase = 'pretrain' | 'fineTune';

/** What a run reads. Generated corpora are named by kind and made in the worker from the run's seed. */
export type CorpusRecipe =
  | { readonly kind: 'stories' }
  | { readonly kind: 'ownText'; readonly name: string; readonly text: string }
  | { readonly kind: 'snippets' }
  /** The reader's snippets, each `weight` times as likely as a generated one; `only` leaves out the generated. */
  | { readonly kind: 'ownSnippets'; readonly snippets: readonly string[]; readonly only: boolean };

/** Everything that decides a run: the same recipe gives the same losses. */
export interface RunRecipe {
  readonly phase: Phase;
  readonly preset: PresetName;
  readonly seed: number;
  readonly totalSteps: number;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly corpus: CorpusRecipe;
  /** Share of rows that repeat prose while fine-tuning, 0..1; 0 when pretraining. */
  readonly replay: number;
  readonly tokenizer: TokenizerFile;
  /** Id of the saved point the weights came from; null means fresh weights from the seed. */
  readonly startedFrom: string | null;
}

/** Settings of one generation. temperature 0 is greedy; topK 0 and topP 1 are off. */
export interface GenerateSettings {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
  readonly maxNewTokens: number;
}

/** Where the weights of a generation come from. */
export type ModelSource =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'untrained';
      readonly preset: PresetName;
      readonly seed: number;
      readonly tokenizer: TokenizerFile;
    }
  /** Safetensors bytes; the worker keeps the last few ids parsed. */
  | { readonly kind: 'checkpoint'; readonly checkpointId: string; readonly bytes: Uint8Array };

/** One of many programs to be written together; the seed takes the place of that in the settings. */
export interface ProgramRequest {
  readonly prompt: string;
  readonly seed: number;
}

export type TrainingCommand =
  /** `paces`: what was measured before, so that it need not be measured again. */
  | { readonly type: 'initialise'; readonly backend: BackendChoice; readonly paces: Paces }
  /** `origin`: safetensors bytes of the weights to start from, or null for fresh ones. */
  | { readonly type: 'start'; readonly recipe: RunRecipe; readonly origin: Uint8Array | null }
  /** Continues an autosaved run exactly where it was saved. */
  | { readonly type: 'restore'; readonly bytes: Uint8Array; readonly running: boolean }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One optimizer step, then paused again. */
  | { readonly type: 'step' }
  /** Ends the run early; its weights are kept as a saved point. */
  | { readonly type: 'stop' }
  /** Forgets the run and its tensors. */
  | { readonly type: 'reset' }
  /** Asks for an autosave now, e.g. before the page is hidden. */
  | { readonly type: 'save' }
  | {
      readonly type: 'generate';
      readonly requestId: string;
      readonly source: ModelSource;
      readonly prompt: string;
      readonly settings: GenerateSettings;
      /** Tokens the answer begins with: they are given and not drawn. Empty for an answer of the model's own. */
      readonly road: readonly number[];
    }
  /** Writes many programs with one model, in batches. */
  | {
      readonly type: 'evaluate';
      readonly requestId: string;
      readonly source: ModelSource;
      readonly requests: readonly ProgramRequest[];
      readonly settings: Omit<GenerateSettings, 'seed'>;
    }
  /** Looks up which generated snippet that a run of this size and seed reads is most like each program. */
  | {
      readonly type: 'compare';
      readonly requestId: string;
      readonly programs: readonly string[];
      readonly preset: PresetName;
      readonly seed: number;
    }
  /** Reads a file that the reader brought: whether it is a model of this page, and what there is to know of it. */
  | { readonly type: 'inspect'; readonly requestId: string; readonly bytes: Uint8Array }
  /** Ends whatever this request asked for. */
  | { readonly type: 'cancelGenerate'; readonly requestId: string };

export interface StepReport {
  /** Steps done after this one, 1-based within the run. */
  readonly step: number;
  readonly lossNats: number;
  readonly bitsPerByte: number;
  readonly learningRate: number;
  readonly gradNorm: number;
}

/** Losses on held-out text. `null` where this run does not watch that corpus. */
export interface Evaluation {
  readonly step: number;
  readonly proseBitsPerByte: number | null;
  readonly codeBitsPerByte: number | null;
}

/** What simpler guessers reach on the same held-out text, in bits per byte. */
export interface Baselines {
  readonly uniform: number;
  readonly letters: number;
  readonly bigram: number;
  readonly fourGram: number;
}

export interface Sample {
  readonly step: number;
  readonly prompt: string;
  readonly text: string;
  /** Share of its words found in the corpus' lexicon, 0..1; null for code. */
  readonly realWords: number | null;
}

/** What a model in training wrote for one of the fixed probing prompts. */
export interface ProbeProgram {
  readonly taskId: string;
  readonly prompt: string;
  readonly text: string;
}

/** The answers to all probing prompts at one step, each the likeliest the model has. */
export interface Probe {
  readonly step: number;
  readonly programs: readonly ProbeProgram[];
}

/** What the training snippets hold most like a program. */
export interface NearestSnippet {
  readonly snippet: string;
  /** True when the snippet says the same, blanks and names of the function aside. */
  readonly isVerbatim: boolean;
  /** True when it says the same once arguments and variables are renamed, too. */
  readonly isRenamed: boolean;
  /** 0..1; 1 for the same text. */
  readonly similarity: number;
}

export interface TokenChoice {
  readonly id: number;
  readonly text: string;
  /** Probability after temperature, top-k and top-p, 0..1. */
  readonly prob: number;
  /** Probability as the model gave it, at temperature 1 with nothing cut, 0..1. */
  readonly modelProb: number;
}

export interface GeneratedToken extends TokenChoice {
  readonly index: number;
  /** (V) What the model gave every token at this place: temperature, top-k and top-p are applied to these. */
  readonly logits: Float32Array;
  /** The likeliest tokens at this place, best first, the chosen one among them if it is. */
  readonly alternatives: readonly TokenChoice[];
}

/** Facts of a saved point. The weights travel beside it. */
export interface SavedPointInfo {
  readonly phase: 'untrained' | 'pretrained' | 'fineTuned';
  readonly preset: PresetName;
  readonly config: GPTConfig;
  readonly parameterCount: number;
  /** Steps of this run, and of the runs before it that led to these weights. */
  readonly step: number;
  readonly totalSteps: number;
  readonly priorSteps: number;
  /** UTF-8 bytes of training text read so far, earlier runs included. */
  readonly bytesSeen: number;
  readonly seed: number;
  readonly evaluation: Evaluation | null;
  readonly sample: Sample | null;
}

export type FailureCode =
  'noBackend' | 'badCheckpoint' | 'badCorpus' | 'badRecipe' | 'diverged' | 'contextLost' | 'internal';

export type RunStatus = 'running' | 'paused' | 'finished' | 'stopped';

export type TrainingEvent =
  /** Parts of the backend that are ready, before it is: compiling programs for a graphics processor takes seconds. */
  | { readonly type: 'preparing'; readonly ready: number; readonly total: number }
  | {
      readonly type: 'ready';
      readonly backend: BackendName;
      readonly reason: string;
      readonly renderer: string | null;
      /** All that is known now, to be remembered. */
      readonly paces: Paces;
    }
  | {
      readonly type: 'started';
      readonly recipe: RunRecipe;
      readonly config: GPTConfig;
      readonly parameterCount: number;
      /** Steps already done: more than 0 when restored. */
      readonly step: number;
      /** UTF-8 bytes of training text read so far, earlier runs included. */
      readonly bytesSeen: number;
      /** Steps of earlier runs that led to the starting weights. */
      readonly priorSteps: number;
      readonly running: boolean;
      /** Earlier curves of a restored run; empty for a fresh one. */
      readonly history: RunHistory;
    }
  | { readonly type: 'baselined'; readonly baselines: Baselines }
  /** About 10 a second while training, never empty. */
  | {
      readonly type: 'stepped';
      readonly reports: readonly StepReport[];
      /** Read while training, without the time for measurements, samples and saves. */
      readonly tokensPerSecond: number;
      /** Time that a step takes of the run's life, with its share of the measurements, samples and saves between steps. */
      readonly msPerStep: number;
      readonly bytesSeen: number;
    }
  | { readonly type: 'evaluated'; readonly evaluation: Evaluation }
  | { readonly type: 'sampled'; readonly sample: Sample }
  | { readonly type: 'probed'; readonly probe: Probe }
  /** A point of the run's life worth keeping: half-precision weights, no optimizer state. */
  | { readonly type: 'saved'; readonly info: SavedPointInfo; readonly bytes: Uint8Array }
  /** Everything needed to continue: float32 weights, optimizer state, history, recipe. */
  | {
      readonly type: 'autosaved';
      readonly step: number;
      readonly status: RunStatus;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'paused'; readonly step: number }
  | { readonly type: 'resumed'; readonly step: number }
  | { readonly type: 'stopped'; readonly step: number }
  | { readonly type: 'finished'; readonly step: number }
  | { readonly type: 'cleared' }
  | {
      readonly type: 'generating';
      readonly requestId: string;
      readonly promptTokens: readonly string[];
      /** UTF-16 units at the end of the prompt, without the whitespace behind it, that the model sees as whole characters. */
      readonly seenCharacters: number;
      readonly truncated: boolean;
      /** The text of every token, by id; a token that is no whole character has U+FFFD in it. */
      readonly vocabulary: readonly string[];
    }
  | { readonly type: 'generatedToken'; readonly requestId: string; readonly token: GeneratedToken }
  | {
      readonly type: 'generated';
      readonly requestId: string;
      readonly text: string;
      readonly ended: 'endOfText' | 'maxNewTokens' | 'cancelled';
      readonly durationMs: number;
    }
  /** A batch of what `evaluate` asked for. `index` is the place in its requests; `done` of `total` are written now. */
  | {
      readonly type: 'evaluatedPrograms';
      readonly requestId: string;
      readonly programs: readonly { readonly index: number; readonly text: string }[];
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'evaluatedAll';
      readonly requestId: string;
      readonly ended: 'done' | 'cancelled';
      readonly durationMs: number;
    }
  /** In the order of the programs; those not looked at any more when it was cancelled are missing. */
  | { readonly type: 'compared'; readonly requestId: string; readonly nearest: readonly NearestSnippet[] }
  /** The file holds a model; one that cannot be used fails with code `badCheckpoint`. */
  | { readonly type: 'inspected'; readonly requestId: string; readonly info: SavedPointInfo }
  /** A request that failed names its `requestId`; a run that failed is over unless it was autosaved. */
  | {
      readonly type: 'failed';
      readonly code: FailureCode;
      readonly message: string;
      readonly requestId: string | null;
    };

/** The curves of a run so far. */
export interface RunHistory {
  readonly reports: readonly StepReport[];
  readonly evaluations: readonly Evaluation[];
  readonly samples: readonly Sample[];
  readonly probes: readonly Probe[];
  readonly baselines: Baselines | null;
}

/** What travels: a command or event, with its version and run. runId '' belongs to no run. */
export type ToWorker = TrainingCommand & {
  readonly protocol: typeof PROTOCOL_VERSION;
  readonly runId: string;
};
export type FromWorker = TrainingEvent & {
  readonly protocol: typeof PROTOCOL_VERSION;
  readonly runId: string;
};

/** The page's end of the wire. A dead worker or a lost graphics context arrives as a `failed` event with code `contextLost`. */
export interface TrainingClient {
  send(runId: string, command: TrainingCommand): void;
  subscribe(listener: (event: FromWorker) => void): () => void;
  /** Ends the worker and starts a fresh one; the caller initialises it again. */
  restart(): void;
  dispose(): void;
}
