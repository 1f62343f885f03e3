import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { changedPart, counterparts, lineDiff, type DiffLine } from './diff';
import styles from './DiffText.module.css';
import words from './words.en.md';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

interface LineProps {
  readonly line: DiffLine;
  readonly other: string | null;
}

function Line({ line: { kind, text: line }, other }: LineProps) {
  const [head, changed, tail] = changedPart(line, other ?? line);
  return (
    <li className={`${styles.line} ${kind === 'same' ? '' : styles[kind]}`}>
      <span className={styles.sign} aria-hidden="true">
        {SIGNS[kind]}
      </span>
      {kind !== 'same' && <span className="visually-hidden">{text(words, kind)} </span>}
      {head}
      {changed && <mark>{changed}</mark>}
      {tail}
    </li>
  );
}

interface DiffTextProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Two programs laid over each other, line by line; in a line that was changed, what is new in it is underlined. */
export function DiffText({ label, before, after }: DiffTextProps) {
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  const others = useMemo(() => counterparts(lines), [lines]);
  return (
    <ol className={styles.diff} aria-label={label}>
      {lines.map((line, index) => (
        <Line key={index} line={line} other={others[index] ?? null} />
      ))}
    </ol>
  );
}
