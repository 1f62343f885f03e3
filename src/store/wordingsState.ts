/** The shape of the slice `wordings`: one task asked in several ways, and what came of each. */
import type { WordingId } from '../corpora/code/wordings';
import type { JudgeTest } from '../protocol/python';
import type { GenerateSettings } from '../protocol/training';
import type { EvaluationStatus, JudgedProgram } from './evaluationState';

/** One of the given wordings, or the reader's. */
export type AskedWordingId = WordingId | 'own';

/** Solved examples that can stand before a request. */
export const EXAMPLE_COUNTS = [0, 1, 3] as const;
export type ExampleCount = (typeof EXAMPLE_COUNTS)[number];

/** What the reader has chosen to ask next. */
export interface WordingsChoice {
  /** One of `wordingTasks`. */
  readonly taskId: string;
  /** From exact to vague; may be empty. */
  readonly given: readonly WordingId[];
  /** The reader's own words; blank ones are not asked. */
  readonly own: string;
  readonly examples: ExampleCount;
  /** Answers to each wording. */
  readonly samples: number;
}

/** One wording as it was put to the model. */
export interface AskedWording {
  readonly id: AskedWordingId;
  readonly prompt: string;
  readonly tests: readonly JudgeTest[];
}

/** What a run asked when it began, whatever the choice has become since. */
export interface AskedWordings {
  readonly taskId: string;
  /** A saved point's id, or 'live'. */
  readonly checkpointId: string;
  readonly settings: GenerateSettings;
  readonly examples: ExampleCount;
  readonly samples: number;
  /** From exact to vague, the reader's own last. */
  readonly wordings: readonly AskedWording[];
}

/** One answer to one wording. */
export interface WordedProgram extends JudgedProgram {
  readonly wording: AskedWordingId;
}

export interface WordingsSlice {
  readonly choice: WordingsChoice;
  readonly status: EvaluationStatus;
  /** Null before the first run. */
  readonly asked: AskedWordings | null;
  /** By wording, then by sample; those not written yet are missing. */
  readonly programs: readonly WordedProgram[];
  /** Shown when status is 'failed'. */
  readonly failure: string | null;
}

/** What the page may ask of the wording lab. None of these rejects. */
export interface WordingsActions {
  /** Numbers are brought into range, wordings into their order. */
  editWordings(change: Partial<WordingsChoice>): void;
  /** Asks the current model the task in every chosen wording, and judges the answers. Ends a run that is under way. */
  runWordings(): Promise<void>;
  /** Ends the run; what was judged stays. */
  cancelWordings(): void;
}
