/** Claim 6: the wording of the prompt steers the result. The same tasks, from exactly asked to not asked at all. */
import { commentsOf } from '../../../src/corpora/code/prompts';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { plainChoice, promptOf, type PromptChoice } from '../../../src/corpora/code/render';
import { testsFor, type Task } from '../../../src/corpora/code/task';
import { findTask } from '../../../src/corpora/code/tasks';
import { lastPoint, pointAt, type TrainedPoint } from '../../training/job';
import { tally, type Item } from '../examiner';
import { shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';
import { MIDDLE_STEP } from './temperature';

/** What a first course in programming asks for. */
const TASKS = [
  'plain/add',
  'plain/square',
  'plain/is_even',
  'plain/max_of_two',
  'plain/absolute',
  'plain/factorial',
  'plain/double',
  'plain/is_positive',
  'plain/reverse_string',
  'plain/count_letter',
  'plain/to_upper',
  'plain/is_palindrome',
  'plain/join_words',
  'plain/first_item',
  'plain/list_length',
  'plain/reverse_list',
  'plain/unique',
  'pipe/sum/id/even',
  'pipe/max/id/all',
  'pipe/list/square/all',
];
const EXAMPLE_COUNTS = [0, 1, 3];
/** Says nothing about the task. */
const NO_NAME = 'f';

/** Ways to ask, from the most exact to the vaguest; each gives a prompt for a task, whose function it calls `name`. */
const WORDINGS: Readonly<Record<string, (choice: PromptChoice, task: Task) => PromptChoice>> = {
  commentAndName: (choice) => choice,
  docstringAndName: (choice) => ({ ...choice, form: 'docstring' }),
  newCommentAndName: (choice, task) => ({ ...choice, comment: newComment(task) }),
  nameOnly: (choice) => ({ ...choice, form: 'bare' }),
  commentOnly: (choice) => ({ ...choice, functionName: NO_NAME }),
  newCommentOnly: (choice, task) => ({ ...choice, comment: newComment(task), functionName: NO_NAME }),
  keywordsOnly: (choice) => ({
    ...choice,
    comment: choice.comment.split(' ').slice(1).join(' '),
    functionName: NO_NAME,
  }),
  vagueComment: (choice) => ({ ...choice, comment: 'write a function', functionName: NO_NAME }),
  nothing: (choice) => ({ ...choice, form: 'bare', functionName: NO_NAME }),
};

/** A wording that is never trained on. */
function newComment(task: Task): string {
  return commentsOf(task, 'newWording')[0] ?? task.comments.at(-1) ?? '';
}

function tasks(): Task[] {
  return TASKS.map((id) => {
    const task = findTask(id);
    if (!task) throw new Error(`the corpus no longer holds the task ${id}`);
    return task;
  });
}

const plain = (task: Task): PromptChoice =>
  plainChoice(task, ['a', 'b', 'c'].slice(0, task.argumentKinds.length));

function worded(task: Task, wording: string): Item {
  const asked = WORDINGS[wording]?.(plain(task), task) ?? plain(task);
  return { text: promptOf(asked), tests: testsFor(task, asked.functionName) };
}

/** The prompt behind examples: other short tasks, solved. */
function withExamples(item: Item, count: number): Item {
  const solved = drawQuestions('examples', 'train', 60)
    .map(({ solution }) => solution)
    .filter((solution) => solution.length < 70)
    .slice(0, count);
  return { ...item, text: [...solved, item.text].join('\n\n') };
}

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
    for (const way of Object.keys(WORDINGS))
      figures[`wording.${name}.${way}`] = await share(tasks().map((task) => worded(task, way)));
    for (const count of EXAMPLE_COUNTS) {
      const items = drawQuestions('few', 'near', 60).map((question) => withExamples(question, count));
      figures[`examples.${name}.${count}`] = await share(items);
    }
  }
  return figures;
}
