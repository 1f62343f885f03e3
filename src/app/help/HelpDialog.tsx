import { useEffect, useId, useRef } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const next = useRef<(() => void) | null>(null);
  useEffect(() => {
    // In development React runs this twice.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  const closed = (): void => {
    onClose();
    next.current?.();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.help}
      aria-labelledby={id}
      onClose={closed}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
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
        <div className={styles.ways}>
          {onTour && (
            <Button
              tone="primary"
              onClick={() => {
                next.current = onTour;
                close();
              }}
            >
              {text(words, 'tour.take')}
            </Button>
          )}
          <Button onClick={close}>{text(words, 'close')}</Button>
        </div>
      </div>
    </dialog>
  );
}
