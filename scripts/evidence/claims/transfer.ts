/** Claim 5: what pretraining gives to coding, after the same number of code steps on the same snippets. */
import { drawQuestions } from '../../../src/corpora/code/questions';
import { pointAt, type TrainedRun } from '../../training/job';
import { fineTuning } from '../../training/lives';
import { tally } from '../examiner';
import { overSeeds, shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';

const STEPS = [100, 200, 300, 500];
const QUESTIONS = 150;

interface Course {
  readonly seed: number;
  readonly pretrained: TrainedRun;
  readonly scratch: TrainedRun;
}

/** Without replay: every row of every batch is code for both. */
async function coursesOf(lab: Lab): Promise<Course[]> {
  const lives = await livesOf(lab, 'small');
  return Promise.all(
    lives.map(async ({ seed, pretrained }) => {
      const common = {
        preset: pretrained.job.recipe.preset,
        seed,
        tokenizer: lab.tokenizer,
        totalSteps: Math.max(...STEPS),
        replay: 0,
      };
      const [fromPretrained, fromScratch] = await Promise.all([
        lab.trainer.train(fineTuning({ ...common, from: pretrained.job })),
        lab.trainer.train(fineTuning({ ...common, from: 'scratch' })),
      ]);
      return { seed, pretrained: fromPretrained, scratch: fromScratch };
    }),
  );
}

function codeBits({ job, history }: TrainedRun, step: number): number {
  const bits = history.evaluations.find((evaluation) => evaluation.step === step)?.codeBitsPerByte;
  if (typeof bits !== 'number') throw new Error(`${job.name} measured no code loss at step ${step}`);
  return bits;
}

/** Code loss and pass rate on seen tasks in seen and new wordings, from pretrained and from fresh weights. */
export async function transfer(lab: Lab): Promise<Figures> {
  const courses = await coursesOf(lab);
  const questions = [
    ...drawQuestions('transfer', 'train', QUESTIONS),
    ...drawQuestions('transfer', 'newWording', QUESTIONS),
  ];
  const figures: Record<string, Figures[string]> = {};
  for (const start of ['pretrained', 'scratch'] as const) {
    for (const step of STEPS) {
      const counts: { seed: number; successes: number; total: number }[] = [];
      for (const course of courses) {
        const answers = await lab.examiner.examine(pointAt(course[start], step), questions);
        const { passes, total } = tally(answers);
        counts.push({ seed: course.seed, successes: passes, total });
      }
      figures[`transfer.${step}.${start}.passes`] = shareOverSeeds(counts);
      figures[`transfer.${step}.${start}.codeBits`] = overSeeds(
        courses.map((course) => ({ seed: course.seed, value: codeBits(course[start], step) })),
        1,
      );
    }
  }
  for (const step of STEPS) {
    const ratios = courses.flatMap(({ seed }, i) => {
      const [pretrained = 0, scratch = 0] = (['pretrained', 'scratch'] as const).map(
        (start) => figures[`transfer.${step}.${start}.passes`]?.values[i],
      );
      // Where nothing passes from scratch yet there is no ratio.
      return scratch > 0 ? [{ seed, value: pretrained / scratch }] : [];
    });
    if (ratios.length > 0) figures[`transfer.${step}.ratio`] = overSeeds(ratios, questions.length);
  }
  return figures;
}
