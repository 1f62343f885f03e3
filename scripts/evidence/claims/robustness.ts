/** What must not matter: the names of arguments, a line break behind the prompt, which paraphrase is used. */
import { argumentPool, conventionalNames } from '../../../src/corpora/code/argumentNames';
import { commentsOf, type Prompt } from '../../../src/corpora/code/prompts';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { plainChoice, promptOf } from '../../../src/corpora/code/render';
import { testsFor, type Task } from '../../../src/corpora/code/task';
import { findTask, tasksOf } from '../../../src/corpora/code/tasks';
import type { PresetName } from '../../../src/engine/config';
import { createRandom, type Random } from '../../../src/engine/random';
import { lastPoint, type TrainedPoint } from '../../training/job';
import { GREEDY, tally, type Item } from '../examiner';
import { overSeeds, shareOverSeeds, type Figure, type Figures } from '../figure';
import { livesOf, type Lab, type Life } from '../lab';

const TASKS = 100;
const PARAPHRASES = 5;
const PRESETS: readonly PresetName[] = ['small', 'shipped'];
/** Three ways to ask for the same function. */
const FACTORIAL = [
  '# return the factorial of n\ndef factorial(n):',
  'def factorial(n):\n    """Compute the factorial of n."""',
  'def factorial(n):',
];

interface Naming {
  readonly name: string;
  readonly draw: (random: Random, task: Task) => string[];
}

function distinct(random: Random, pools: readonly (readonly string[])[]): string[] {
  const used: string[] = [];
  for (const pool of pools) used.push(random.pick(pool.filter((word) => !used.includes(word))));
  return used;
}

const NAMINGS: readonly Naming[] = [
  {
    name: 'textbook',
    draw: (random, task) => [...random.pick(conventionalNames(task.argumentKinds))],
  },
  {
    name: 'letters',
    draw: (random, task) =>
      distinct(
        random,
        task.argumentKinds.map((kind) => argumentPool(kind).filter((word) => word.length === 1)),
      ),
  },
  {
    name: 'words',
    draw: (random, task) =>
      distinct(
        random,
        task.argumentKinds.map((kind) => argumentPool(kind).filter((word) => word.length > 1)),
      ),
  },
];

/** Tasks of the corpus, a fixed draw, with as many seen comments as asked for. */
function seenTasks(count: number, comments: number): Task[] {
  const random = createRandom('evidence').fork('tasks');
  const able = tasksOf('seen').filter(
    (task) =>
      commentsOf(task, 'train').length >= comments && conventionalNames(task.argumentKinds).length > 0,
  );
  return random.shuffle(able).slice(0, count);
}

async function passShare(lab: Lab, point: TrainedPoint, items: readonly Item[]) {
  const { passes, total } = tally(await lab.examiner.examine(point, items));
  return { successes: passes, total };
}

async function overLives(lab: Lab, lives: readonly Life[], items: readonly Item[]): Promise<Figure> {
  const counts: { seed: number; successes: number; total: number }[] = [];
  for (const { seed, fineTuned } of lives)
    counts.push({ seed, ...(await passShare(lab, lastPoint(fineTuned), items)) });
  return shareOverSeeds(counts);
}

/** The plainest request for a task, its arguments called as the naming says. */
function named(task: Task, { draw }: Naming): Item {
  const choice = plainChoice(task, draw(createRandom('names').fork(task.id), task));
  return { text: promptOf(choice), tests: testsFor(task, choice.functionName) };
}

function paraphrased(task: Task, which: number): Item {
  const comment = commentsOf(task, 'train')[which] ?? '';
  const choice = { ...plainChoice(task, ['a', 'b', 'c'].slice(0, task.argumentKinds.length)), comment };
  return { text: promptOf(choice), tests: testsFor(task, choice.functionName) };
}

/** How far pass rates lie apart that should be equal; of each seed by itself. */
function apart(figures: readonly Figure[]): Figure {
  const [first] = figures;
  const values = (first?.seeds ?? []).map((seed, i) => {
    const its = figures.map((figure) => figure.values[i] ?? 0);
    return { seed, value: Math.max(...its) - Math.min(...its) };
  });
  return overSeeds(values, first?.n ?? 0);
}

/** Answers that change when a line break is typed behind the prompt. */
async function changedByNewline(lab: Lab, lives: readonly Life[]): Promise<Figure> {
  const prompts = drawQuestions('newline', 'train', TASKS).map(({ text }: Prompt) => text);
  const values: { seed: number; value: number }[] = [];
  for (const { seed, fineTuned } of lives) {
    const point = lastPoint(fineTuned);
    const plain = await lab.examiner.write(point, prompts, GREEDY);
    const broken = await lab.examiner.write(
      point,
      prompts.map((prompt) => `${prompt}\n`),
      GREEDY,
    );
    values.push({ seed, value: plain.filter((text, i) => text !== broken[i]).length });
  }
  return overSeeds(values, prompts.length);
}

/** Pass rates under other names and other words for the same requests. */
export async function robustness(lab: Lab): Promise<Figures> {
  const figures: Record<string, Figure> = {};
  const factorial = findTask('plain/factorial');
  if (!factorial) throw new Error('the corpus no longer holds the task plain/factorial');
  for (const preset of PRESETS) {
    const lives = await livesOf(lab, preset);
    const byName: Figure[] = [];
    for (const naming of NAMINGS) {
      const figure = await overLives(
        lab,
        lives,
        seenTasks(TASKS, 1).map((task) => named(task, naming)),
      );
      figures[`${preset}.names.${naming.name}`] = figure;
      byName.push(figure);
    }
    figures[`${preset}.names.cost`] = apart(byName);
    const byParaphrase: Figure[] = [];
    for (let which = 0; which < PARAPHRASES; which++) {
      const items = seenTasks(TASKS, PARAPHRASES).map((task) => paraphrased(task, which));
      const figure = await overLives(lab, lives, items);
      figures[`${preset}.paraphrase.${which + 1}`] = figure;
      byParaphrase.push(figure);
    }
    figures[`${preset}.paraphrase.spread`] = apart(byParaphrase);
    figures[`${preset}.newline.changed`] = await changedByNewline(lab, lives);
    const asked = FACTORIAL.map((text) => ({ text, tests: testsFor(factorial, 'factorial') }));
    figures[`${preset}.factorial`] = await overLives(lab, lives, asked);
  }
  return figures;
}
