import { useEffect, useState } from 'react';
import type { PlanPlace } from '../../share/linkState';
import { clockAtStart, clockAtStop, freshClock, turned, type Begun, type ClockAct } from './clock';
import { keepClock, keptClock } from './kept';

interface Lesson {
  readonly begun: Begun;
  /** The lesson; null when the presenter goes freely. */
  readonly plan: PlanPlace['id'] | null;
  /** Where it begins. */
  readonly step: number;
}

/** The clock of the lesson that is presented: each lesson has its own, and the tab keeps it over a reload. */
export function useLessonClock({ begun, plan, step }: Lesson) {
  const [last, setLast] = useState(() => clockAtStart(keptClock(), { begun, plan, step }, Date.now()));
  const current = last.plan === plan ? last : freshClock(plan);
  useEffect(() => keepClock(last), [last]);
  const turn = (act: ClockAct): void =>
    setLast((before) => {
      const { clock } = before.plan === plan ? before : freshClock(plan);
      return { plan, clock: turned(clock, act, Date.now()), ran: false };
    });
  /** When presenting stops. */
  const leave = (): void => keepClock(clockAtStop(current, Date.now()));
  return { clock: current.clock, turn, leave };
}
