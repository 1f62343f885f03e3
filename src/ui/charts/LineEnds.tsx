import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { CHARACTER, GAP, INDENT, labelOf } from './lineLabels';
import { spread, type Domain } from './lossAxes';
import type { Measure } from './measures';
import styles from './StepChart.module.css';
import type { Baseline, LineKind, StepSeries } from './stepSeries';

interface LineEndsProps {
  readonly measure: Measure;
  readonly series: readonly StepSeries[];
  readonly baselines: readonly Baseline[];
  readonly domain: Domain;
  readonly totalSteps: number;
  readonly narrow: boolean;
  /** How much larger than usual text is on this page. */
  readonly scale: number;
}

interface End {
  readonly key: string;
  readonly kind: LineKind | 'baseline';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Labels and dots where the lines end, in place of a legend; baselines are named in the right margin. */
export function LineEnds({
  measure: { floor, write },
  series,
  baselines,
  domain: [low, high],
  totalSteps,
  narrow,
  scale,
}: LineEndsProps) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const right = area.x + area.width;
  const at = (step: number, value: number): { x: number; y: number } => ({
    x: Number(xScale(Math.min(step, totalSteps))),
    y: Number(yScale(Math.min(high, Math.max(low, floor, value)))),
  });
  const lineEnds: End[] = series.flatMap(({ kind, label, points }) => {
    const last = points.findLast((point) => Number.isFinite(point.value));
    if (!last) return [];
    const text = labelOf(label, write(last.value), narrow);
    return [{ key: kind, kind, text, ...at(last.step, last.value) }];
  });
  const marks: End[] = baselines.map(({ label, value }) => {
    const text = labelOf(label, write(value), narrow);
    return { key: label, kind: 'baseline', text, x: right, y: at(0, value).y };
  });
  // Ahead of the line that is furthest, so that no line runs through a label; in the margin once there is no room.
  const ahead = Math.max(...lineEnds.map(({ x }) => x));
  const longest = Math.max(...lineEnds.map((end) => end.text.length));
  const inMargin = ahead + (INDENT + longest * CHARACTER) * scale > right;
  const named = lineEnds.map((end) => ({ ...end, x: inMargin ? right : ahead }));
  const bottom = area.y + area.height;
  const place = (ends: readonly End[]) => spread(ends, GAP * scale, area.y, bottom);
  const labels = inMargin ? place([...marks, ...named]) : [...place(marks), ...place(named)];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {lineEnds.map(({ key, kind, x, y }) => (
        <circle
          key={key}
          className={styles[kind]}
          cx={x}
          cy={y}
          r={(kind === 'train' ? 2 : 3.5) * scale}
          fill="currentColor"
        />
      ))}
      {labels.map(({ key, kind, text, x, placedY }) => (
        <text
          key={key}
          className={`${styles.end} ${styles[kind]}`}
          x={x + INDENT * scale}
          y={placedY}
          dominantBaseline="central"
        >
          {text}
        </text>
      ))}
    </ZIndexLayer>
  );
}
