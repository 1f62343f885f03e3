/** What the page keeps on the reader's machine, and the shipped files beside the page. Plain data, no behaviour. */
import type { Coherence } from '../corpora/prose/coherence';
import type { GPTConfig, PresetName } from '../engine/config';
import type { RunVerdicts } from './python';
import type { RunHistory, RunRecipe, RunStatus, SavedPointInfo } from './training';

/** One saved point as listed in `checkpoints/manifest.json`. */
export interface ShippedPoint {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly info: SavedPointInfo;
}

/** What was measured of the stories that a model wrote for the fixed requests. */
export interface StoryMeasure extends Coherence {
  readonly step: number;
  /** How many were written. */
  readonly stories: number;
  /** In all of them. */
  readonly words: number;
  /** Share of the words that are in the lexicon, 0..1. */
  readonly realWords: number;
}

/** One phase of a recorded life: what a live run of the same recipe would have shown. */
export interface RecordedRun {
  /** The tokenizer is the shipped one. */
  readonly recipe: Omit<RunRecipe, 'tokenizer'>;
  readonly config: GPTConfig;
  readonly parameterCount: number;
  /** Steps of the run before it that led to its first weights. */
  readonly priorSteps: number;
  /** Its step reports are thinned out to at most 200. */
  readonly history: RunHistory;
  /** What Python made of the probes, by rising step. */
  readonly verdicts: readonly RunVerdicts[];
  /** How well its stories held together, by rising step; empty for a run that reads no stories. */
  readonly stories: readonly StoryMeasure[];
  /** Shipped points saved on the way, by rising step. */
  readonly pointIds: readonly string[];
}

/** A life that was trained before and came with the app: `recordings/<preset>.json`. */
export interface Recording {
  readonly preset: PresetName;
  readonly seed: number;
  /** In the order of the life: pretraining, then fine-tuning. */
  readonly runs: readonly RecordedRun[];
}

export interface Autosave {
  readonly runId: string;
  readonly step: number;
  readonly status: RunStatus;
  readonly savedAtMs: number;
  readonly bytes: Uint8Array;
}

/** A point of the reader's own runs, or a model from a file. */
export interface StoredPoint {
  readonly id: string;
  /** A model from a file has one to itself. */
  readonly runId: string;
  /** Name of the file it came from; absent for what was trained here. */
  readonly file?: string;
  readonly info: SavedPointInfo;
  readonly bytes: Uint8Array;
}

export type StorageFailure = 'full' | 'unavailable';

/** Every method rejects with a StorageError (name 'StorageError', property `failure`) when the browser refuses. */
export interface AppStorage {
  saveAutosave(autosave: Autosave): Promise<void>;
  loadAutosave(): Promise<Autosave | null>;
  clearAutosave(): Promise<void>;
  savePoint(point: StoredPoint): Promise<void>;
  loadPoint(id: string): Promise<StoredPoint | null>;
  /** Facts of all own points in the order they were saved, without their weights. */
  listPoints(): Promise<readonly Omit<StoredPoint, 'bytes'>[]>;
  deletePoints(runId: string): Promise<void>;
  savePreference(key: string, value: string): Promise<void>;
  loadPreference(key: string): Promise<string | null>;
  /** Deletes everything that was kept, settings included. */
  forgetAll(): Promise<void>;
  /** The list of shipped checkpoints. Rejects with an Error whose message can be shown. */
  shippedPoints(): Promise<readonly ShippedPoint[]>;
  /** Bytes of a shipped checkpoint, fetched once. */
  shippedBytes(id: string): Promise<Uint8Array>;
  /** The recorded life of a preset, fetched once; null when none came with the app. */
  recording(preset: PresetName): Promise<Recording | null>;
}
