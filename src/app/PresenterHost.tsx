import { useEffect, useEffectEvent, useState, type ComponentType } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import words from './words.en.md';

/** Where a letter is a letter: in a field, or in a dialog. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('textarea, select, input, [contenteditable]') !== null);

/** Makes the page large while it is presented, and fetches what presenting needs when it is first wanted. */
export function PresenterHost() {
  const presenting = useAppStore((state) => state.lesson.presenting);
  const { setPresenting, notify } = useActions();
  const [Presenter, setPresenter] = useState<ComponentType | null>(null);

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    if (presenting || ctrlKey || metaKey || altKey || defaultPrevented) return;
    if (key.toLowerCase() === 'p' && !isTaken(event.target)) setPresenting(true);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    if (!presenting) return;
    document.documentElement.dataset['projector'] = '';
    return () => {
      delete document.documentElement.dataset['projector'];
    };
  }, [presenting]);
  useEffect(() => {
    if (!presenting || Presenter) return;
    import('./presenter/Presenter').then(
      (module) => setPresenter(() => module.default),
      () => notify('warning', text(words, 'presentFailed')),
    );
  }, [presenting, Presenter, notify]);
  return presenting && Presenter ? <Presenter /> : null;
}
