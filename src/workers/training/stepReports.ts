import type { StepReport, TrainingEvent } from '../../protocol/training';

/** Collects step reports and posts them together, so that the page hears from a fast run 10 times a second. */
export interface StepReports {
  /**
   * @param reports steps done together, in order
   * @param durationMs how long they took
   * @param tokens read in all of them
   * @param bytesSeen after the last of them, earlier runs included
   */
  add(reports: readonly StepReport[], durationMs: number, tokens: number, bytesSeen: number): void;
  /** Posts what is waiting, so that a pause is never shown before the last step. */
  flush(): void;
  /** The run stands still: the time until its next step counts for nothing. */
  rest(): void;
  /** Moving mean of what training alone takes; null before the first step. */
  readonly msPerStep: number | null;
}

const POST_EVERY_MS = 100;
/** Weight of the newest slice of steps in the moving means: about the last 20 slices count. */
const NEWEST = 0.1;
/** Weight of a step in the mean time between steps: milestones are up to 100 steps apart, so many steps have to count. */
const NEWEST_BETWEEN = 1 / 200;

/** Each number is the mean of all values at first, then forgets the oldest. */
function movingMean(mean: number, value: number, count: number): number {
  return mean + (value - mean) * Math.max(NEWEST, 1 / count);
}

/** Starts with nothing measured: the first report is posted at once. */
export function createStepReports(post: (event: TrainingEvent) => void, now: () => number): StepReports {
  let waiting: StepReport[] = [];
  let postedAtMs = -Infinity;
  let measured = 0;
  let msPerStep = 0;
  let tokensPerStep = 0;
  /** Milliseconds per step that measurements, samples and saves take; from 0, because early milestones are close together. */
  let betweenPerStep = 0;
  let trainedAtMs: number | null = null;
  let latestBytesSeen = 0;

  const flush = (): void => {
    if (waiting.length === 0) return;
    const tokensPerSecond = msPerStep > 0 ? (1000 * tokensPerStep) / msPerStep : 0;
    post({
      type: 'stepped',
      reports: waiting,
      tokensPerSecond,
      msPerStep: msPerStep + betweenPerStep,
      bytesSeen: latestBytesSeen,
    });
    waiting = [];
    postedAtMs = now();
  };
  return {
    add: (reports, durationMs, tokens, bytesSeen) => {
      waiting.push(...reports);
      latestBytesSeen = bytesSeen;
      measured += 1;
      // The first steps compile shaders or warm up the compiler: the second measurement replaces the first.
      const counted = Math.max(1, measured - 1);
      msPerStep = movingMean(msPerStep, durationMs / reports.length, counted);
      tokensPerStep = movingMean(tokensPerStep, tokens / reports.length, counted);
      const nowMs = now();
      const betweenMs = trainedAtMs === null ? 0 : Math.max(0, nowMs - trainedAtMs - durationMs);
      const forgotten = (1 - NEWEST_BETWEEN) ** reports.length;
      betweenPerStep = betweenPerStep * forgotten + (betweenMs / reports.length) * (1 - forgotten);
      trainedAtMs = nowMs;
      if (nowMs - postedAtMs >= POST_EVERY_MS) flush();
    },
    flush,
    rest: () => {
      trainedAtMs = null;
    },
    get msPerStep() {
      return measured > 0 ? msPerStep : null;
    },
  };
}
