import { text } from '../../content/narrative';
import { share } from '../../content/numbers';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import styles from './SweepPlot.module.css';
import { temperatureText, type SweepShare } from './sweepShares';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const across = (part: number): string => `${part * 100}%`;
/** Shares grow upwards, the drawing's numbers downwards. */
const down = (part: number): string => `${(1 - part) * 100}%`;

/** The plot as a sentence. */
function summaryOf(shares: readonly SweepShare[]): string {
  const points = shares.map(({ temperature, distinct, passed }) =>
    text(words, 'sweep.point', {
      temperature: temperatureText(temperature),
      distinct: roughShare(distinct),
      passed: roughShare(passed),
    }),
  );
  return text(words, 'sweep.summary', { points: points.join('; ') });
}

function Axes() {
  return TICKS.map((tick) => (
    <g key={tick}>
      <line className={styles.rule} x1="0" x2="100%" y1={down(tick)} y2={down(tick)} />
      <text className={styles.tick} x="-8" y={down(tick)} dy="0.35em" textAnchor="end">
        {share(tick)}
      </text>
      <text className={styles.tick} x={across(tick)} y="100%" dy="1.5em" textAnchor="middle">
        {share(tick)}
      </text>
    </g>
  ));
}

/** How right against how varied the answers are, one point per temperature, joined as the temperature rises. */
export function SweepPlot({ shares }: { readonly shares: readonly SweepShare[] }) {
  return (
    <div role="img" aria-label={summaryOf(shares)}>
      <p className={styles.axis}>{text(words, 'sweep.y')}</p>
      <div className={styles.plot}>
        <svg aria-hidden="true">
          <Axes />
          {shares.slice(1).map((to, index) => {
            const from = shares[index] ?? to;
            return (
              <line
                key={to.temperature}
                className={styles.path}
                x1={across(from.distinct)}
                y1={down(from.passed)}
                x2={across(to.distinct)}
                y2={down(to.passed)}
              />
            );
          })}
          {shares.map(({ temperature, distinct, passed }) => (
            <g key={temperature}>
              <circle className={styles.point} cx={across(distinct)} cy={down(passed)} r="6" />
              <text className={styles.label} x={across(distinct)} y={down(passed)} dx="10" dy="-0.6em">
                {temperatureText(temperature)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p className={`${styles.axis} ${styles.axisX}`}>{text(words, 'sweep.x')}</p>
    </div>
  );
}
