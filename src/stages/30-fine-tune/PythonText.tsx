import { useMemo } from 'react';
import { pythonSpans } from './pythonSpans';
import styles from './PythonText.module.css';

/** Python, lightly coloured. */
export function PythonText({ code }: { readonly code: string }) {
  const spans = useMemo(() => pythonSpans(code), [code]);
  return (
    <pre className={styles.code}>
      {spans.map(({ kind, text }, index) =>
        kind === 'plain' ? (
          text
        ) : (
          <span key={index} className={styles[kind]}>
            {text}
          </span>
        ),
      )}
    </pre>
  );
}
