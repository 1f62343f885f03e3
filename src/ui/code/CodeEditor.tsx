import { useId, useMemo, type KeyboardEvent } from 'react';
import { text } from '../../content/narrative';
import styles from './CodeEditor.module.css';
import { editFor } from './editKeys';
import { pythonSpans } from './pythonSpans';
import { PythonSpans } from './PythonSpans';
import words from './words.en.md';

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
  /** Ctrl (or Command) and Enter. */
  readonly onRun?: () => void;
}

/** Puts a text in place of a part, as if it had been typed: the browser's own undo goes on working. */
function type(box: HTMLTextAreaElement, from: number, to: number, insert: string): void {
  box.setSelectionRange(from, to);
  // No other way to write into a box keeps its undo; `setRangeText` forgets it.
  document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert);
}

/** An editor for short Python programs: a plain text box over its own text in colours. Tab leads out of it. */
export function CodeEditor({ label, value, maxLength, onChange, onRun }: CodeEditorProps) {
  const id = useId();
  const spans = useMemo(() => pythonSpans(value), [value]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.shiftKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'Enter' || !onRun) return;
      event.preventDefault();
      onRun();
      return;
    }
    const box = event.currentTarget;
    const edit = editFor(event.key, { text: box.value, start: box.selectionStart, end: box.selectionEnd });
    if (!edit) return;
    event.preventDefault();
    type(box, edit.from, edit.to, edit.insert);
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.editor}>
        {/* A line break at the very end would take no room. */}
        <pre className={styles.colours} aria-hidden="true">
          <PythonSpans spans={spans} />
          {'\n'}
        </pre>
        <textarea
          id={id}
          className={styles.input}
          value={value}
          maxLength={maxLength}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className={styles.hint} id={`${id}-hint`}>
        {text(words, 'editor.hint')} {onRun && text(words, 'editor.run')}
      </span>
    </div>
  );
}
