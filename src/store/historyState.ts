/** The runs of stage Prompt on this visit, as they were: plain cloneable data, without logits. */
import type { PresetName } from '../engine/config';
import type { GenerateSettings } from '../protocol/training';
import type { AnswerSource, AnswerVerdict } from './state';

/** One answer of a finished run of stage Prompt, as it was. */
export interface HistoryLane {
  readonly requestId: string;
  readonly prompt: string;
  readonly model: {
    /** A saved point's id, or 'live'. */
    readonly id: string;
    readonly label: string;
    /** Null where it was not known any more. */
    readonly preset: PresetName | null;
  };
  readonly settings: GenerateSettings;
  readonly road: readonly number[];
  readonly text: string;
  /** True when it was cut short by the reader. */
  readonly isCut: boolean;
  readonly verdict: AnswerVerdict | null;
  readonly live: AnswerSource['live'];
}

/** The answers of one press of the button, and those that were put beside them. */
export interface HistoryEntry {
  readonly id: string;
  readonly name: string;
  /** True when the reader gave the name. */
  readonly isRenamed: boolean;
  /** Milliseconds since 1970, when the last of its answers was written. */
  readonly time: number;
  /** The first answer first; never empty. */
  readonly lanes: readonly HistoryLane[];
}

export interface HistorySlice {
  /** The latest first. */
  readonly entries: readonly HistoryEntry[];
}

/** What the page may ask of the history. */
export interface HistoryActions {
  /** Puts prompts, settings, lanes and models back as they were, and writes the answers anew. */
  restoreEntry(entryId: string): void;
  /** An empty name gives the automatic one back. */
  renameEntry(entryId: string, name: string): void;
  deleteEntry(entryId: string): void;
}
