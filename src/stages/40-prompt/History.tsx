import { useRef } from 'react';
import { counted, text } from '../../content/narrative';
import { MAX_ENTRIES } from '../../store/history';
import words from './history.en.md';
import { HistoryExport } from './HistoryExport';
import { HistoryRun } from './HistoryRun';
import styles from './History.module.css';
import { useHistory } from './useHistory';

/** Every run of this visit: to look at, to put back, to name, to keep and to delete. */
export function History() {
  const history = useHistory();
  const { entries } = history;
  const summary = useRef<HTMLElement>(null);
  return (
    <div className={styles.history}>
      <details className={styles.disclosure}>
        <summary ref={summary}>
          {text(words, 'title')}
          {entries.length > 0 && (
            <span className={styles.count}>{counted(words, 'runs', entries.length)}</span>
          )}
        </summary>
        {entries.length === 0 ? (
          <p className={styles.about}>{text(words, 'none')}</p>
        ) : (
          <>
            <p className={styles.about}>{text(words, 'about', { most: MAX_ENTRIES })}</p>
            <ol className={styles.list} aria-label={text(words, 'list')}>
              {entries.map((entry) => (
                <HistoryRun
                  key={entry.id}
                  entry={entry}
                  history={history}
                  onDelete={() => {
                    history.remove(entry.id);
                    // The button that was pressed is gone.
                    summary.current?.focus();
                  }}
                />
              ))}
            </ol>
            <HistoryExport label={text(words, 'keepAll')} entries={entries} onTell={history.tell} />
          </>
        )}
      </details>
      <p className={styles.news} role="status">
        {history.news}
      </p>
    </div>
  );
}
