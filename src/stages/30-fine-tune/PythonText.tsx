import { useMemo } from 'react';
import { pythonSpans } from './pythonSpans';
import styles from './PythonText.module.css';

function Spans({ code }: { readonly code: string }) {
  const spans = useMemo(() => pythonSpans(code), [code]);
  return spans.map(({ kind, text }, index) =>
    kind === 'plain' ? (
      text
    ) : (
      <span key={index} className={styles[kind]}>
        {text}
      </span>
    ),
  );
}

interface PythonTextProps {
  /** What the model was given, on a ground of its own. */
  readonly prompt?: string;
  readonly code: string;
}

/** Python, lightly coloured. */
export function PythonText({ prompt = '', code }: PythonTextProps) {
  return (
    <pre className={styles.code}>
      {prompt && (
        <span className={styles.prompt}>
          <Spans code={prompt} />
        </span>
      )}
      <Spans code={code} />
    </pre>
  );
}
