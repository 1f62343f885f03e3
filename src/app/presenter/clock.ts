import * as v from 'valibot';
import { LINK_PLANS, type PlanPlace } from '../../share/linkState';

/** How long a lesson has been running. Times are in ms. */
export interface Clock {
  /** When it was started last, since 1970; null while it stands. */
  readonly since: number | null;
  /** What had passed before that. */
  readonly before: number;
}

export const STOPPED: Clock = { since: null, before: 0 };

export const CLOCK = v.strictObject({
  since: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  before: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

/** Time that has passed, in ms; never less than nothing, even when the machine's clock was set back. */
export function elapsed({ since, before }: Clock, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

export const CLOCK_ACTS = ['start', 'pause', 'reset'] as const;
export type ClockAct = (typeof CLOCK_ACTS)[number];

export function turned(clock: Clock, act: ClockAct, now: number): Clock {
  switch (act) {
    case 'start':
      return clock.since === null ? { ...clock, since: now } : clock;
    case 'pause':
      return { since: null, before: elapsed(clock, now) };
    case 'reset':
      return STOPPED;
  }
}

export const LESSON_CLOCK = v.strictObject({
  /** The lesson it belongs to; null when the presenter goes freely. */
  plan: v.nullable(v.picklist(LINK_PLANS)),
  clock: CLOCK,
  /** Whether presenting was stopped while it ran: then it runs on when the lesson goes on. */
  ran: v.boolean(),
});
/** The clock of one lesson, as the tab keeps it. */
export type LessonClock = v.InferOutput<typeof LESSON_CLOCK>;

/** The clock of a lesson that was not given yet. */
export const freshClock = (plan: LessonClock['plan']): LessonClock => ({ plan, clock: STOPPED, ran: false });

/** How the presenter's mode began: a page came back, somebody opened a link, or pressed P. */
export type Begun = 'reload' | 'link' | 'key';

interface Beginning {
  readonly begun: Begun;
  readonly plan: PlanPlace['id'] | null;
  readonly step: number;
}

/** The clock a lesson begins with: its own as it was left, unless another lesson begins or this one anew. */
export function clockAtStart(kept: LessonClock, { begun, plan, step }: Beginning, now: number): LessonClock {
  if (kept.plan !== plan || (begun === 'link' && step === 0)) return freshClock(plan);
  return kept.ran ? { plan, clock: turned(kept.clock, 'start', now), ran: false } : kept;
}

/** The clock when presenting stops: it stands, and knows whether it ran. */
export function clockAtStop({ plan, clock }: LessonClock, now: number): LessonClock {
  return { plan, clock: turned(clock, 'pause', now), ran: clock.since !== null };
}

/** Minutes and seconds, as in 4:05. @param ms at least 0 */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
