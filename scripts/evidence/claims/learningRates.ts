/** How the learning rates of the presets were found: the same life, faster and slower. One seed each. */
import { PRESETS, type PresetName } from '../../../src/engine/config';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { lastPoint, type TrainedRun } from '../../training/job';
import { lifeOf, SHIPPED_SEED } from '../../training/lives';
import { tally } from '../examiner';
import { overSeeds, shareOverSeeds, type Figures } from '../figure';
import type { Lab } from '../lab';

const SWEEPS: readonly { readonly preset: PresetName; readonly factors: readonly number[] }[] = [
  { preset: 'nano', factors: [0.5, 1, 1.5] },
  { preset: 'small', factors: [0.5, 1, 1.5] },
];
const QUESTIONS = 150;

/** Held-out losses and pass rates by learning rate. */
export async function learningRates({ trainer, examiner, tokenizer }: Lab): Promise<Figures> {
  const questions = drawQuestions('rates', 'train', QUESTIONS);
  const rows = await Promise.all(
    SWEEPS.flatMap(({ preset, factors }) =>
      factors.map(async (factor) => {
        const learningRate = PRESETS[preset].learningRate * factor;
        const jobs = lifeOf({ preset, seed: SHIPPED_SEED, tokenizer, learningRate });
        const [pretrained, fineTuned] = await Promise.all(jobs.map((job) => trainer.train(job)));
        return {
          name: `learningRate.${preset}.${Number(learningRate.toPrecision(3))}`,
          pretrained,
          fineTuned,
        };
      }),
    ),
  );
  const figures: Record<string, Figures[string]> = {};
  for (const { name, pretrained, fineTuned } of rows) {
    if (!pretrained || !fineTuned) continue;
    const bits = (run: TrainedRun, of: 'proseBitsPerByte' | 'codeBitsPerByte') =>
      overSeeds([{ seed: SHIPPED_SEED, value: run.history.evaluations.at(-1)?.[of] ?? Number.NaN }], 1);
    const { passes, total } = tally(await examiner.examine(lastPoint(fineTuned), questions));
    figures[`${name}.proseBits`] = bits(pretrained, 'proseBitsPerByte');
    figures[`${name}.codeBits`] = bits(fineTuned, 'codeBitsPerByte');
    figures[`${name}.passes`] = shareOverSeeds([{ seed: SHIPPED_SEED, successes: passes, total }]);
  }
  return figures;
}
