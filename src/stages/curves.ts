import { MIN_CHECKS } from '../corpora/prose/coherence';
import { downsample } from '../store/selectors';
import type { StoryMeasure } from '../store/recordings';
import type { RunRecord } from '../store/state';
import { MAX_POINTS, type StepPoint } from '../ui/charts/stepSeries';

/** Loss on the text in training, thinned out for a chart. */
export function trainLoss(reports: RunRecord['reports']): readonly StepPoint[] {
  const shown = downsample(
    reports,
    MAX_POINTS,
    ({ step }) => step,
    ({ bitsPerByte }) => bitsPerByte,
  );
  return shown.map(({ step, bitsPerByte }) => ({ step, value: bitsPerByte }));
}

/** Loss on held-out text, in bits per byte, where it was measured. */
export function heldOutLoss(
  evaluations: RunRecord['evaluations'],
  name: 'proseBitsPerByte' | 'codeBitsPerByte',
): readonly StepPoint[] {
  return evaluations.flatMap((evaluation) => {
    const value = evaluation[name];
    return value === null ? [] : [{ step: evaluation.step, value }];
  });
}

/** A share of the programs that count, in percent; a probe of which nothing counts is left out. */
export function verdictShares(
  verdicts: RunRecord['verdicts'],
  name: 'parses' | 'runs' | 'passes',
): readonly StepPoint[] {
  const points = verdicts
    .filter(({ total }) => total > 0)
    .map((counts) => ({ step: counts.step, value: (100 * counts[name]) / counts.total }));
  return downsample(
    points,
    MAX_POINTS,
    ({ step }) => step,
    ({ value }) => value,
  );
}

/** A share of what could be checked in a model's stories, in percent, where there was enough to check. */
export function storyShares(
  stories: readonly StoryMeasure[],
  name: 'realWords' | 'pronouns' | 'things',
): readonly StepPoint[] {
  return stories.flatMap((measure) => {
    if (name === 'realWords') return [{ step: measure.step, value: 100 * measure.realWords }];
    const { checked, right } = measure[name];
    return checked < MIN_CHECKS ? [] : [{ step: measure.step, value: (100 * right) / checked }];
  });
}
