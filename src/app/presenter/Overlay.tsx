import { useEffect, useId, useRef, type ReactNode } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import styles from './Overlay.module.css';
import words from './presenter.en.md';

interface OverlayProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the projected page; Escape and its button close it, and the focus goes back. */
export function Overlay({ title, onClose, children }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    // In development React runs this twice.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} className={styles.overlay} aria-labelledby={id} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button tone="plain" onClick={close}>
          {text(words, 'close')}
        </Button>
      </header>
      {children}
    </dialog>
  );
}
