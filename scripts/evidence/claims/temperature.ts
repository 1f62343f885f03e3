/** Claim 7: temperature trades correctness for variety. On a model in the middle of its fine-tuning. */
import { drawQuestions, type Question } from '../../../src/corpora/code/questions';
import { passAtK } from '../../../src/engine/evaluate/passAtK';
import { distinctPrograms } from '../../../src/engine/evaluate/variety';
import { pointAt } from '../../training/job';
import type { Answer } from '../examiner';
import { overSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';

/** A finished model is too sure of itself to show it. */
export const MIDDLE_STEP = 300;
const TEMPERATURES = [0, 0.5, 0.8, 1, 1.2, 1.6];
const SAMPLES = 8;
const TASKS = 100;

/** Answers in groups of `SAMPLES` to one prompt each. */
function byPrompt(answers: readonly Answer<Question>[], samples: number): Answer<Question>[][] {
  return Array.from({ length: answers.length / samples }, (_, i) =>
    answers.slice(i * samples, (i + 1) * samples),
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** pass@1, pass@8 and distinct answers over temperatures. */
export async function temperature(lab: Lab): Promise<Figures> {
  const questions = drawQuestions('temperature', 'train', TASKS);
  const lives = await livesOf(lab, 'small');
  const figures: Record<string, Figures[string]> = {};
  for (const degrees of TEMPERATURES) {
    const samples = degrees === 0 ? 1 : SAMPLES;
    const rows: { seed: number; groups: Answer<Question>[][] }[] = [];
    for (const { seed, fineTuned } of lives) {
      const point = pointAt(fineTuned, MIDDLE_STEP);
      const answers = await lab.examiner.examine(point, questions, { temperature: degrees, samples });
      rows.push({ seed, groups: byPrompt(answers, samples) });
    }
    const measure = (valueOf: (group: Answer<Question>[]) => number) =>
      overSeeds(
        rows.map(({ seed, groups }) => ({ seed, value: mean(groups.map(valueOf)) })),
        questions.length * samples,
      );
    const passAt = (k: number) =>
      measure((group) => passAtK(samples, group.filter(({ verdict }) => verdict === 'passed').length, k));
    figures[`temperature.${degrees}.pass@1`] = passAt(1);
    if (samples === 1) continue;
    figures[`temperature.${degrees}.pass@${SAMPLES}`] = passAt(SAMPLES);
    figures[`temperature.${degrees}.distinct`] = measure((group) =>
      distinctPrograms(group.map(({ source }) => source)),
    );
  }
  return figures;
}
