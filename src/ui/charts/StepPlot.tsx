import { memo, useDeferredValue } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { plain } from '../../content/narrative';
import { stepTicks, type Domain } from './lossAxes';
import type { Measure } from './measures';
import { keyOf, type Baseline, type Marker, type StepRow, type StepSeries } from './stepSeries';
import { LineEnds } from './LineEnds';
import { labelRoom } from './lineLabels';
import styles from './StepChart.module.css';
import { Readout } from './Readout';

export interface StepPlotProps {
  readonly measure: Measure;
  readonly rows: readonly StepRow[];
  readonly series: readonly StepSeries[];
  readonly baselines: readonly Baseline[];
  readonly domain: Domain;
  readonly totalSteps: number;
  readonly marker: Marker | null;
  readonly width: number;
  readonly height: number;
  /** How much larger than usual text is on this page. */
  readonly scale: number;
  /** True when there is little room: fewer ticks, a narrower right margin. */
  readonly narrow: boolean;
  /** The readout shows only while a pointer is over the chart. */
  readonly isPointedAt: boolean;
}

const Drawing = memo(function Drawing(props: StepPlotProps) {
  const { measure, rows, series, baselines, domain, totalSteps, marker } = props;
  const { width, height, scale, narrow, isPointedAt } = props;
  // What lies behind is drawn first.
  const lines = series.toSorted((a, b) => Number(b.recorded ?? false) - Number(a.recorded ?? false));
  const right = labelRoom([...series, ...baselines], measure, narrow, scale);
  return (
    <LineChart
      width={width}
      height={height}
      data={[...rows]}
      margin={{ top: 12 * scale, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      className={styles.plot ?? ''}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="step"
        type="number"
        domain={[0, totalSteps]}
        ticks={stepTicks(totalSteps, narrow ? 3 : 6)}
        interval={0}
        tickFormatter={plain}
        allowDataOverflow
        height={28 * scale}
        stroke="var(--rule-strong)"
        tickLine={false}
        tickMargin={8 * scale}
      />
      <YAxis
        type="number"
        scale={measure.scale}
        domain={[...domain]}
        ticks={[...measure.ticks(domain)]}
        interval={0}
        tickFormatter={measure.tickLabel}
        allowDataOverflow
        width={34 * scale}
        axisLine={false}
        tickLine={false}
      />
      {baselines.map(({ label, value }) => (
        <ReferenceLine key={label} y={value} stroke="var(--ink-faint)" strokeDasharray="1 4" />
      ))}
      {marker && (
        <ReferenceLine
          x={marker.step}
          stroke="var(--ink)"
          label={{
            value: marker.label,
            className: styles.marker ?? '',
            // On the side where there is more room.
            position: marker.step > totalSteps / 2 ? 'insideTopRight' : 'insideTopLeft',
          }}
        />
      )}
      {lines.map((line) => (
        <Line
          key={keyOf(line)}
          dataKey={keyOf(line)}
          type="linear"
          className={`${styles[line.kind]} ${line.recorded ? styles.recorded : ''}`}
          stroke="currentColor"
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
        />
      ))}
      <LineEnds {...{ measure, series, baselines, domain, totalSteps, narrow, scale }} />
      <Tooltip
        isAnimationActive={false}
        cursor={isPointedAt && { stroke: 'var(--rule-strong)' }}
        content={({ active, label }) =>
          isPointedAt && active && typeof label === 'number' ? (
            <Readout step={label} {...{ series, measure }} />
          ) : null
        }
      />
    </LineChart>
  );
});

/**
 * The drawing itself; recharts is loaded when a chart first shows. One redraw keeps the page for 20 ms or more, so a
 * chart whose lines have not grown is left as it is, and one whose lines have is redrawn piece by piece, behind what
 * the reader does.
 */
export default memo(function StepPlot(props: StepPlotProps) {
  return <Drawing {...useDeferredValue(props)} />;
});
