import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { decodeLink } from '../../share/decode';
import { useActions, useAppStore } from '../../stages/appStore';
import { STAGES } from '../../stages/registry';
import { bringIntoView } from './bringIntoView';
import type { Begun } from './clock';
import type { Command } from './commands';
import { forgetLook, keepLook, keepPlace, keptLook } from './kept';
import { routeOf, type Route } from './route';
import { useLessonClock } from './useLessonClock';
import { useLine } from './useLine';

/** What can lie over the page; one at a time. */
export type Over = 'blank' | 'code' | 'keys';

/** How the projected page is shown, apart from where it is. */
export interface Look {
  readonly over: Over | null;
  readonly spotlight: boolean;
  /** Whether the narrative is unfolded. */
  readonly story: boolean;
}

interface PlaceProps {
  readonly begun: Begun;
  /** The step the speaker had gone to before a reload, if the page was frozen. */
  readonly aheadAtStart: number | null;
  /** Told of every press that asks for a step, and whether it leads to another one. */
  readonly onMove: (isOther: boolean) => void;
}

/** Where the lesson is, and the step the speaker has gone to while the page is frozen. */
function usePlace({ begun, aheadAtStart, onMove }: PlaceProps) {
  const lesson = useAppStore((state) => state.lesson);
  const { openLink } = useActions();
  const [ahead, setAhead] = useState(aheadAtStart);
  const route = useMemo(() => routeOf(lesson, STAGES), [lesson]);
  const last = route.titles.length - 1;
  const at = Math.min(ahead ?? route.shown, last);
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
  const begin = useEffectEvent((): void => {
    if (!route.plan) return;
    // A link that names a lesson and its step, and nothing else, opens what the step shows.
    const isBare = decodeLink(window.location.hash).state.stage === undefined;
    if (isBare) window.location.replace(route.hashOf(route.shown));
    else if (begun === 'key' && !route.isShown) open(route.shown);
  });
  useEffect(() => begin(), []);
  const plan = route.plan?.id;
  useEffect(() => keepPlace(plan ? { id: plan, step: at } : null), [plan, at]);

  const go = (step: number): void => {
    const target = Math.max(0, Math.min(step, last));
    const isOther = target !== goal.current;
    onMove(isOther);
    if (!isOther) return;
    goal.current = target;
    if (ahead === null) open(target);
    else setAhead(target);
  };
  const move = (by: 1 | -1): void => go(goal.current + by);
  const freeze = (): void => {
    setAhead(ahead === null ? route.shown : null);
    if (ahead !== null && ahead !== route.shown) open(at);
  };
  return { route, at, ahead, go, move, freeze };
}

/** Shows the part of the page that a step is about, when the step is opened and after a reload. */
function useAnchor(route: Route): void {
  const anchor = route.anchorOf(route.shown);
  const { shown, plan } = route;
  useEffect(() => (plan ? bringIntoView(anchor) : undefined), [anchor, shown, plan]);
}

/** How the page is shown. */
function useLook(atStart: Pick<Look, 'spotlight' | 'story'> & { readonly blank: boolean }) {
  const { blank, spotlight, story } = atStart;
  const [look, setLook] = useState<Look>({ over: blank ? 'blank' : null, spotlight, story });
  const toggle = (part: 'spotlight' | 'story'): void =>
    setLook((before) => ({ ...before, [part]: !before[part] }));
  /** Puts something over the page, in the place of what is there, or takes it away. */
  const cover = (over: Over): void =>
    setLook((before) => ({ ...before, over: before.over === over ? null : over }));
  const uncover = (over: Over | null): void =>
    setLook((before) => (before.over === over ? { ...before, over: null } : before));
  /** Ends what lies over the page, the topmost first. */
  const escape = (): void =>
    setLook((before) => (before.over ? { ...before, over: null } : { ...before, spotlight: false }));
  return { look, toggle, cover, uncover, escape };
}

const PLAIN = { blank: false, spotlight: false, story: false, ahead: null };

/** Everything the presenter's mode knows and does. */
export function usePresenter(begun: Begun) {
  const [atStart] = useState(() => (begun === 'reload' ? keptLook() : null) ?? PLAIN);
  const { look, toggle, cover, uncover, escape } = useLook(atStart);
  const { over, spotlight, story } = look;
  const place = useAppStore((state) => state.lesson.plan);
  const { clock, turn, leave } = useLessonClock({ begun, plan: place?.id ?? null, step: place?.step ?? 0 });
  const { route, at, ahead, go, move, freeze } = usePlace({
    begun,
    aheadAtStart: atStart.ahead,
    onMove: (isOther) => {
      uncover(over);
      // The clock starts with the first step that is taken.
      if (isOther && clock.since === null && clock.before === 0) turn('start');
    },
  });
  useAnchor(route);
  const blank = over === 'blank';
  const isFrozen = ahead !== null;
  useEffect(() => keepLook({ blank, spotlight, story, ahead }), [blank, spotlight, story, ahead]);

  const press = (command: Command): void => {
    switch (command) {
      case 'next':
        return move(1);
      case 'back':
        return move(-1);
      case 'freeze':
        return freeze();
      case 'blank':
      case 'code':
        return cover(command);
      case 'spotlight':
      case 'story':
        return toggle(command);
      case 'escape':
        return escape();
    }
  };
  const pair = useLine(
    {
      plan: route.plan?.id ?? null,
      titles: [...route.titles],
      at,
      blank,
      ...(over === null || over === 'blank' ? {} : { over }),
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
  /** When presenting stops: the next time the lesson goes on, but nothing lies over the page. */
  const end = (): void => {
    leave();
    forgetLook();
  };
  return { route, at, isFrozen, look, clock, pair, press, cover, uncover, end };
}
export type Presenting = ReturnType<typeof usePresenter>;
