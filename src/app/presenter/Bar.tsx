import { useEffect, useState } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { minutesBefore } from '../lesson/plans';
import styles from './Bar.module.css';
import { elapsed, minutesAndSeconds } from './clock';
import words from './presenter.en.md';
import { isFocusByKeys } from './tabFocus';
import { useNow } from './useNow';
import type { Presenting } from './usePresenter';

/** How long the bar stays after the pointer was last moved, in ms. */
const REST_MS = 3500;
const MINUTE_MS = 60_000;
const SIGNS = ['pointermove', 'pointerdown'] as const;
const TOGGLES = ['story', 'spotlight', 'blank', 'freeze', 'code'] as const;

/** Whether the bar is there: the pointer was moved or pressed a moment ago, or the keyboard is in it. */
function useAwake() {
  const [isAwake, setAwake] = useState(true);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), REST_MS);
    const wake = (): void => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), REST_MS);
    };
    for (const type of SIGNS) window.addEventListener(type, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const type of SIGNS) window.removeEventListener(type, wake);
    };
  }, []);
  // A focus that a click has left behind would keep it there for the rest of the lesson.
  const hold = { onFocus: () => setHeld(isFocusByKeys()), onBlur: () => setHeld(false) };
  return { isAwake: isAwake || isHeld, hold };
}

/** How long the lesson has run, and from when to when this step is meant to be. */
function Time({ presenting }: { readonly presenting: Presenting }) {
  const { clock, route } = presenting;
  const now = useNow(clock);
  const passed = minutesAndSeconds(elapsed(clock, now));
  const { plan, shown } = route;
  if (!plan) return <>{text(words, 'time.free', { elapsed: passed })}</>;
  const from = minutesAndSeconds(minutesBefore(plan, shown) * MINUTE_MS);
  const until = minutesAndSeconds(minutesBefore(plan, shown + 1) * MINUTE_MS);
  return <>{text(words, 'time', { elapsed: passed, from, until })}</>;
}

interface BarProps {
  readonly presenting: Presenting;
  readonly speakerHref: string;
  readonly onKeys: () => void;
  readonly onStop: () => void;
}

/** The presenter's hand: where the lesson is, and everything a key can do. It leaves when the pointer rests, and then takes no presses. */
export function Bar({ presenting, speakerHref, onKeys, onStop }: BarProps) {
  const { route, at, isFrozen, look, press } = presenting;
  const { isAwake, hold } = useAwake();
  const place = { step: route.shown + 1, count: route.titles.length, title: route.titles[route.shown] ?? '' };
  const { over, spotlight, story } = look;
  const isOn = { spotlight, story, blank: over === 'blank', code: over === 'code', freeze: isFrozen };
  return (
    <section
      className={styles.bar}
      data-awake={isAwake ? '' : undefined}
      aria-label={text(words, 'bar')}
      {...hold}
    >
      <div className={styles.way}>
        <Button aria-disabled={at === 0} onClick={() => press('back')} aria-label={text(words, 'back')}>
          ←
        </Button>
        <Button
          tone="primary"
          aria-disabled={at >= route.titles.length - 1}
          onClick={() => press('next')}
          aria-label={text(words, 'next')}
        >
          →
        </Button>
      </div>
      <p className={styles.place} role="status">
        {text(words, isFrozen ? 'place.frozen' : 'place', place)}
      </p>
      <p className={styles.time}>
        <Time presenting={presenting} />
      </p>
      <div className={styles.tools}>
        {TOGGLES.map((command) => (
          <Button key={command} tone="plain" aria-pressed={isOn[command]} onClick={() => press(command)}>
            {text(words, command)}
          </Button>
        ))}
        <a href={speakerHref} target="speaker">
          {text(words, 'speaker')}
        </a>
        <Button tone="plain" onClick={onKeys}>
          {text(words, 'keys')}
        </Button>
        <Button tone="plain" onClick={onStop}>
          {text(words, 'stop')}
        </Button>
      </div>
    </section>
  );
}
