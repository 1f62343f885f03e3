import { lazy, Suspense, useState } from 'react';
import { text } from '../../content/narrative';
import { Prose } from '../prose/Prose';
import chart from './StepChart.module.css';
import words from './sweep.en.md';
import { pointTexts, type SweepChartPoint } from './sweepPoints';
import { SweepTable } from './SweepTable';
import { useWidth } from './useWidth';

const SweepPlot = lazy(() => import('./SweepPlot'));

interface SweepChartProps {
  /** By rising temperature: the line runs from one to the next. */
  readonly points: readonly SweepChartPoint[];
  /** Said on the empty page before the first temperature is done. */
  readonly emptyText: string;
}

/** Pixels at the usual text size: 17rem, as the box in the style sheet. */
const HEIGHT = 272;

/** The chart as sentences, for readers who do not see it. */
function summaryOf(points: readonly SweepChartPoint[]): string {
  const sentences = points.map((point) => text(words, 'point', pointTexts(point)));
  return text(words, 'summary', { points: sentences.join(' ') });
}

/** How right against how varied the answers are: one point per temperature, named beside it. */
export function SweepChart({ points, emptyText }: SweepChartProps) {
  const [box, { width, scale }] = useWidth<HTMLDivElement>();
  const [showsTable, setShowsTable] = useState(false);
  const isEmpty = points.length === 0;
  return (
    <div className={chart.chart}>
      <p className={chart.axisTitle} aria-hidden="true">
        {text(words, 'passed')}
      </p>
      <div
        ref={box}
        className={isEmpty ? `${chart.box} ${chart.ghost}` : chart.box}
        role="img"
        aria-label={isEmpty ? emptyText : summaryOf(points)}
      >
        {width > 0 && (
          <Suspense fallback={<p className={chart.loading}>{text(words, 'loading')}</p>}>
            <SweepPlot {...{ points, width, scale }} height={HEIGHT * scale} />
          </Suspense>
        )}
        {isEmpty && <p className={chart.empty}>{emptyText}</p>}
      </div>
      <p className={chart.axisStep} aria-hidden="true">
        {text(words, 'distinct')}
      </p>
      {!isEmpty && (
        <details className={chart.details} onToggle={(event) => setShowsTable(event.currentTarget.open)}>
          <summary>{text(words, 'table.open')}</summary>
          {showsTable && <SweepTable points={points} />}
        </details>
      )}
    </div>
  );
}

/** What the chart shows and how to read it, for a figure's explanation. */
export function SweepExplanation() {
  return <Prose of={words} at="explanation" />;
}
