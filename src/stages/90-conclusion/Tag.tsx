import { text } from '../../content/narrative';
import words from './narrative.en.md';
import styles from './Panel.module.css';

/** Says of a figure whether it was made by the reader or came with the page. */
export function Tag({ isOwn }: { readonly isOwn: boolean }) {
  return (
    <span className={isOwn ? `${styles.tag} ${styles.own}` : styles.tag}>
      {text(words, isOwn ? 'tag.own' : 'tag.recorded')}
    </span>
  );
}
