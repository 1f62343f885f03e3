import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { text } from '../../content/narrative';
import { boxesAlong, placeLabels } from './labelPlaces';
import { CHARACTER } from './lineLabels';
import words from './sweep.en.md';
import styles from './SweepChart.module.css';
import { temperatureText, type SweepChartPoint } from './sweepPoints';

/** Pixels at the usual text size: from a point to its label, the height of a label, and how far one may leave the plot. */
const GAP = 6;
const HEIGHT = 14;
const OVERHANG = 12;

interface SweepLabelsProps {
  readonly points: readonly SweepChartPoint[];
  /** How much larger than usual text is on this page. */
  readonly scale: number;
}

/** The temperature beside each point, in place of a legend; the first says what the numbers are. */
export function SweepLabels({ points, scale }: SweepLabelsProps) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const named = points.map(({ temperature, distinct, passed }, i) => {
    const shown = temperatureText(temperature);
    const name = i === 0 ? text(words, 'first', { temperature: shown }) : shown;
    const label = { width: name.length * CHARACTER * scale, height: HEIGHT * scale };
    const [y = 0, top = 0, bottom = 0] = [passed.rate, passed.high, passed.low].map((value) =>
      Number(yScale(value)),
    );
    return { name, x: Number(xScale(distinct)), y, top, bottom, label };
  });
  const overhang = OVERHANG * scale;
  const boxes = placeLabels(named, {
    gap: GAP * scale,
    area: {
      x: area.x,
      y: area.y - overhang,
      width: area.width + overhang,
      height: area.height + overhang,
    },
    obstacles: boxesAlong(named, GAP),
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {named.map(({ name }, i) => {
        const box = boxes[i];
        return (
          box && (
            <text
              key={name}
              className={styles.label}
              x={box.x + box.width / 2}
              y={box.y + box.height / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {name}
            </text>
          )
        );
      })}
    </ZIndexLayer>
  );
}
