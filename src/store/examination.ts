import { text } from '../content/narrative';
import { createRandom } from '../engine/random';
import type { StoreContext } from './context';
import type {
  AskedTask,
  EvaluatedProgram,
  EvaluationSettings,
  JudgedProgram,
  PromptGroup,
} from './evaluationState';
import { beginJudging } from './judging';
import { sourceOfProgram } from './programSource';
import { writePrograms } from './workerJobs';
import words from './notices.en.md';

/** Long enough for every body of the corpus, short enough to stay within a model's context. */
export const PROGRAM_TOKENS = 64;

/** Draws the tasks to ask. The catalogue is loaded only now. @throws Error when it cannot be */
export async function drawTasks({
  groups,
  tasksPerGroup,
  seed,
}: Pick<EvaluationSettings, 'groups' | 'tasksPerGroup' | 'seed'>): Promise<readonly AskedTask[]> {
  const { drawQuestions } = await import('../corpora/code/questions');
  const splitOf = (group: PromptGroup) => (group === 'seen' ? 'train' : group);
  return groups.flatMap((group) =>
    drawQuestions(seed, splitOf(group), tasksPerGroup).map(({ task, text, tests }) => {
      return { group, taskId: task.id, prompt: text, tests };
    }),
  );
}

/** A program that is wanted, before it is written. */
export interface Wanted<P> {
  readonly blank: P;
  /** Names its random numbers: models asked with the same seed draw the same ones for the same name. */
  readonly name: string;
}

/** One model and what it is to write. */
export interface Examination<P> {
  readonly checkpointId: string;
  readonly wanted: readonly Wanted<P>[];
  readonly settings: Pick<EvaluationSettings, 'temperature' | 'topK' | 'topP' | 'seed'>;
  /** Calls off what is not done yet. */
  readonly signal: AbortSignal;
}

/** The answers a model is to give to each task, by task, then by sample. */
export function wantedAnswers(
  checkpointId: string,
  tasks: readonly AskedTask[],
  samples: number,
): readonly Wanted<EvaluatedProgram>[] {
  return tasks.flatMap((task) =>
    Array.from({ length: samples }, (_, sample) => {
      const name = `${task.group}/${task.taskId}/${sample}`;
      const blank = { ...task, id: `${checkpointId}/${name}`, checkpointId, sample, text: '', source: '' };
      return { name, blank: { ...blank, judgement: null } };
    }),
  );
}

/**
 * Lets a model write programs, and judges them while it goes on.
 * @param onWritten called with programs as they are written
 * @param onJudged called with the same programs, each once, as they are judged
 * @returns when all is written; `judged` resolves when all is judged
 * @throws Error with a sentence for the reader
 */
export async function examine<P extends JudgedProgram>(
  context: StoreContext,
  { checkpointId, wanted, settings, signal }: Examination<P>,
  onWritten: (programs: readonly P[]) => void,
  onJudged: (programs: readonly P[]) => void,
): Promise<{ readonly judged: Promise<void> }> {
  const { seed, temperature, topK, topP } = settings;
  const random = createRandom(seed).fork('answers');
  const requests = wanted.map(({ blank, name }) => {
    return { prompt: blank.prompt, seed: random.fork(name).int(2 ** 32) };
  });
  const judging = beginJudging(context, signal, onJudged);
  const wish = {
    checkpointId,
    requests,
    settings: { temperature, topK, topP, maxNewTokens: PROGRAM_TOKENS },
    signal,
  };
  await writePrograms(context, wish, (answers) => {
    const written = answers.flatMap(({ index, text }) => {
      const blank = wanted[index]?.blank;
      return blank ? [{ ...blank, text, source: sourceOfProgram(blank.prompt, text) }] : [];
    });
    onWritten(written);
    judging.add(written);
  });
  return { judged: judging.settled() };
}

/** What is under way at most once each. */
export type Undertaking = 'evaluation' | 'sweep' | 'ownTask' | 'wordings';

/** Begins an undertaking; one of its kind that is under way is called off. */
export function undertake({ session }: StoreContext, undertaking: Undertaking): AbortSignal {
  session.underWay.get(undertaking)?.abort();
  const controller = new AbortController();
  session.underWay.set(undertaking, controller);
  return controller.signal;
}

/** A sentence for the reader about what went wrong. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : text(words, 'modelUnread');
}
