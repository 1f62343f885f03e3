import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { decodeLink } from '../../share/decode';
import { useActions, useAppStore } from '../../stages/appStore';
import { STAGES } from '../../stages/registry';
import { bringIntoView } from './bringIntoView';
import { turned, type Clock, type ClockAct } from './clock';
import type { Command } from './commands';
import { keepClock, keptClock, ownPair } from './kept';
import { openLine, type Line, type Message, type Shown } from './messages';
import { routeOf, type Route } from './route';

/** How the projected page is shown, apart from where it is. */
export interface Look {
  readonly blank: boolean;
  readonly spotlight: boolean;
  /** Whether the narrative is unfolded. */
  readonly story: boolean;
  readonly code: boolean;
}

const PLAIN: Look = { blank: false, spotlight: false, story: false, code: false };

/** The clock of the lesson: kept in this tab, so that a reload does not lose it. */
function useClock() {
  const [clock, setClock] = useState<Clock>(keptClock);
  const turn = useCallback((act: ClockAct): void => {
    setClock((before) => {
      const after = turned(before, act, Date.now());
      keepClock(after);
      return after;
    });
  }, []);
  return { clock, turn };
}

/** Where the lesson is, and the step the speaker has gone to while the page is frozen. */
function usePlace(onMove: () => void) {
  const lesson = useAppStore((state) => state.lesson);
  const { openLink } = useActions();
  const [ahead, setAhead] = useState<number | null>(null);
  const route = useMemo(() => routeOf(lesson, STAGES), [lesson]);
  const at = ahead ?? route.shown;
  // Where the presses so far lead: an address is opened a moment after it was asked for.
  const goal = useRef(at);
  useEffect(() => {
    goal.current = at;
  }, [at]);

  const open = (step: number): void => {
    const hash = route.hashOf(step);
    // Going to an address makes an entry in the history, and a reload opens all of it again.
    if (window.location.hash === hash) openLink(hash);
    else window.location.hash = hash;
  };
  const openNamed = useEffectEvent((): void => {
    // A link that names a lesson and its step, and nothing else, opens what the step shows.
    const isBare = decodeLink(window.location.hash).state.stage === undefined;
    if (route.plan && isBare) window.location.replace(route.hashOf(route.shown));
  });
  useEffect(() => openNamed(), []);
  const go = (step: number): void => {
    const target = Math.max(0, Math.min(step, route.titles.length - 1));
    if (target === goal.current) return;
    goal.current = target;
    onMove();
    if (ahead === null) open(target);
    else setAhead(target);
  };
  const move = (by: 1 | -1): void => go(goal.current + by);
  const freeze = (): void => {
    setAhead(ahead === null ? route.shown : null);
    if (ahead !== null && ahead !== route.shown) open(ahead);
  };
  return { route, at, isFrozen: ahead !== null, go, move, freeze };
}

/** Shows the part of the page that a step is about, when the step is opened and after a reload. */
function useAnchor(route: Route): void {
  const anchor = route.anchorOf(route.shown);
  const { shown, plan } = route;
  useEffect(() => (plan ? bringIntoView(anchor) : undefined), [anchor, shown, plan]);
}

/** The line to the speaker's window. */
function useLine(shown: Shown, onMessage: (message: Message) => void): string {
  const [pair] = useState(ownPair);
  const line = useRef<Line | null>(null);
  const latest = useRef({ shown, onMessage });
  useEffect(() => {
    latest.current = { shown, onMessage };
    line.current?.tell(pair, { kind: 'shown', ...shown });
  });
  useEffect(() => {
    const opened = openLine((message) => {
      const isForUs = message.pair === pair || message.pair === null;
      if (!isForUs) return;
      if (message.kind === 'hello') opened?.tell(pair, { kind: 'shown', ...latest.current.shown });
      else latest.current.onMessage(message);
    });
    line.current = opened;
    opened?.tell(pair, { kind: 'shown', ...latest.current.shown });
    const leave = (): void => opened?.tell(pair, { kind: 'gone' });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      opened?.close();
      line.current = null;
    };
  }, [pair]);
  return pair;
}

/** Everything the presenter's mode knows and does. */
export function usePresenter() {
  const [look, setLook] = useState(PLAIN);
  const { clock, turn } = useClock();
  const { route, at, isFrozen, go, move, freeze } = usePlace(() => {
    setLook((before) => ({ ...before, blank: false, code: false }));
    // The clock starts with the first step that is taken.
    if (clock.since === null && clock.before === 0) turn('start');
  });
  useAnchor(route);
  const toggle = (part: keyof Look): void => setLook((before) => ({ ...before, [part]: !before[part] }));
  const press = (command: Command): void => {
    if (command === 'next') move(1);
    else if (command === 'back') move(-1);
    else if (command === 'freeze') freeze();
    else toggle(command);
  };
  const { blank, spotlight, story } = look;
  const pair = useLine(
    {
      plan: route.plan?.id ?? null,
      titles: [...route.titles],
      at,
      blank,
      frozen: isFrozen,
      spotlight,
      story,
      clock,
    },
    (message) => {
      if (message.kind === 'press') press(message.command);
      else if (message.kind === 'go') go(message.step);
      else if (message.kind === 'clock') turn(message.act);
    },
  );
  /** Ends what lies over the page, the topmost first. */
  const escape = (): void => {
    const topmost = (['code', 'blank', 'spotlight'] as const).find((part) => look[part]);
    if (topmost) toggle(topmost);
  };
  return { route, at, isFrozen, look, clock, pair, press, escape, toggle };
}
export type Presenting = ReturnType<typeof usePresenter>;
