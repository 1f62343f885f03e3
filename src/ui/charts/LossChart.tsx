import { lazy, Suspense, useMemo, useState } from 'react';
import { text } from '../../content/narrative';
import { lossDomain } from './lossAxes';
import styles from './LossChart.module.css';
import { rowsOf, type Baseline, type LossSeries } from './lossSeries';
import { summaryOf } from './lossSummary';
import { LossTable } from './LossTable';
import { useWidth } from './useWidth';
import words from './words.en.md';

const LossPlot = lazy(() => import('./LossPlot'));

interface LossChartProps {
  /** At most `MAX_POINTS` points a line. */
  readonly series: readonly LossSeries[];
  readonly baselines: readonly Baseline[];
  readonly totalSteps: number;
  /** Said on the empty page before the first measurement. */
  readonly emptyText: string;
}

/** Below this width, at the usual text size, there is room for names only, not for their numbers. */
const NARROW = 560;
/** Pixels at the usual text size: 17rem, as the box in the style sheet. */
const HEIGHT = 272;

/** Losses in bits per byte over steps: the curve grows into a page as wide as the whole run. */
export function LossChart({ series, baselines, totalSteps, emptyText }: LossChartProps) {
  const [box, { width, scale }] = useWidth<HTMLDivElement>();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [showsTable, setShowsTable] = useState(false);
  const rows = useMemo(() => rowsOf(series), [series]);
  const domain = useMemo(
    () =>
      lossDomain([...series.flatMap((line) => line.points), ...baselines].map((point) => point.bitsPerByte)),
    [series, baselines],
  );
  const isEmpty = rows.length === 0;
  const narrow = width < NARROW * scale;
  return (
    <div className={styles.chart}>
      <p className={styles.axisTitle} aria-hidden="true">
        {text(words, 'axis.loss')}
      </p>
      <div
        ref={box}
        className={isEmpty ? `${styles.box} ${styles.ghost}` : styles.box}
        role="img"
        aria-label={isEmpty ? emptyText : summaryOf(series)}
        onPointerEnter={() => setIsPointedAt(true)}
        onPointerLeave={() => setIsPointedAt(false)}
      >
        {width > 0 && (
          <Suspense fallback={<p className={styles.loading}>{text(words, 'loading')}</p>}>
            <LossPlot
              {...{ rows, series, baselines, domain, totalSteps, width, scale, narrow, isPointedAt }}
              height={HEIGHT * scale}
            />
          </Suspense>
        )}
        {isEmpty && <p className={styles.empty}>{emptyText}</p>}
      </div>
      <p className={styles.axisStep} aria-hidden="true">
        {text(words, 'axis.step')}
      </p>
      {!isEmpty && (
        <details className={styles.details} onToggle={(event) => setShowsTable(event.currentTarget.open)}>
          <summary>{text(words, 'table.open')}</summary>
          {showsTable && <LossTable series={series} baselines={baselines} />}
        </details>
      )}
    </div>
  );
}
