import styles from './CorpusLine.module.css';

interface CorpusLineProps {
  readonly label: string;
  /** Length of the corpus in tokens: at the start, then after every merge. */
  readonly lengths: readonly number[];
  /** Merges on the whole axis. */
  readonly goal: number;
}

const WIDTH = 300;
const HEIGHT = 100;

/** How the corpus shrinks, merge after merge, drawn down to zero so that the share saved is seen true. */
export function CorpusLine({ label, lengths, goal }: CorpusLineProps) {
  const start = lengths[0] ?? 1;
  const at = (length: number, merge: number): string =>
    `${((merge / Math.max(1, goal)) * WIDTH).toFixed(1)},${((1 - length / start) * HEIGHT).toFixed(1)}`;
  const line = lengths.map(at).join(' ');
  const end = ((lengths.length - 1) / Math.max(1, goal)) * WIDTH;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <polygon className={styles.area} points={`0,${HEIGHT} ${line} ${end.toFixed(1)},${HEIGHT}`} />
      <polyline className={styles.line} points={line} />
    </svg>
  );
}
