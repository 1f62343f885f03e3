import { useId, type ReactNode } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import styles from './Overlay.module.css';
import words from './presenter.en.md';
import { useOverPage } from './useOverPage';

interface OverlayProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the projected page; Escape and its button close it, and the focus goes back. */
export function Overlay({ title, onClose, children }: OverlayProps) {
  const id = useId();
  const { dialog, ends } = useOverPage(onClose);
  return (
    <dialog ref={dialog} className={styles.overlay} tabIndex={-1} aria-labelledby={id} {...ends}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button tone="plain" onClick={onClose}>
          {text(words, 'close')}
        </Button>
      </header>
      {children}
    </dialog>
  );
}
