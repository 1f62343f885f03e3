import type { PresetName } from '../engine/config';

/** The version this page writes. Raise it when a key changes its meaning, and migrate the older ones. */
export const LINK_VERSION = 1;

/** Every stage there is, by the name it has in a link. Never contains the folder's number. */
export const LINK_STAGES = ['start', 'tokenize', 'pretrain', 'fine-tune', 'prompt', 'evaluate'] as const;
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
}

/** What one link carries: an absent field has its value in `LINK_DEFAULTS`, if it has one there. */
export type LinkState = Partial<LinkFields>;

/** What absent fields of version 1 mean. Frozen with the version: changing a number here changes old links. */
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

/** Longest prompt in a link, in UTF-16 units. */
export const MAX_LINK_PROMPT = 1500;

/**
 * No more of a hash is looked at, in characters. A full prompt in a script of three bytes a letter
 * takes nine characters a letter once it is percent-encoded: 13,500.
 */
export const MAX_HASH = 16_384;
