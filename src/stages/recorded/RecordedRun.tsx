import type { ReactNode } from 'react';
import { modelNames, sizeName } from '../../content/modelNames';
import { counted, text } from '../../content/narrative';
import { count, weights } from '../../content/numbers';
import { stopsOf, type Stop } from '../../store/recordings';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Slider } from '../../ui/controls/Slider';
import { StageBand } from '../../ui/prose/StageBand';
import { useActions, useAppStore } from '../appStore';
import { RecordedFigures } from './RecordedFigures';
import styles from './recorded.module.css';
import { UseModel } from './UseModel';
import { useRecording, useShippedSizes, type PhaseName, type Size } from './useRecording';
import words from './words.en.md';

type Sample = NonNullable<Stop['sample']>;

interface RecordedRunProps {
  readonly phase: PhaseName;
  /** How this stage shows a sample. */
  readonly children: (sample: Sample) => ReactNode;
}

const AGES = { pretrain: 'pretrained', fineTune: 'fineTuned' } as const;

/** The sizes to choose from, without those known to have no recording. */
function useChoices(phase: PhaseName) {
  const sizes = useShippedSizes();
  const points = useAppStore((state) => state.checkpoints.points);
  const recordings = useAppStore((state) => state.recordings);
  return sizes.flatMap((size) => {
    const known = recordings[size];
    if (known?.status === 'ready' && known.recording === null) return [];
    const point = points.find(
      ({ origin, info }) => origin === 'shipped' && info.preset === size && info.phase === AGES[phase],
    );
    if (!point) return [];
    const parameters = weights(point.info.parameterCount);
    const { totalSteps } = point.info;
    const detail = counted(words, 'life.detail', totalSteps, { parameters });
    return [{ value: size, label: sizeName(size), detail, totalSteps }];
  });
}

/** The last stop that is no later than a step. */
function stopAt(stops: readonly Stop[], step: number): number {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.step <= step),
  );
}

/** A run to scrub through: the slider, what was known at each stop, and the stop's model to take. */
function Scrubber({ phase, size, children }: RecordedRunProps & { readonly size: Size }) {
  const known = useRecording(size);
  const points = useAppStore((state) => state.checkpoints.points);
  const recordedAt = useAppStore((state) => state.lesson.recordedAt);
  const { loadRecording, lookAtRecording } = useActions();
  if (known?.status === 'failed') {
    return (
      <div className={styles.wide} role="alert">
        <p>{known.reason}</p>
        <Button onClick={() => void loadRecording(size)}>{text(words, 'retry')}</Button>
      </div>
    );
  }
  if (known?.status !== 'ready') return <p className={styles.wide}>{text(words, 'loading')}</p>;
  const run = known.recording?.runs.find(({ recipe }) => recipe.phase === phase);
  const stops = run ? stopsOf(run, points) : [];
  // It opens where the most was learned; dragged back, it keeps its place.
  const isHeld = recordedAt?.phase === phase && recordedAt.preset === size;
  const index = isHeld ? stopAt(stops, recordedAt.step) : stops.length - 1;
  const stop = stops[index];
  if (!run || !stop) return null;
  const { totalSteps } = run.recipe;
  return (
    <>
      <div className={styles.slider}>
        <Slider
          label={text(words, 'slider')}
          value={index}
          min={0}
          max={Math.max(1, stops.length - 1)}
          step={1}
          disabled={stops.length === 1}
          format={(at) =>
            text(words, 'stop', { step: count(stops[at]?.step ?? 0), total: count(totalSteps) })
          }
          hint={text(words, 'hint')}
          onChange={(at) => lookAtRecording({ preset: size, phase, step: stops[at]?.step ?? 0 })}
        />
        <UseModel point={stop.point} name={modelNames(points).get(stop.point.id) ?? stop.point.label} />
      </div>
      <RecordedFigures run={run} stop={stop}>
        {stop.sample ? children(stop.sample) : <p>{text(words, 'sample.none')}</p>}
      </RecordedFigures>
    </>
  );
}

/** A training run that came with the app, to drag through at once: a class never waits. */
export function RecordedRun({ phase, children }: RecordedRunProps) {
  const choices = useChoices(phase);
  const draftSize = useAppStore((state) => state.runs.drafts[phase].preset);
  const recordedAt = useAppStore((state) => state.lesson.recordedAt);
  const { lookAtRecording } = useActions();
  const wished = recordedAt?.phase === phase ? recordedAt.preset : draftSize;
  const size = choices.find(({ value }) => value === wished)?.value ?? choices.at(-1)?.value;
  const known = useRecording(size);
  const seed = known?.status === 'ready' ? known.recording?.seed : undefined;
  if (size === undefined) return null;
  // A run that was just chosen opens at its end.
  const choose = (preset: Size): void => {
    const step = choices.find(({ value }) => value === preset)?.totalSteps ?? 0;
    lookAtRecording({ preset, phase, step });
  };
  return (
    <StageBand title={text(words, 'title')} anchor="recorded">
      <p className={styles.intro}>{text(words, 'intro', seed === undefined ? {} : { seed: String(seed) })}</p>
      <div className={styles.wide}>
        <ChoiceGroup label={text(words, 'life')} value={size} options={choices} onChange={choose} />
      </div>
      <Scrubber key={size} phase={phase} size={size}>
        {children}
      </Scrubber>
    </StageBand>
  );
}
