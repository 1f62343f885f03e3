/** Why tokens? The same model, batches and steps with smaller vocabularies, down to single bytes. */
import { FIRST_MERGE_ID } from '../../../src/engine/tokenizer/tokenizerFile';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { lastPoint, type TrainedRun } from '../../training/job';
import { lifeOf } from '../../training/lives';
import { VOCAB_SIZE, withFirstMerges } from '../../training/tokenizer';
import { tally } from '../examiner';
import { overSeeds, shareOverSeeds, type Figures } from '../figure';
import { seedsOf, type Lab } from '../lab';

/** Without a merge, every byte is a token of its own. */
const SIZES = [FIRST_MERGE_ID, 384, 512, VOCAB_SIZE];
const QUESTIONS = 150;

function lastBits({ job, history }: TrainedRun, of: 'proseBitsPerByte' | 'codeBitsPerByte'): number {
  const bits = history.evaluations.at(-1)?.[of];
  if (typeof bits !== 'number') throw new Error(`${job.name} measured no ${of}`);
  return bits;
}

/** Losses and pass rates of `nano` by size of the vocabulary. */
export async function vocabulary(lab: Lab): Promise<Figures> {
  const questions = [
    ...drawQuestions('vocabulary', 'train', QUESTIONS),
    ...drawQuestions('vocabulary', 'newWording', QUESTIONS),
  ];
  const rows = await Promise.all(
    SIZES.flatMap((size) =>
      seedsOf('nano').map(async (seed) => {
        const tokenizer = withFirstMerges(lab.tokenizer, size);
        const [first, second] = lifeOf({ preset: 'nano', seed, tokenizer });
        const [pretrained, fineTuned] = await Promise.all([
          lab.trainer.train(first),
          lab.trainer.train(second),
        ]);
        return { size, seed, pretrained, fineTuned };
      }),
    ),
  );
  const figures: Record<string, Figures[string]> = {};
  for (const size of SIZES) {
    const ofSize = rows.filter((row) => row.size === size);
    const name = `vocabulary.${size}`;
    const counts: { seed: number; successes: number; total: number }[] = [];
    for (const { seed, fineTuned } of ofSize) {
      const { passes, total } = tally(await lab.examiner.examine(lastPoint(fineTuned), questions));
      counts.push({ seed, successes: passes, total });
    }
    figures[`${name}.passes`] = shareOverSeeds(counts);
    figures[`${name}.proseBits`] = overSeeds(
      ofSize.map(({ seed, pretrained }) => ({ seed, value: lastBits(pretrained, 'proseBitsPerByte') })),
      1,
    );
    figures[`${name}.codeBits`] = overSeeds(
      ofSize.map(({ seed, fineTuned }) => ({ seed, value: lastBits(fineTuned, 'codeBitsPerByte') })),
      1,
    );
  }
  return figures;
}
