import { useEffect, useEffectEvent, useState, type ComponentType } from 'react';
import { text } from '../content/narrative';
import { encodeLink } from '../share/encode';
import { useActions, useAppStore, useAppStoreApi } from '../stages/appStore';
import type { Begun } from './presenter/clock';
import { focusOf } from './presenter/commands';
import { keepPlace, keptPlace } from './presenter/kept';
import type { PresenterProps } from './presenter/Presenter';
import { watchFocus } from './presenter/tabFocus';
import words from './words.en.md';

/** Where a letter is a letter: in a field, or in a dialog. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null || focusOf(target, true) === 'typing';

/** Whether the page was here before in this tab, and comes back. */
function comesBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && ['reload', 'back_forward'].includes(entry.type);
}

/** How the presenter's mode began, from then until it ends. */
function useBegun(presenting: boolean) {
  const [begun, setBegun] = useState<Begun>(() => (comesBack() ? 'reload' : 'link'));
  if (!presenting && begun !== 'link') setBegun('link');
  return [begun, setBegun] as const;
}

/** The presenter's mode: P begins it, and it makes the page large. What it needs is fetched when it is first wanted. */
export function PresenterHost() {
  const presenting = useAppStore((state) => state.lesson.presenting);
  const letterKeys = useAppStore((state) => state.lesson.letterKeys);
  const { setPresenting, openLink, notify } = useActions();
  const { getState } = useAppStoreApi();
  const [begun, setBegun] = useBegun(presenting);
  const [Presenter, setPresenter] = useState<ComponentType<PresenterProps> | null>(null);

  /** @param isFree without the lesson that was opened or presented last */
  const present = (isFree: boolean): void => {
    const place = isFree ? null : (getState().lesson.plan ?? keptPlace());
    openLink(encodeLink({ present: true, ...(place ? { plan: place } : {}) }));
    setBegun('key');
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented, repeat } = event;
    if (!letterKeys || ctrlKey || metaKey || altKey || defaultPrevented || repeat) return;
    if (key.toLowerCase() !== 'p' || isTaken(event.target)) return;
    if (!presenting) present(shiftKey);
    // Its code is still on its way: nothing else could end what was asked for.
    else if (!Presenter) setPresenting(false);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => watchFocus(window), []);
  useEffect(() => {
    if (!presenting || Presenter) return;
    import('./presenter/Presenter').then(
      (module) => setPresenter(() => module.default),
      () => {
        const { plan } = getState().lesson;
        if (plan) keepPlace(plan);
        setPresenting(false);
        notify('warning', text(words, 'presentFailed'));
      },
    );
  }, [presenting, Presenter, getState, setPresenting, notify]);
  // A page that opens presenting is large at once; one that does not keeps its header until the bar is there.
  const isLarge = presenting && (Presenter !== null || begun !== 'key');
  useEffect(() => {
    if (!isLarge) return;
    document.documentElement.dataset['projector'] = '';
    return () => {
      delete document.documentElement.dataset['projector'];
    };
  }, [isLarge]);
  return presenting && Presenter ? <Presenter begun={begun} /> : null;
}
