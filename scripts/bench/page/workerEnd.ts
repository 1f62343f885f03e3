/** The worker's end of the measurements: takes the time and the counts around what an implementation does. */
import type { Answers, Counts, QuestionName, Questions, Trained } from '../questions';
import type { ImplementationName, ShapeName } from '../shapes';
import type { Meter } from './meter';

/** What can be measured: a GPT that learns and writes. */
export interface Implementation {
  /** Starts the backend, prepares it and puts the weights on the device. */
  start(): Promise<void>;
  /** Trains on random batches, and resolves once the device is done. @returns the losses that were read */
  train(steps: number): Promise<readonly number[]>;
  /** Continues a prompt in each row. @param wrote called after each position */
  write(rows: number, tokens: number, wrote: () => void): Promise<void>;
  tensors(): number;
}

export interface Asked<K extends QuestionName = QuestionName> {
  readonly name: K;
  readonly question: Questions[K];
}

export type Answered = { readonly answer: Answers[QuestionName] } | { readonly failed: string };

/** Makes an implementation with its weights in ordinary memory: what `start` and later calls take is measured. */
export type OpenImplementation = (name: ImplementationName, shape: ShapeName) => Promise<Implementation>;

const difference = (after: Counts, before: Counts): Counts => ({
  programs: after.programs - before.programs,
  uploads: after.uploads - before.uploads,
  readbacks: after.readbacks - before.readbacks,
});

/** Answers the page's questions, one at a time. */
export function answerQuestions(open: OpenImplementation, meter: Meter): void {
  let opened: Implementation | null = null;
  const measured = (): Implementation => {
    if (!opened) throw new Error('expected the question `open` first; ask it once for each worker');
    return opened;
  };
  const timed = async (task: () => Promise<readonly number[]>): Promise<Trained> => {
    const before = meter.counts();
    const startedMs = performance.now();
    const losses = await task();
    const ms = performance.now() - startedMs;
    return { ms, losses, counts: difference(meter.counts(), before) };
  };

  const handlers: { [K in QuestionName]: (question: Questions[K]) => Promise<Answers[K]> } = {
    open: async ({ implementation, shape }) => {
      opened = await open(implementation, shape);
      return null;
    },
    start: async () => {
      await measured().start();
      return null;
    },
    firstStep: () =>
      timed(async () => {
        await measured().start();
        return measured().train(1);
      }),
    train: ({ steps }) => timed(() => measured().train(steps)),
    write: async ({ rows, tokens }) => {
      const programs: number[] = [];
      let before = meter.counts().programs;
      const startedMs = performance.now();
      await measured().write(rows, tokens, () => {
        const now = meter.counts().programs;
        programs.push(now - before);
        before = now;
      });
      return { ms: performance.now() - startedMs, tokens: rows * programs.length, programs };
    },
    memory: async () => ({ tensors: measured().tensors(), ...meter.memory() }),
  };
  const answer = <K extends QuestionName>({ name, question }: Asked<K>): Promise<Answers[K]> =>
    handlers[name](question);

  const post = (answered: Answered): void => self.postMessage(answered);
  self.onmessage = ({ data }: MessageEvent<Asked>) => {
    answer(data).then(
      (given) => post({ answer: given }),
      (error: unknown) => post({ failed: error instanceof Error ? String(error.stack) : String(error) }),
    );
  };
}
