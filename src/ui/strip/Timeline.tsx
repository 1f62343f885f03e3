import { memo, useEffect, useId, useRef } from 'react';
import type { PhaseOfLife } from '../../content/modelNames';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { PhaseMark } from './PhaseMark';
import { roomyLabels } from './roomyLabels';
import styles from './Timeline.module.css';
import words from './words.en.md';

/** One saved point, or the model in training. */
export interface TimelinePoint {
  readonly id: string;
  /** Also its accessible name, e.g. "Fine-tuned, step 200". */
  readonly name: string;
  readonly phase: PhaseOfLife;
  /** Steps of its run; null for the model in training. */
  readonly step: number | null;
  readonly live: boolean;
}

interface TimelineProps {
  readonly points: readonly TimelinePoint[];
  readonly currentId: string;
  readonly onPick: (id: string) => void;
}

interface Age {
  readonly phase: PhaseOfLife;
  readonly points: readonly TimelinePoint[];
}

/** Neighbours of one phase belong to one age; a model that was pretrained twice has two. */
function agesOf(points: readonly TimelinePoint[]): Age[] {
  const ages: { phase: PhaseOfLife; points: TimelinePoint[] }[] = [];
  for (const point of points) {
    const last = ages.at(-1);
    if (last?.phase === point.phase) last.points.push(point);
    else ages.push({ phase: point.phase, points: [point] });
  }
  return ages;
}

/** The points of an age, and their steps where there is room to write them. */
function labelled({ phase, points }: Age): { point: TimelinePoint; label: string }[] {
  const steps = points.map(({ step }) => (step === null || phase === 'untrained' ? '' : count(step)));
  const shown = roomyLabels(steps);
  return points.map((point, i) => ({ point, label: shown[i] ?? '' }));
}

/** A model's life as a line of points, each of which can be picked: a radio group, so arrow keys walk along it. */
export const Timeline = memo(function Timeline({ points, currentId, onPick }: TimelineProps) {
  const name = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // Only the line itself scrolls, never the page.
    const box = list.current;
    const dot = box?.querySelector<HTMLElement>('[data-current]');
    if (box && dot) box.scrollLeft = dot.offsetLeft - (box.clientWidth - dot.offsetWidth) / 2;
  }, [currentId, points.length]);
  return (
    <fieldset ref={list} className={styles.timeline}>
      <legend className="visually-hidden">{text(words, 'points')}</legend>
      {agesOf(points).map((age, index) => (
        <div
          key={index}
          className={styles.age}
          data-phase={age.phase}
          style={{ flexGrow: age.points.length }}
        >
          <div className={styles.points}>
            {labelled(age).map(({ point, label }) => (
              <label
                key={point.id}
                className={styles.point}
                title={point.name}
                data-current={point.id === currentId ? '' : undefined}
                data-live={point.live ? '' : undefined}
              >
                <input
                  type="radio"
                  name={name}
                  aria-label={point.name}
                  checked={point.id === currentId}
                  onChange={() => onPick(point.id)}
                />
                <span className={styles.mark}>
                  <PhaseMark phase={point.phase} />
                </span>
                <span className={styles.step} aria-hidden="true">
                  {label}
                </span>
              </label>
            ))}
          </div>
          <span className={styles.caption} aria-hidden="true">
            {text(words, age.phase)}
          </span>
        </div>
      ))}
    </fieldset>
  );
});
