/** What the page keeps on the reader's machine, and the shipped files beside the page. Plain data, no behaviour. */
import type { RunStatus, SavedPointInfo } from './training';

/** One saved point as listed in `checkpoints/manifest.json`. */
export interface ShippedPoint {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly info: SavedPointInfo;
}

export interface Autosave {
  readonly runId: string;
  readonly step: number;
  readonly status: RunStatus;
  readonly savedAtMs: number;
  readonly bytes: Uint8Array;
}

/** A point of the reader's own runs. */
export interface StoredPoint {
  readonly id: string;
  readonly runId: string;
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
  /** The list of shipped checkpoints. Rejects with an Error whose message can be shown. */
  shippedPoints(): Promise<readonly ShippedPoint[]>;
  /** Bytes of a shipped checkpoint, fetched once. */
  shippedBytes(id: string): Promise<Uint8Array>;
}
