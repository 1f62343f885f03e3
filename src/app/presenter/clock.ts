import * as v from 'valibot';

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

/** Minutes and seconds, as in 4:05. @param ms at least 0 */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
