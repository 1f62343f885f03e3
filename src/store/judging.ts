import { text } from '../content/narrative';
import { DEFAULT_LIMITS, type JudgeResult, type JudgeTest } from '../protocol/python';
import type { StoreContext } from './context';
import type { JudgedProgram } from './evaluationState';
import words from './notices.en.md';

/** Programs given to the interpreter at a time: enough to keep it busy, few enough to be called off at once. */
const LANES = 4;
/** Judgements are passed on this often, together. */
const TELL_EVERY_MS = 250;

/** Judges one program. Never rejects: of what cannot be judged nothing is said. */
export async function judgeProgram(
  { deps }: StoreContext,
  source: string,
  tests: readonly JudgeTest[],
): Promise<JudgeResult> {
  try {
    return await deps.python.judge({ source, tests, limits: DEFAULT_LIMITS });
  } catch {
    const notRun = tests.map((test) => ({ ...test, actual: null, passed: false }));
    return {
      verdict: 'not supported here',
      message: text(words, 'python.missing'),
      tests: notRun,
      output: '',
      durationMs: 0,
    };
  }
}

/** Judges programs as they come. */
export interface Judging<P> {
  add(programs: readonly P[]): void;
  /**
   * Resolves once everything that was added is judged and passed on, or called off.
   * @throws Error with a sentence for the reader when there is no interpreter
   */
  settled(): Promise<void>;
}

/**
 * Begins to judge, a few programs at a time.
 * @param signal calls off what has not begun
 * @param onJudged called with a few judged programs at a time
 */
export function beginJudging<P extends JudgedProgram>(
  context: StoreContext,
  signal: AbortSignal,
  onJudged: (programs: readonly P[]) => void,
): Judging<P> {
  const { now } = context.deps;
  const waiting: P[] = [];
  const lanes = new Set<Promise<void>>();
  let untold: P[] = [];
  let toldAtMs = now();
  let isBroken = false;

  const tell = (): void => {
    toldAtMs = now();
    const judged = untold;
    untold = [];
    if (judged.length > 0 && !signal.aborted) onJudged(judged);
  };
  const runLane = async (): Promise<void> => {
    for (let program = waiting.shift(); program && !signal.aborted; program = waiting.shift()) {
      const { source, tests } = program;
      const judgement = await context.deps.python.judge({ source, tests, limits: DEFAULT_LIMITS });
      untold.push({ ...program, judgement });
      if (now() - toldAtMs >= TELL_EVERY_MS) tell();
    }
  };
  const openLane = (): void => {
    const lane = runLane()
      .catch(() => {
        isBroken = !signal.aborted;
        waiting.length = 0;
      })
      .finally(() => {
        lanes.delete(lane);
        if (lanes.size === 0) tell();
      });
    lanes.add(lane);
  };
  return {
    add: (programs) => {
      waiting.push(...programs);
      for (let missing = Math.min(LANES - lanes.size, programs.length); missing > 0; missing--) openLane();
    },
    settled: async () => {
      while (lanes.size > 0) await Promise.all(lanes);
      if (isBroken) throw new Error(text(words, 'python.missing'));
    },
  };
}
