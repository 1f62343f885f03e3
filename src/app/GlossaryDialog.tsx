import { useId, useState } from 'react';
import { counted, text } from '../content/narrative';
import { useActions } from '../stages/appStore';
import { useHidden } from '../stages/useHidden';
import type { StageId } from '../store/state';
import { Button } from '../ui/controls/Button';
import field from '../ui/controls/Field.module.css';
import words from './glossary.en.md';
import styles from './GlossaryDialog.module.css';
import { termsSaying, type GlossaryTerm } from './glossaryTerms';
import { useModal } from './useModal';

export interface GlossaryDialogProps {
  readonly onClose: () => void;
}

interface TermProps {
  readonly term: GlossaryTerm;
  /** Null for a class that is to stay where it is. */
  readonly onGo: ((stage: StageId) => void) | null;
}

function Term({ term, onGo }: TermProps) {
  const { name, meaning, stages } = term;
  return (
    <li className={styles.term}>
      <h3>{name}</h3>
      <p>{meaning}</p>
      <div className={styles.stages}>
        <span>{text(words, 'stages')}</span>
        {stages.map(({ id, title }) =>
          onGo ? (
            <Button
              key={id}
              tone="plain"
              aria-label={text(words, 'stageOf', { stage: title, term: name })}
              onClick={() => onGo(id)}
            >
              {title}
            </Button>
          ) : (
            <span key={id}>{title}</span>
          ),
        )}
      </div>
    </li>
  );
}

function countOf(found: number, wanted: string): string {
  if (found === 0) return text(words, 'none', { wanted });
  return counted(words, 'found', found);
}

/** Every term of the page, to look up or to browse, with the stages that use it. */
export function GlossaryDialog({ onClose }: GlossaryDialogProps) {
  const { goTo } = useActions();
  const isStill = useHidden('navigation');
  const { close, ref, beside } = useModal();
  const ids = { title: useId(), search: useId() };
  const [wanted, setWanted] = useState('');
  const found = termsSaying(wanted);

  const go = (stage: StageId): void => {
    close();
    goTo(stage);
    // A stage that opens takes the focus to its heading; this is for the stage that was open already.
    document.getElementById('main')?.focus();
  };
  return (
    <dialog ref={ref} {...beside} className={styles.dialog} aria-labelledby={ids.title} onClose={onClose}>
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={ids.title}>{text(words, 'title')}</h2>
          <Button tone="plain" onClick={close}>
            {text(words, 'close')}
          </Button>
          <div className={styles.search}>
            <label htmlFor={ids.search}>{text(words, 'search')}</label>
            <input
              id={ids.search}
              className={field.input}
              type="search"
              value={wanted}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setWanted(event.target.value)}
            />
            <p role="status">{countOf(found.length, wanted.trim())}</p>
          </div>
        </div>
        {/* Scrolls by keyboard too. */}
        <ul className={styles.terms} tabIndex={0} aria-labelledby={ids.title}>
          {found.map((term) => (
            <Term key={term.id} term={term} onGo={isStill ? null : go} />
          ))}
        </ul>
      </div>
    </dialog>
  );
}
