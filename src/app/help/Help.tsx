import { useEffect, useEffectEvent, useState, type ComponentType } from 'react';
import { text } from '../../content/narrative';
import { useActions, useAppStore } from '../../stages/appStore';
import { Button } from '../../ui/controls/Button';
import styles from './Help.module.css';
import words from './help.en.md';
import type { HelpDialogProps } from './HelpDialog';

const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('textarea, select, input, [contenteditable]') !== null);

/** What a newcomer is offered once, out of the way of what is read. */
function Offer({ onTake, onDecline }: { readonly onTake: () => void; readonly onDecline: () => void }) {
  return (
    <section className={styles.offer} aria-label={text(words, 'offer')}>
      <p>{text(words, 'offer')}</p>
      <div className={styles.ways}>
        <Button tone="plain" onClick={onTake}>
          {text(words, 'tour.take')}
        </Button>
        <Button tone="plain" onClick={onDecline}>
          {text(words, 'offer.decline')}
        </Button>
      </div>
    </section>
  );
}

/** The button for help, its key, and the tour; the last two are fetched when they are first wanted. */
export function Help() {
  const { goTo, knowTour, notify } = useActions();
  const { stage, presenting, hidden, tourKnown, letterKeys } = useAppStore((state) => state.lesson);
  const [Dialog, setDialog] = useState<ComponentType<HelpDialogProps> | null>(null);
  const [Tour, setTour] = useState<ComponentType<{ onEnd: () => void }> | null>(null);
  const isFree = !presenting && hidden.length === 0;

  const orSay = (opening: Promise<void>): void =>
    void opening.catch(() => notify('warning', text(words, 'failed')));
  const openHelp = async (): Promise<void> => {
    const { HelpDialog } = await import('./HelpDialog');
    setDialog(() => HelpDialog);
  };
  const openTour = async (): Promise<void> => {
    const [module, { whenThere }] = await Promise.all([import('./Tour'), import('./tourStops')]);
    knowTour();
    goTo('start');
    await whenThere('figure');
    setTour(() => module.Tour);
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== '?' || !letterKeys || presenting || isTaken(event.target)) return;
    orSay(openHelp());
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const endTour = (): void => {
    setTour(null);
    window.scrollTo(0, 0);
    // What opened it may be gone: reading goes on at the lesson.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <div>
      <Button aria-haspopup="dialog" onClick={() => orSay(openHelp())}>
        {text(words, 'open')}
      </Button>
      {Dialog && <Dialog onTour={isFree ? () => orSay(openTour()) : null} onClose={() => setDialog(null)} />}
      {Tour && stage === 'start' && <Tour onEnd={endTour} />}
      {tourKnown === false && isFree && stage === 'start' && !Tour && (
        <Offer onTake={() => orSay(openTour())} onDecline={knowTour} />
      )}
    </div>
  );
}
