import { useId, useState } from 'react';
import { counted, text } from '../../content/narrative';
import { timeOfDay } from '../../content/numbers';
import { MAX_ENTRY_NAME } from '../../store/historyName';
import type { HistoryEntry, HistoryLane } from '../../store/historyState';
import { spokenVerdict } from '../../ui/code/verdictMarks';
import { Button } from '../../ui/controls/Button';
import { modelText, settingsText } from '../answerText';
import words from './history.en.md';
import { HistoryExport } from './HistoryExport';
import styles from './History.module.css';
import type { HistoryView } from './useHistory';

/** What was asked and written, as it was. */
function Answer({ lane, number, prompt }: { lane: HistoryLane; number: number; prompt: string | null }) {
  return (
    <div className={styles.answer}>
      {prompt !== null && (
        <>
          <h4>{text(words, 'prompt')}</h4>
          <pre tabIndex={0} aria-label={text(words, 'prompt')}>
            {prompt || text(words, 'empty')}
          </pre>
        </>
      )}
      <h4>{text(words, 'answer', { number })}</h4>
      <p>
        {modelText(lane.model)} · {settingsText(lane)}
        {lane.isCut && ` · ${text(words, 'cut')}`}
      </p>
      <pre tabIndex={0} aria-label={text(words, 'answer', { number })}>
        {lane.text || text(words, 'empty')}
      </pre>
      {lane.verdict?.judgement && <p>{spokenVerdict(lane.verdict)}</p>}
    </div>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
}

function Rename({ name, onKeep, onCancel }: RenameProps) {
  const id = useId();
  const [draft, setDraft] = useState(name);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label htmlFor={id}>{text(words, 'nameLabel')}</label>
      <input
        id={id}
        value={draft}
        maxLength={MAX_ENTRY_NAME}
        aria-describedby={`${id}-hint`}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Button type="submit">{text(words, 'keepName')}</Button>
      <Button tone="plain" onClick={onCancel}>
        {text(words, 'noName')}
      </Button>
      <span id={`${id}-hint`}>{text(words, 'nameHint')}</span>
    </form>
  );
}

interface HistoryRunProps {
  readonly entry: HistoryEntry;
  readonly history: HistoryView;
  readonly onDelete: () => void;
}

/** One run: its name, when it was and what came of it, and what can be done with it. */
export function HistoryRun({ entry, history, onDelete }: HistoryRunProps) {
  const { id, name, time, lanes } = entry;
  const [first] = lanes;
  const [isRenaming, setIsRenaming] = useState(false);
  const renamer = useId();
  const endRenaming = (): void => {
    setIsRenaming(false);
    // The button is only there again when the field is gone.
    requestAnimationFrame(() => document.getElementById(renamer)?.focus());
  };
  return (
    <li className={styles.run}>
      <details className={styles.whole}>
        <summary>
          <time dateTime={new Date(time).toISOString()}>{timeOfDay(time)}</time>
          <span className={styles.name}>{name}</span>
          {lanes.length > 1 && (
            <span className={styles.count}>{counted(words, 'answers', lanes.length)}</span>
          )}
        </summary>
        {lanes.map((lane, i) => (
          <Answer
            key={lane.requestId}
            lane={lane}
            number={i + 1}
            prompt={lane === first || lane.prompt !== first?.prompt ? lane.prompt : null}
          />
        ))}
        <HistoryExport label={text(words, 'keepOne')} entries={[entry]} onTell={history.tell} />
      </details>
      {isRenaming ? (
        <Rename
          name={name}
          onCancel={endRenaming}
          onKeep={(given) => {
            history.rename(id, given);
            endRenaming();
          }}
        />
      ) : (
        <div className={styles.actions}>
          <Button
            tone="plain"
            disabled={history.blocked}
            aria-label={text(words, 'restoreOf', { name })}
            onClick={() => history.restore(id)}
          >
            {text(words, 'restore')}
          </Button>
          <Button
            tone="plain"
            id={renamer}
            aria-label={text(words, 'renameOf', { name })}
            onClick={() => setIsRenaming(true)}
          >
            {text(words, 'rename')}
          </Button>
          <Button tone="plain" aria-label={text(words, 'deleteOf', { name })} onClick={onDelete}>
            {text(words, 'delete')}
          </Button>
        </div>
      )}
    </li>
  );
}
