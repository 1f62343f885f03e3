/** Claims 2, 3, 8 and 9: how many programs parse and pass, before and after fine-tuning, by kind of task. */
import type { PresetName } from '../../../src/engine/config';
import type { PromptSplit } from '../../../src/corpora/code/prompts';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { lastPoint } from '../../training/job';
import { tally, type Examiner, type Tally } from '../examiner';
import { shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';

/** What the page calls the splits. */
export const SPLITS: readonly { readonly split: PromptSplit; readonly name: string }[] = [
  { split: 'train', name: 'seen' },
  { split: 'newWording', name: 'newWording' },
  { split: 'near', name: 'near' },
  { split: 'far', name: 'far' },
];
export const PRESETS_MEASURED: readonly PresetName[] = ['nano', 'small', 'shipped'];
/** Prompts of each split. */
const QUESTIONS = 200;
/** Of each split that is not far, put to models that have read no code. */
const QUESTIONS_BEFORE = 100;

type Seeded = Tally & { readonly seed: number };

function sharesOf(name: string, tallies: readonly Seeded[]): Figures {
  const share = (stage: 'parses' | 'runs' | 'passes') =>
    shareOverSeeds(tallies.map((counts) => ({ ...counts, successes: counts[stage] })));
  return {
    [`${name}.parses`]: share('parses'),
    [`${name}.runs`]: share('runs'),
    [`${name}.passes`]: share('passes'),
  };
}

/** What the model in a file makes of the questions of a split, by the split's name on the page. */
export async function passCounts(examiner: Examiner, path: string, name: string): Promise<Tally> {
  const split = SPLITS.find((one) => one.name === name)?.split;
  if (!split) throw new Error(`no split "${name}"; there are ${SPLITS.map((one) => one.name).join(', ')}`);
  return tally(await examiner.examine({ path }, drawQuestions('evidence', split, QUESTIONS)));
}

/** Pass rates of every preset at the end of its life, and of its pretrained model. */
export async function passing(lab: Lab): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  for (const preset of PRESETS_MEASURED) {
    const lives = await livesOf(lab, preset);
    for (const { name } of SPLITS) {
      const tallies: Seeded[] = [];
      for (const { seed, fineTuned } of lives)
        tallies.push({ seed, ...(await passCounts(lab.examiner, lastPoint(fineTuned).path, name)) });
      Object.assign(figures, sharesOf(`${preset}.${name}`, tallies));
    }
    const before = SPLITS.slice(0, 3).flatMap(({ split }) =>
      drawQuestions('before', split, QUESTIONS_BEFORE),
    );
    const tallies: Seeded[] = [];
    for (const { seed, pretrained } of lives)
      tallies.push({ seed, ...tally(await lab.examiner.examine(lastPoint(pretrained), before)) });
    Object.assign(figures, sharesOf(`${preset}.beforeFineTuning`, tallies));
  }
  return figures;
}
