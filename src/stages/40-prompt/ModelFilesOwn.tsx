import { useRef, useState } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import words from './modelFiles.en.md';
import styles from './ModelFiles.module.css';
import type { ModelFilesView, OwnModel } from './useModelFiles';

interface OwnRowProps {
  readonly model: OwnModel;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** One of the reader's models; it is deleted at the second press, because it cannot be brought back. */
function OwnRow({ model: { name, detail, canGo }, onSave, onDelete }: OwnRowProps) {
  const [asks, setAsks] = useState(false);
  return (
    <li>
      <p>
        {name} <span className={styles.detail}>{detail}</span>
      </p>
      {asks ? (
        <div className={styles.actions}>
          <span>{text(words, 'sure')}</span>
          <Button tone="plain" aria-label={text(words, 'deleteSureOf', { name })} onClick={onDelete}>
            {text(words, 'deleteSure')}
          </Button>
          <Button tone="plain" autoFocus onClick={() => setAsks(false)}>
            {text(words, 'keep')}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button tone="plain" aria-label={text(words, 'saveOf', { name })} onClick={onSave}>
            {text(words, 'saveButton')}
          </Button>
          {canGo && (
            <Button tone="plain" aria-label={text(words, 'deleteOf', { name })} onClick={() => setAsks(true)}>
              {text(words, 'deleteButton')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** What the reader trained here or brought in. */
export function ModelFilesOwn({ files: { own, save, remove } }: { readonly files: ModelFilesView }) {
  const title = useRef<HTMLHeadingElement>(null);
  // The heading stays when the last model goes, because it may have the focus then.
  const [hadOwn, setHadOwn] = useState(false);
  if (own.length === 0 && !hadOwn) return null;
  return (
    <section>
      <h3 ref={title} className={styles.title} tabIndex={-1}>
        {text(words, 'own')}
      </h3>
      <ul className={styles.list}>
        {own.map((model) => (
          <OwnRow
            key={model.runId}
            model={model}
            onSave={() => save(model.id)}
            onDelete={() => {
              setHadOwn(true);
              remove(model);
              title.current?.focus();
            }}
          />
        ))}
      </ul>
    </section>
  );
}
