/** Claim 6: the wording of the prompt steers the result. The same tasks, from exactly asked to not asked at all. */
import { drawQuestions } from '../../../src/corpora/code/questions';
import {
  withExamples,
  worded,
  WORDING_IDS,
  wordingTasks,
  type WordedTask,
} from '../../../src/corpora/code/wordings';
import { lastPoint, pointAt, type TrainedPoint } from '../../training/job';
import { tally, type Item } from '../examiner';
import { shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';
import { MIDDLE_STEP } from './temperature';

const EXAMPLE_COUNTS = [0, 1, 3];

const itemOf = ({ prompt, tests }: WordedTask): Item => ({ text: prompt, tests });

/** Pass rates by wording and by the number of examples in the prompt; of the finished models and of one halfway. */
export async function wording(lab: Lab): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  const small = await livesOf(lab, 'small');
  const shipped = await livesOf(lab, 'shipped');
  const models: readonly { name: string; points: { seed: number; point: TrainedPoint }[] }[] = [
    { name: 'small', points: small.map(({ seed, fineTuned }) => ({ seed, point: lastPoint(fineTuned) })) },
    {
      name: 'smallHalfway',
      points: small.map(({ seed, fineTuned }) => ({ seed, point: pointAt(fineTuned, MIDDLE_STEP) })),
    },
    {
      name: 'shipped',
      points: shipped.map(({ seed, fineTuned }) => ({ seed, point: lastPoint(fineTuned) })),
    },
  ];
  for (const { name, points } of models) {
    const share = async (items: readonly Item[]) => {
      const counts: { seed: number; successes: number; total: number }[] = [];
      for (const { seed, point } of points) {
        const { passes, total } = tally(await lab.examiner.examine(point, items));
        counts.push({ seed, successes: passes, total });
      }
      return shareOverSeeds(counts);
    };
    for (const way of WORDING_IDS)
      figures[`wording.${name}.${way}`] = await share(
        wordingTasks().map((task) => itemOf(worded(task, way))),
      );
    for (const count of EXAMPLE_COUNTS) {
      const items = drawQuestions('few', 'near', 60).map(({ task, text, tests }) =>
        itemOf({ prompt: withExamples(text, task, count), tests }),
      );
      figures[`examples.${name}.${count}`] = await share(items);
    }
  }
  return figures;
}
