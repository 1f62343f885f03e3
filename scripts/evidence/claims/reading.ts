/** Claim 1: what pretraining learns, in the order it learns it. */
import { MIN_CHECKS } from '../../../src/corpora/prose/coherence';
import type { StoryMeasure } from '../../../src/protocol/storage';
import { lastPoint, pointAt, type TrainedPoint, type TrainedRun } from '../../training/job';
import { overSeeds, shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab, type Life } from '../lab';
import { measurePoint } from '../stories';

const STEPS = [10, 25, 50, 100, 200];

interface Measured {
  readonly seed: number;
  readonly stories: StoryMeasure;
  /** Null where the loss was not measured. */
  readonly proseBits: number | null;
}

function bitsAt({ history }: TrainedRun, { info }: TrainedPoint): number | null {
  return history.evaluations.find(({ step }) => step === info.step)?.proseBitsPerByte ?? null;
}

/** Of what could be checked, over the seeds where enough could; null where there are none. */
function shareOf(measured: readonly Measured[], name: 'pronouns' | 'things'): Figures[string] | null {
  const counts = measured.flatMap(({ seed, stories }) => {
    const { checked, right } = stories[name];
    return checked >= MIN_CHECKS ? [{ seed, successes: right, total: checked }] : [];
  });
  return counts.length > 0 ? shareOverSeeds(counts) : null;
}

function figuresAt(name: string, measured: readonly Measured[]): Figures {
  const words = Math.min(...measured.map(({ stories }) => stories.words));
  const realWords = measured.map(({ seed, stories }) => ({ seed, value: stories.realWords }));
  const bits = measured.flatMap(({ seed, proseBits }) =>
    proseBits === null ? [] : [{ seed, value: proseBits }],
  );
  const pronouns = shareOf(measured, 'pronouns');
  const things = shareOf(measured, 'things');
  return {
    [`${name}.realWords`]: overSeeds(realWords, words),
    ...(pronouns && { [`${name}.pronouns`]: pronouns }),
    ...(things && { [`${name}.things`]: things }),
    ...(bits.length > 0 && { [`${name}.proseBits`]: overSeeds(bits, 1) }),
  };
}

/** Steps of the large model's longer run: coherence comes after the words. */
const LATER_STEPS = [100, 200, 300, 400, 500];

async function measuredAt(lab: Lab, lives: readonly Life[], step: number | null): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { seed, pretrained } of lives) {
    const point = step === null ? lastPoint(pretrained) : pointAt(pretrained, step);
    const stories = await measurePoint(lab.examiner, point);
    measured.push({ seed, stories, proseBits: bitsAt(pretrained, point) });
  }
  return measured;
}

/** Real words and coherence of stories, and the loss on held-out ones, at steps of pretraining `small` and the large. */
export async function reading(lab: Lab): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  const small = await livesOf(lab, 'small');
  for (const step of [...STEPS, null])
    Object.assign(figures, figuresAt(`reading.${step ?? 'end'}`, await measuredAt(lab, small, step)));
  const large = await livesOf(lab, 'shipped');
  for (const step of [...LATER_STEPS, null])
    Object.assign(figures, figuresAt(`reading.large.${step ?? 'end'}`, await measuredAt(lab, large, step)));
  return figures;
}
