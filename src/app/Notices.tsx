import { useId, useRef, type FocusEvent, type MouseEvent } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import styles from './Notices.module.css';
import words from './words.en.md';

/** Gives the focus away before its button vanishes: to another notice, back to where it was, or to the lesson. */
function leave(button: HTMLElement, before: HTMLElement | null, preventScroll: boolean): void {
  const buttons = [...(button.parentElement?.querySelectorAll<HTMLElement>(':scope > button') ?? [])];
  const at = buttons.indexOf(button);
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  for (const place of [buttons[at + 1], buttons[at - 1], before, heading]) {
    place?.focus({ preventScroll });
    // What is hidden or gone by now does not take it.
    if (document.activeElement !== button) return;
  }
}

/** What the page has to tell: each sentence is read out once, and shown until it is dismissed. */
export function Notices() {
  const notices = useAppStore((state) => state.lesson.notices);
  const { dismiss } = useActions();
  const id = useId();
  const before = useRef<HTMLElement | null>(null);

  const remember = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isFromOutside = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
    if (isFromOutside) before.current = relatedTarget;
  };
  const drop = ({ currentTarget, detail }: MouseEvent<HTMLButtonElement>, noticeId: number): void => {
    // A pointer's click may come from far down the page, and must not move it.
    if (document.activeElement === currentTarget) leave(currentTarget, before.current, detail > 0);
    dismiss(noticeId);
  };
  return (
    <section className={styles.notices} aria-label={text(words, 'notices')} onFocus={remember}>
      {/* The sentences alone, and of these only what is new: a button in here would be read out with them. */}
      <div className={styles.sentences} role="log">
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} data-tone={notice.tone}>
              <span id={`${id}-${notice.id}`}>{notice.text}</span>
            </li>
          ))}
        </ul>
      </div>
      {notices.map((notice, row) => (
        <Button
          key={notice.id}
          tone="plain"
          aria-describedby={`${id}-${notice.id}`}
          style={{ gridRow: row + 1 }}
          onClick={(event) => drop(event, notice.id)}
        >
          {text(words, 'close')}
        </Button>
      ))}
    </section>
  );
}
