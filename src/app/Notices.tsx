import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import styles from './Notices.module.css';
import words from './words.en.md';

/** What the page has to tell: read out once, shown until dismissed. */
export function Notices() {
  const notices = useAppStore((state) => state.lesson.notices);
  const { dismiss } = useActions();
  return (
    <section className={styles.notices} aria-label={text(words, 'notices')}>
      <div role="status">
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className={styles.notice} data-tone={notice.tone}>
              <span>{notice.text}</span>
              <Button
                tone="plain"
                aria-label={text(words, 'dismiss', { text: notice.text })}
                onClick={() => dismiss(notice.id)}
              >
                {text(words, 'close')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
