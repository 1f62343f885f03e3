import styles from './PythonCode.module.css';
import type { PythonSpan } from './pythonSpans';

interface PythonSpansProps {
  readonly spans: readonly (PythonSpan & { readonly given?: boolean })[];
}

/** Coloured stretches of Python. */
export function PythonSpans({ spans }: PythonSpansProps) {
  return spans.map(({ kind, text, given }, index) => {
    const names = [kind !== 'plain' && styles[kind], given && styles.given].filter(Boolean).join(' ');
    return names === '' ? (
      text
    ) : (
      <span key={index} className={names}>
        {text}
      </span>
    );
  });
}
