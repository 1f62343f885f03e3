import { text } from '../../content/narrative';
import styles from './Blank.module.css';
import words from './presenter.en.md';
import { useOverPage } from './useOverPage';

/** The blank screen. It is a dialog, because only a later dialog covers one that is open. */
export function Blank({ onEnd }: { readonly onEnd: () => void }) {
  const { dialog, ends } = useOverPage(onEnd);
  return (
    <dialog
      ref={dialog}
      className={styles.blank}
      tabIndex={-1}
      aria-label={text(words, 'blank')}
      onClick={onEnd}
      {...ends}
    >
      <p role="alert" className="visually-hidden">
        {text(words, 'blanked')}
      </p>
    </dialog>
  );
}
