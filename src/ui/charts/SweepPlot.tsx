import { CartesianGrid, ErrorBar, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { plain, text } from '../../content/narrative';
import chart from './StepChart.module.css';
import words from './sweep.en.md';
import styles from './SweepChart.module.css';
import { SweepLabels } from './SweepLabels';
import { pointTexts, type SweepChartPoint } from './sweepPoints';

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const tickLabel = (value: number): string => plain(Math.round(value * 100));

/** A point as the library draws it: the bar reaches from the measured share down and up. */
const rowOf = (point: SweepChartPoint) => ({
  point,
  distinct: point.distinct,
  rate: point.passed.rate,
  reach: [point.passed.rate - point.passed.low, point.passed.high - point.passed.rate],
});

export interface SweepPlotProps {
  readonly points: readonly SweepChartPoint[];
  readonly width: number;
  readonly height: number;
  /** How much larger than usual text is on this page. */
  readonly scale: number;
}

function Readout({ point }: { readonly point: SweepChartPoint }) {
  const values = pointTexts(point);
  return (
    <div className={chart.readout}>
      <strong>{text(words, 'readout', values)}</strong>
      <span>{text(words, 'readout.passed', values)}</span>
      <span>{text(words, 'readout.distinct', values)}</span>
    </div>
  );
}

/** The drawing itself, loaded when the chart first shows. */
export default function SweepPlot({ points, width, height, scale }: SweepPlotProps) {
  const rows = points.map(rowOf);
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 12 * scale, right: 20 * scale, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      className={`${chart.plot} ${styles.plot}`}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="distinct"
        type="number"
        domain={[0, 1]}
        ticks={TICKS}
        interval={0}
        tickFormatter={tickLabel}
        height={28 * scale}
        stroke="var(--rule-strong)"
        tickLine={false}
        tickMargin={8 * scale}
      />
      <YAxis
        dataKey="rate"
        type="number"
        domain={[0, 1]}
        ticks={TICKS}
        interval={0}
        tickFormatter={tickLabel}
        width={34 * scale}
        axisLine={false}
        tickLine={false}
      />
      <Scatter
        data={rows}
        className={styles.points ?? ''}
        fill="var(--prob)"
        line={{ className: styles.path ?? '', stroke: 'var(--prob)' }}
        lineType="joint"
        shape={({ cx = 0, cy = 0 }) => <circle cx={cx} cy={cy} r={4.5 * scale} className={styles.point} />}
        isAnimationActive={false}
      >
        <ErrorBar
          dataKey="reach"
          direction="y"
          width={3 * scale}
          stroke="var(--prob)"
          strokeWidth={1}
          isAnimationActive={false}
        />
      </Scatter>
      <SweepLabels points={points} scale={scale} />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, payload }) => {
          const row = rows.find(({ point }) => point === pointIn(payload));
          return active && row ? <Readout point={row.point} /> : null;
        }}
      />
    </ScatterChart>
  );
}

/** The point under the pointer, as the library hands its row back. */
function pointIn(
  payload: readonly { readonly payload?: { readonly point?: unknown } }[] | undefined,
): unknown {
  return payload?.[0]?.payload?.point;
}
