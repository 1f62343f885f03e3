/** Claim 4: what fine-tuning costs in prose, with and without replay. Read off the curves that the runs recorded. */
import type { Evaluation } from '../../../src/protocol/training';
import type { TrainedRun } from '../../training/job';
import { fineTuning } from '../../training/lives';
import { overSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';

function lastEvaluation({ job, history }: TrainedRun): Evaluation {
  const last = history.evaluations.at(-1);
  if (!last) throw new Error(`${job.name} recorded no evaluation`);
  return last;
}

function bits(run: TrainedRun, of: 'proseBitsPerByte' | 'codeBitsPerByte'): number {
  const value = lastEvaluation(run)[of];
  if (value === null) throw new Error(`${run.job.name} did not watch ${of}`);
  return value;
}

/** Beside the tenth that is usual. */
const MORE_REPLAY = 0.15;

/** Held-out losses of `small` before fine-tuning, after it, and after the same with no replay and with more. */
export async function forgetting(lab: Lab): Promise<Figures> {
  const lives = await livesOf(lab, 'small');
  const rows = await Promise.all(
    lives.map(async ({ seed, pretrained, fineTuned }) => {
      const withReplay = (replay: number): Promise<TrainedRun> => {
        const { preset } = pretrained.job.recipe;
        const common = { preset, seed, tokenizer: lab.tokenizer, from: pretrained.job };
        return lab.trainer.train(fineTuning({ ...common, replay }));
      };
      const [alone, more] = await Promise.all([withReplay(0), withReplay(MORE_REPLAY)]);
      return { seed, pretrained, fineTuned, alone, more };
    }),
  );
  const each = (valueOf: (row: (typeof rows)[number]) => number) =>
    overSeeds(
      rows.map((row) => ({ seed: row.seed, value: valueOf(row) })),
      1,
    );
  return {
    'forgetting.prose.before': each(({ pretrained }) => bits(pretrained, 'proseBitsPerByte')),
    'forgetting.prose.alone': each(({ alone }) => bits(alone, 'proseBitsPerByte')),
    'forgetting.prose.replay': each(({ fineTuned }) => bits(fineTuned, 'proseBitsPerByte')),
    'forgetting.prose.timesHigher': each(
      ({ alone, pretrained }) => bits(alone, 'proseBitsPerByte') / bits(pretrained, 'proseBitsPerByte'),
    ),
    'forgetting.prose.aboveWithReplay': each(
      ({ fineTuned, pretrained }) =>
        bits(fineTuned, 'proseBitsPerByte') - bits(pretrained, 'proseBitsPerByte'),
    ),
    'forgetting.prose.moreReplay': each(({ more }) => bits(more, 'proseBitsPerByte')),
    'forgetting.prose.aboveWithMoreReplay': each(
      ({ more, pretrained }) => bits(more, 'proseBitsPerByte') - bits(pretrained, 'proseBitsPerByte'),
    ),
    'forgetting.code.moreReplay': each(({ more }) => bits(more, 'codeBitsPerByte')),
    'forgetting.code.costOfMoreReplay': each(
      ({ more, alone }) => bits(more, 'codeBitsPerByte') / bits(alone, 'codeBitsPerByte') - 1,
    ),
    'forgetting.code.alone': each(({ alone }) => bits(alone, 'codeBitsPerByte')),
    'forgetting.code.replay': each(({ fineTuned }) => bits(fineTuned, 'codeBitsPerByte')),
    'forgetting.code.costOfReplay': each(
      ({ fineTuned, alone }) => bits(fineTuned, 'codeBitsPerByte') / bits(alone, 'codeBitsPerByte') - 1,
    ),
  };
}
