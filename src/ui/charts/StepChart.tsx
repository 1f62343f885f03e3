import { lazy, Suspense, useMemo, useState } from 'react';
import { text } from '../../content/narrative';
import type { Measure } from './measures';
import styles from './StepChart.module.css';
import { rowsOf, type Baseline, type Marker, type StepSeries } from './stepSeries';
import { summaryOf } from './stepSummary';
import { StepTable } from './StepTable';
import { useWidth } from './useWidth';
import words from './words.en.md';

const StepPlot = lazy(() => import('./StepPlot'));

interface StepChartProps {
  readonly measure: Measure;
  /** At most `MAX_POINTS` points a line. */
  readonly series: readonly StepSeries[];
  readonly baselines: readonly Baseline[];
  readonly totalSteps: number;
  readonly marker?: Marker;
  /** Said on the empty page before the first measurement. */
  readonly emptyText: string;
}

/** Below this width, at the usual text size, there is room for names only, not for their numbers. */
const NARROW = 560;
/** Pixels at the usual text size: 17rem, as the box in the style sheet. */
const HEIGHT = 272;

/** Something measured over steps: the curve grows into a page as wide as the whole run. */
export function StepChart(props: StepChartProps) {
  const { measure, series, baselines, totalSteps, marker, emptyText } = props;
  const [box, { width, scale }] = useWidth<HTMLDivElement>();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [showsTable, setShowsTable] = useState(false);
  const rows = useMemo(() => rowsOf(series, measure.floor), [series, measure]);
  const domain = useMemo(
    () =>
      measure.domainOf([...series.flatMap((line) => line.points), ...baselines].map((point) => point.value)),
    [measure, series, baselines],
  );
  const { step: markedAt, label: markedAs } = marker ?? {};
  const mark = useMemo<Marker | null>(
    () => (markedAt === undefined || markedAs === undefined ? null : { step: markedAt, label: markedAs }),
    [markedAt, markedAs],
  );
  const isEmpty = rows.length === 0;
  const narrow = width < NARROW * scale;
  return (
    <div className={styles.chart}>
      <p className={styles.axisTitle} aria-hidden="true">
        {text(words, `${measure.name}.axis`)}
      </p>
      <div
        ref={box}
        className={isEmpty ? `${styles.box} ${styles.ghost}` : styles.box}
        role="img"
        aria-label={isEmpty ? emptyText : summaryOf(series, measure)}
        onPointerEnter={() => setIsPointedAt(true)}
        onPointerLeave={() => setIsPointedAt(false)}
      >
        {width > 0 && (
          <Suspense fallback={<p className={styles.loading}>{text(words, 'loading')}</p>}>
            <StepPlot
              {...{ measure, rows, series, baselines, domain, totalSteps, width, scale, narrow, isPointedAt }}
              marker={mark}
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
          {showsTable && <StepTable measure={measure} series={series} baselines={baselines} />}
        </details>
      )}
    </div>
  );
}
