import { useId, useRef } from 'react';
import { text } from '../../content/narrative';
import { encodeLink } from '../../share/encode';
import { useActions, useAppStore } from '../../stages/appStore';
import { Button } from '../../ui/controls/Button';
import { Checkbox } from '../../ui/controls/Checkbox';
import { keptPlace } from '../presenter/kept';
import { useModal } from '../useModal';
import words from './help.en.md';
import styles from './HelpDialog.module.css';

export interface HelpDialogProps {
  /** Null where the tour would lead out of what a link shows. */
  readonly onTour: (() => void) | null;
  readonly onClose: () => void;
}

const KEYS = ['help', 'present', 'generate', 'move', 'skip', 'close'] as const;

/** How the page explains itself, its keys, and the tour. */
export function HelpDialog({ onTour, onClose }: HelpDialogProps) {
  const { letterKeys, plan } = useAppStore((state) => state.lesson);
  const { openLink, setLetterKeys } = useActions();
  const { close, ref, beside } = useModal();
  const id = useId();
  const next = useRef<(() => void) | null>(null);
  const closed = (): void => {
    onClose();
    next.current?.();
  };
  const closeFor = (following: () => void): void => {
    next.current = following;
    close();
  };
  const present = (): void => {
    // As P does: from the step that was presented last.
    const place = plan ?? keptPlace();
    openLink(encodeLink({ present: true, ...(place ? { plan: place } : {}) }));
    window.scrollTo(0, 0);
    // What opened this is hidden while the page is presented: reading goes on at the lesson.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <dialog ref={ref} {...beside} className={styles.help} aria-labelledby={id} onClose={closed}>
      <div className={styles.sheet}>
        <h2 id={id}>{text(words, 'title')}</h2>
        <p>{text(words, 'about')}</p>
        <table className={styles.keys}>
          <caption className="visually-hidden">{text(words, 'keys')}</caption>
          <tbody>
            {KEYS.map((key) => (
              <tr key={key}>
                <th scope="row">{text(words, `key.${key}.keys`)}</th>
                <td>{text(words, `key.${key}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Checkbox
          label={text(words, 'letters')}
          hint={text(words, 'letters.hint')}
          checked={letterKeys}
          onChange={setLetterKeys}
        />
        <div className={styles.ways}>
          {onTour && (
            <Button tone="primary" onClick={() => closeFor(onTour)}>
              {text(words, 'tour.take')}
            </Button>
          )}
          <Button onClick={() => closeFor(present)}>{text(words, 'present')}</Button>
          <Button onClick={close}>{text(words, 'close')}</Button>
        </div>
      </div>
    </dialog>
  );
}
