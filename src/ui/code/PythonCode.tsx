import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { codeLines } from './codeLines';
import styles from './PythonCode.module.css';
import { PythonSpans } from './PythonSpans';
import words from './words.en.md';

interface PythonCodeProps {
  /** What the model was given, on a ground of its own. */
  readonly prompt?: string;
  readonly code: string;
  readonly numbered?: boolean;
  /** The line to look at, from 1, prompt included; null for none. */
  readonly markedLine?: number | null;
}

/** Python, lightly coloured, a line a block: what was given told apart from what was written. */
export function PythonCode({ prompt = '', code, numbered = false, markedLine = null }: PythonCodeProps) {
  const lines = useMemo(() => codeLines(prompt + code, prompt.length), [prompt, code]);
  return (
    <pre className={numbered ? `${styles.code} ${styles.numbered}` : styles.code}>
      {lines.map((spans, index) => {
        const isMarked = index + 1 === markedLine;
        return (
          <span key={index} className={isMarked ? `${styles.line} ${styles.marked}` : styles.line}>
            {isMarked && (
              <span className="visually-hidden">{text(words, 'marked', { line: index + 1 })}</span>
            )}
            <PythonSpans spans={spans} />
          </span>
        );
      })}
    </pre>
  );
}
