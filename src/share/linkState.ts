import type { PresetName } from '../engine/config';

/**
 * The version this page writes. Raise it when a key changes its meaning, and migrate the older ones.
 *
 * Version 2 added lanes, compressed prompts, recordings, what is hidden and the presenter's mode; what version 1
 * says it says with the same keys, so that links of version 1 are read as they are.
 */
export const LINK_VERSION = 2;

/** Every stage there is, by the name it has in a link. Never contains the folder's number. */
export const LINK_STAGES = [
  'start',
  'tokenize',
  'pretrain',
  'fine-tune',
  'prompt',
  'evaluate',
  'conclusion',
] as const;
export type LinkStage = (typeof LINK_STAGES)[number];

export const LINK_BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export type LinkBackend = (typeof LINK_BACKENDS)[number];

/** A model of the sender's own: enough to begin a similar one. Texts, tokens, learning rate and the rest do not travel. */
export interface OwnModel {
  readonly phase: 'untrained' | 'pretrained' | 'fineTuned';
  readonly preset: PresetName;
  /** Steps in its phase; for a model whose next phase had just begun, those it began with. */
  readonly steps: number;
  readonly seed: number;
}

/** What a link can hide from a class, in the order it is written. */
export const LINK_HIDABLE = ['navigation', 'strip', 'settings', 'gallery', 'notes', 'training'] as const;
export type Hidable = (typeof LINK_HIDABLE)[number];

/** The lesson plans there are, by the names they have in links: shortest first. */
export const LINK_PLANS = ['short', 'lesson', 'double'] as const;

/** A lesson plan and the step of it that is open. */
export interface PlanPlace {
  readonly id: (typeof LINK_PLANS)[number];
  /** From 0. */
  readonly step: number;
}

export const LINK_PHASES = ['pretrain', 'fineTune'] as const;

/** The recorded run that is looked at, and the place in it. */
export interface RecordedPlace {
  readonly preset: PresetName;
  readonly phase: (typeof LINK_PHASES)[number];
  readonly step: number;
}

/** What an examination asks for, in the order it is written. */
export const LINK_GROUPS = ['seen', 'newWording', 'near', 'far'] as const;

/** An examination as it was set; its first model is the one the link names. */
export interface LinkExamination {
  /** In the order of `LINK_GROUPS`, each once, at least one. */
  readonly groups: readonly (typeof LINK_GROUPS)[number][];
  readonly tasksPerGroup: number;
  readonly samplesPerTask: number;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
  /** Id of the checkpoint that was examined beside the first; absent for none. */
  readonly beside?: string;
}

/** An answer beside the first: only what it does not share with the first one. */
export interface LinkLane extends Partial<
  Pick<
    LinkFields,
    'prompt' | 'checkpoint' | 'ownModel' | 'temperature' | 'topK' | 'topP' | 'seed' | 'maxNewTokens'
  >
> {
  /** Tokens its answer begins with; absent when all of it is drawn. */
  readonly road?: readonly number[];
}

/** Answers beside the first that a link can carry. */
export const MAX_LINK_LANES = 3;

/** Everything a link can carry. */
export interface LinkFields {
  readonly stage: LinkStage;
  readonly prompt: string;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
  readonly maxNewTokens: number;
  /** Id of a checkpoint that came with the app. */
  readonly checkpoint: string;
  /** Set when `checkpoint` only stands in for a model the sender trained. */
  readonly ownModel: OwnModel;
  /** The engine the sender chose. */
  readonly backend: LinkBackend;
  /** The engine that computed the sender's answer. */
  readonly answeredOn: LinkBackend;
  /** The sender had an answer on the screen: the receiver's page writes it again. */
  readonly run: true;
  /** One to three answers beside the first. */
  readonly lanes: readonly LinkLane[];
  /** Id of a question of the gallery: it is asked before the answers are shown. */
  readonly question: string;
  /** In the order of `LINK_HIDABLE`, each once. */
  readonly hide: readonly Hidable[];
  /** The page opens in the presenter's mode. */
  readonly present: true;
  /** The lesson that is being taught, and how far it has come. */
  readonly plan: PlanPlace;
  readonly recording: RecordedPlace;
  readonly examination: LinkExamination;
}

/** What one link carries: an absent field has its value in `LINK_DEFAULTS`, if it has one there. */
export type LinkState = Partial<LinkFields>;

/** What absent fields of versions 1 and 2 mean. Frozen with the versions: changing a number here changes old links. */
export const LINK_DEFAULTS = {
  prompt: '# return the factorial of n\ndef factorial(n):',
  temperature: 0.8,
  topK: 40,
  topP: 0.95,
  seed: 1,
  maxNewTokens: 96,
} as const satisfies LinkState;

/** Allowed ranges, ends included. */
export const LINK_LIMITS = {
  temperature: { min: 0, max: 2 },
  topK: { min: 0, max: 8192 },
  topP: { min: 0.01, max: 1 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  maxNewTokens: { min: 1, max: 512 },
} as const satisfies Partial<Record<keyof LinkFields, { min: number; max: number }>>;

/** The numbers of an examination, ends included. The smallest group has as many different tasks. */
export const LINK_EXAMINATION_LIMITS = {
  tasksPerGroup: { min: 1, max: 25 },
  samplesPerTask: { min: 1, max: 32 },
  temperature: { min: 0, max: 2 },
  topK: { min: 0, max: 4096 },
  topP: { min: 0.01, max: 1 },
  seed: { min: 0, max: 2 ** 32 - 1 },
} as const;

/** Tokens a road can name: as many as an answer has at most, each of the largest vocabulary. */
export const ROAD_LIMITS = { tokens: 512, id: 8191 } as const;

/** Longest prompt in a link, in UTF-16 units. */
export const MAX_LINK_PROMPT = 1500;

/**
 * No more of a hash is looked at, in characters. In version 1 a full prompt in a script of three bytes a letter
 * takes nine characters a letter, as it is percent-encoded: 13,500.
 */
export const MAX_HASH = 16_384;
