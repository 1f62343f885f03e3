import { counted, text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { minutesBefore, type Plan } from '../lesson/plans';
import { elapsed, minutesAndSeconds, type Clock, type ClockAct } from '../presenter/clock';
import { useNow } from '../presenter/useNow';
import styles from './Speaker.module.css';
import words from './speaker.en.md';

const MINUTE_MS = 60_000;

interface PaceProps {
  readonly plan: Plan;
  readonly at: number;
  /** Time that has passed, in ms. */
  readonly passed: number;
}

/** Where the lesson should be by now, and whether it is. */
function Pace({ plan, at, passed }: PaceProps) {
  const from = minutesBefore(plan, at) * MINUTE_MS;
  const until = minutesBefore(plan, at + 1) * MINUTE_MS;
  const off = passed < from ? from - passed : Math.max(0, passed - until);
  const key = off === 0 ? 'onTime' : passed < from ? 'ahead' : 'behind';
  return (
    <p>
      {counted(words, 'plan', plan.minutes, {
        from: minutesAndSeconds(from),
        until: minutesAndSeconds(until),
      })}{' '}
      <strong data-pace={key}>{text(words, key, { time: minutesAndSeconds(off) })}</strong>
    </p>
  );
}

interface SpeakerClockProps {
  readonly clock: Clock;
  readonly plan: Plan | null;
  readonly at: number;
  readonly onTurn: (act: ClockAct) => void;
}

/** The lesson's clock, against the plan. */
export function SpeakerClock({ clock, plan, at, onTurn }: SpeakerClockProps) {
  const now = useNow(clock);
  const passed = elapsed(clock, now);
  const isRunning = clock.since !== null;
  return (
    <section className={styles.clock} aria-label={text(words, 'clock')}>
      <p className={styles.passed} role="timer">
        {text(words, 'passed', { elapsed: minutesAndSeconds(passed) })}
      </p>
      <div className={styles.turns}>
        <Button onClick={() => onTurn(isRunning ? 'pause' : 'start')}>
          {text(words, isRunning ? 'pause' : 'start')}
        </Button>
        <Button tone="plain" onClick={() => onTurn('reset')}>
          {text(words, 'reset')}
        </Button>
      </div>
      {plan && <Pace {...{ plan, at, passed }} />}
    </section>
  );
}
