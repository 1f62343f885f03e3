import type { ModelSource, ToWorker, TrainingCommand, TrainingEvent } from '../../protocol/training';
import type { Loan } from './modelShelf';

/** What answering a request needs from the session. */
export interface RequestSurroundings {
  readonly borrow: (source: ModelSource) => Promise<Loan>;
  readonly tell: (runId: string, event: TrainingEvent) => void;
  readonly now: () => number;
}

/** A command of one type, as it arrives. */
export type CommandOf<T extends TrainingCommand['type']> = Extract<ToWorker, { type: T }>;

/** Characters of a prompt kept for each token of context: the rest cannot be seen by the model and is not encoded. */
const PROMPT_CHARACTERS_PER_TOKEN = 32;

/** The end of a prompt, long enough to fill a context. */
export function keptPrompt(prompt: string, blockSize: number): string {
  return prompt.slice(-PROMPT_CHARACTERS_PER_TOKEN * blockSize);
}
