import { useRef, useState, type DragEvent } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { SelectField } from '../../ui/controls/SelectField';
import words from './modelFiles.en.md';
import styles from './ModelFiles.module.css';
import { ModelFilesOwn } from './ModelFilesOwn';
import { useModelFiles, type ModelFilesView } from './useModelFiles';

/** Any saved model as a file; the current one unless another is chosen. */
function SaveModel({ files }: { readonly files: ModelFilesView }) {
  const { models, currentId, save } = files;
  const [chosen, setChosen] = useState<string | null>(null);
  const isThere = (id: string | null): boolean => models.some(({ value }) => value === id);
  const [latest] = models;
  if (!latest) return null;
  const current = isThere(currentId) ? currentId : latest.value;
  const id = chosen !== null && isThere(chosen) ? chosen : current;
  return (
    <section>
      <h3 className={styles.title}>{text(words, 'save')}</h3>
      <div className={styles.save}>
        <SelectField label={text(words, 'saveLabel')} value={id} options={models} onChange={setChosen} />
        <Button onClick={() => save(id)}>{text(words, 'saveButton')}</Button>
      </div>
    </section>
  );
}

/** Where a file is dropped, or picked with the button. */
function BringModel({ files: { bring, reading } }: { readonly files: ModelFilesView }) {
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    bring(event.dataTransfer.files);
  };
  return (
    <section>
      <h3 className={styles.title}>{text(words, 'bring')}</h3>
      <div
        className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <span>{text(words, isOver ? 'dropNow' : 'drop')}</span>
        <Button aria-disabled={reading} onClick={() => picker.current?.click()}>
          {text(words, 'choose')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={text(words, 'choose')}
          accept=".safetensors"
          onChange={(event) => {
            bring(event.currentTarget.files);
            // The same file may be picked again after it was changed.
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

/** Models as files: kept, brought in, and the reader's own on this machine. */
export function ModelFiles() {
  const files = useModelFiles();
  const { sentence, isProblem } = files.news;
  return (
    <details className={styles.files}>
      <summary>{text(words, 'title')}</summary>
      <div className={styles.content}>
        <p className={styles.about}>{text(words, 'about')}</p>
        <SaveModel files={files} />
        <BringModel files={files} />
        <p className={isProblem ? `${styles.news} ${styles.problem}` : styles.news} role="status">
          {sentence}
        </p>
        <ModelFilesOwn files={files} />
      </div>
    </details>
  );
}
