import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { CHARACTER, GAP, INDENT, labelOf } from './lineLabels';
import { spread, type Domain } from './lossAxes';
import type { Measure } from './measures';
import styles from './StepChart.module.css';
import { keyOf, type Baseline, type LineKind, type StepSeries } from './stepSeries';

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
  readonly recorded: boolean;
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
  const lineEnds: End[] = series.flatMap((line) => {
    const last = line.points.findLast((point) => Number.isFinite(point.value));
    if (!last) return [];
    const { kind, label, recorded = false } = line;
    const text = labelOf(label, write(last.value), narrow);
    return [{ key: keyOf(line), kind, recorded, text, ...at(last.step, last.value) }];
  });
  const marks: End[] = baselines.map(({ label, value }) => {
    const text = labelOf(label, write(value), narrow);
    return { key: label, kind: 'baseline', recorded: false, text, x: right, y: at(0, value).y };
  });
  // Ahead of the line that is furthest, so that no line runs through a label; in the margin once there is no room.
  const named = (ends: readonly End[]): readonly End[] => {
    const ahead = Math.max(...ends.map(({ x }) => x));
    const longest = Math.max(...ends.map((end) => end.text.length));
    const inMargin = ahead + (INDENT + longest * CHARACTER) * scale > right;
    return ends.map((end) => ({ ...end, x: inMargin ? right : ahead }));
  };
  const bottom = area.y + area.height;
  const place = (ends: readonly End[]) => spread(ends, GAP * scale, area.y, bottom);
  // What a recorded run reached stands at its own end, which a live run may be far from.
  const live = named(lineEnds.filter(({ recorded }) => !recorded));
  const recorded = named(lineEnds.filter((end) => end.recorded));
  const ends = [...marks, ...recorded, ...live];
  const labels = [
    ...place(ends.filter(({ x }) => x === right)),
    ...place(ends.filter(({ x }) => x !== right)),
  ];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {lineEnds.map(({ key, kind, recorded: isFaint, x, y }) => (
        <circle
          key={key}
          className={`${styles[kind]} ${isFaint ? styles.recorded : ''}`}
          cx={x}
          cy={y}
          r={(kind === 'train' || isFaint ? 2 : 3.5) * scale}
          fill="currentColor"
        />
      ))}
      {labels.map(({ key, kind, recorded: isFaint, text, x, placedY }) => (
        <text
          key={key}
          className={`${styles.end} ${styles[kind]} ${isFaint ? styles.recorded : ''}`}
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
