/** The shape of the slice `evaluation`: what is asked of the models, what they wrote, what Python made of it. */
import type { JudgeResult, JudgeTest } from '../protocol/python';
import type { NearestSnippet } from '../protocol/training';
import { LINK_EXAMINATION_LIMITS, LINK_GROUPS } from '../share/linkState';

/** What a prompt asks of a fine-tuned model, from what it was trained on to what no training snippet combines. */
export type PromptGroup = (typeof LINK_GROUPS)[number];

/** All groups, the easiest first. */
export const PROMPT_GROUPS: readonly PromptGroup[] = LINK_GROUPS;

export interface EvaluationSettings {
  /** Models to examine; a first one of null is the current model, a second one of null is none. */
  readonly checkpointIds: readonly [string | null, string | null];
  /** At least one, in the order of `PROMPT_GROUPS`. */
  readonly groups: readonly PromptGroup[];
  readonly tasksPerGroup: number;
  readonly samplesPerTask: number;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
}

/** The smallest and largest value of each number in the settings: the ends of its slider. */
export const EVALUATION_LIMITS = LINK_EXAMINATION_LIMITS;

/** A task as a model is asked to do it. A task comes once in each group. */
export interface AskedTask {
  readonly group: PromptGroup;
  readonly taskId: string;
  readonly prompt: string;
  readonly tests: readonly JudgeTest[];
}

/** A program, with what Python made of it; null while it has not been judged. */
export interface JudgedProgram {
  readonly id: string;
  readonly prompt: string;
  /** What the model wrote. */
  readonly text: string;
  /** The whole program: prompt and text. */
  readonly source: string;
  readonly tests: readonly JudgeTest[];
  readonly judgement: JudgeResult | null;
}

/** One answer to one asked task. */
export interface EvaluatedProgram extends JudgedProgram {
  readonly checkpointId: string;
  readonly group: PromptGroup;
  readonly taskId: string;
  /** Which of the task's answers, from 0. */
  readonly sample: number;
}

/** What an evaluation asked when it began, whatever the settings have become since. */
export interface AskedEvaluation {
  readonly settings: EvaluationSettings;
  /** One or two different models. */
  readonly checkpointIds: readonly string[];
  readonly tasks: readonly AskedTask[];
}

/** `judging`: everything is written, and some of it not judged yet. */
export type EvaluationStatus = 'idle' | 'writing' | 'judging' | 'done' | 'cancelled' | 'failed';

/** What came of one temperature. Programs that are not supported here are left out. */
export interface SweepPoint {
  readonly temperature: number;
  /** Programs that passed all tests. */
  readonly passed: number;
  /** Programs that parse. */
  readonly parsed: number;
  /** Different programs, each counted once per task. */
  readonly distinct: number;
  readonly total: number;
}

/** The reader's own task: their prompt, their tests, and what the model made of them. */
export interface OwnTask {
  readonly prompt: string;
  readonly tests: readonly JudgeTest[];
  readonly samples: number;
  readonly status: EvaluationStatus;
  readonly programs: readonly JudgedProgram[];
  readonly failure: string | null;
}

export interface EvaluationSlice {
  readonly settings: EvaluationSettings;
  readonly status: EvaluationStatus;
  /** Programs written and judged. */
  readonly done: number;
  /** Programs asked for, of all models together. */
  readonly total: number;
  /** Null while the pace is not known, and when nothing is under way. */
  readonly secondsLeft: number | null;
  /** Null before the first evaluation. */
  readonly asked: AskedEvaluation | null;
  /** In the order they were asked for: by model, task, sample. Those not written yet are missing. */
  readonly programs: readonly EvaluatedProgram[];
  /** Shown when status is 'failed'. */
  readonly failure: string | null;
  /** By rising temperature, of the first model. */
  readonly sweep: readonly SweepPoint[];
  readonly sweepStatus: EvaluationStatus;
  readonly sweepFailure: string | null;
  /** What the training snippets hold most like a program, by the program's id. */
  readonly nearest: Readonly<Record<string, NearestSnippet>>;
  readonly ownTask: OwnTask;
}

/** What the page may ask for. None of these rejects: what cannot be done becomes a failed status. */
export interface EvaluationActions {
  /** Numbers are brought into range; at least one group stays. */
  editEvaluation(change: Partial<EvaluationSettings>): void;
  /** Lets the models write, and judges what they write. Ends one that is under way. */
  runEvaluation(): Promise<void>;
  /** Ends what is under way: the evaluation, the sweep and the own task. What was judged stays. */
  cancelEvaluation(): void;
  /** Runs the settings at several temperatures with the first model. */
  runSweep(): Promise<void>;
  /** Judges any program, e.g. one the reader has changed. */
  judgeSource(source: string, tests: readonly JudgeTest[]): Promise<JudgeResult>;
  /** Looks up the nearest training snippet of these programs. */
  compareWithTraining(programIds: readonly string[]): Promise<void>;
  editOwnTask(change: Partial<Pick<OwnTask, 'prompt' | 'tests' | 'samples'>>): void;
  /** Lets the first model write answers to the own task, and judges them. */
  runOwnTask(): Promise<void>;
}
