import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { spread, type LossDomain } from './lossAxes';
import styles from './LossChart.module.css';
import { SMALLEST_LOSS, type Baseline, type LossKind, type LossSeries } from './lossSeries';
import { lossText } from './lossSummary';

interface LineEndsProps {
  readonly series: readonly LossSeries[];
  readonly baselines: readonly Baseline[];
  readonly domain: LossDomain;
  readonly totalSteps: number;
  readonly narrow: boolean;
}

interface End {
  readonly key: string;
  readonly kind: LossKind | 'baseline';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Pixels between the baselines of two labels. */
const GAP = 16;
/** About the width of a character of a label in pixels, to see whether a label reaches into the margin. */
const CHARACTER = 6.6;

/** Labels and dots where the lines end, in place of a legend; baselines are named in the right margin. */
export function LineEnds({ series, baselines, domain: [low, high], totalSteps, narrow }: LineEndsProps) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const right = area.x + area.width;
  const at = (step: number, loss: number): { x: number; y: number } => ({
    x: Number(xScale(Math.min(step, totalSteps))),
    y: Number(yScale(Math.min(high, Math.max(low, SMALLEST_LOSS, loss)))),
  });
  const lineEnds: End[] = series.flatMap(({ kind, label, points }) => {
    const last = points.findLast((point) => Number.isFinite(point.bitsPerByte));
    if (!last) return [];
    const text = narrow ? label : `${label} ${lossText(last.bitsPerByte)}`;
    return [{ key: kind, kind, text, ...at(last.step, last.bitsPerByte) }];
  });
  const marks: End[] = baselines.map(({ label, bitsPerByte }) => {
    const text = narrow ? label : `${label} ${lossText(bitsPerByte)}`;
    return { key: label, kind: 'baseline', text, x: right, y: at(0, bitsPerByte).y };
  });
  // A label stands in the margin or ahead of its line inside the plot: only those in one place can collide.
  const inMargin = (end: End): boolean => end.x + end.text.length * CHARACTER > right;
  const bottom = area.y + area.height;
  const labels = [
    ...spread([...marks, ...lineEnds.filter(inMargin)], GAP, area.y, bottom),
    ...spread(
      lineEnds.filter((end) => !inMargin(end)),
      GAP,
      area.y,
      bottom,
    ),
  ];
  return (
    <g>
      {lineEnds.map(({ key, kind, x, y }) => (
        <circle key={key} className={styles[kind]} cx={x} cy={y} r={kind === 'train' ? 2 : 3.5} fill="currentColor" />
      ))}
      {labels.map(({ key, kind, text, x, placedY }) => (
        <text key={key} className={`${styles.end} ${styles[kind]}`} x={x + 8} y={placedY} dominantBaseline="central">
          {text}
        </text>
      ))}
    </g>
  );
}
