/** Question papers: prompts to test a model with, each with its tests and a right answer. */
import { createRandom, type Random } from '../../engine/random';
import { chanceOf, drawBody, drawPrompt, type Prompt, type PromptSplit } from './prompts';
import { bodyOf } from './render';
import type { Task } from './task';
import { allTasks } from './tasks';

/** A prompt to put to a model, and one program that answers it. */
export interface Question extends Prompt {
  /** A correct program: the prompt's text and a reference body. It passes `tests`. */
  readonly solution: string;
}

/** Redraws before a task counts as having no more wordings; most have thousands. */
const TRIES = 200;

/**
 * Draws questions of one split, no two alike.
 *
 * A task comes up again only after every other task of the split: in the order of the draw, the first
 * n questions are about n tasks. Tasks that the corpus shows more often tend to come first.
 * @param seed the same seed, split and count give the same questions; a larger count only adds to them
 * @throws RangeError when `count` is not a whole number of at least 0, or the split has too few wordings
 */
export function drawQuestions(seed: string | number, split: PromptSplit, count: number): Question[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`drawQuestions expects a whole number of at least 0 questions, got ${count}`);
  }
  const random = createRandom(seed).fork('questions').fork(split);
  const tasks = orderTasks(random.fork('tasks'), split);
  const asked = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const task = tasks[i % tasks.length];
    if (task === undefined) throw new RangeError(`the split "${split}" has no task`);
    const question = drawQuestion(random.fork(i), split, task, asked);
    asked.add(question.text);
    return question;
  });
}

/** All tasks of the split, drawn without replacement by `chanceOf`: each waits for an exponential time. */
function orderTasks(random: Random, split: PromptSplit): Task[] {
  return allTasks()
    .map((task) => ({ task, chance: chanceOf(task, split) }))
    .filter(({ chance }) => chance > 0)
    .map(({ task, chance }) => ({ task, wait: -Math.log(1 - random.next()) / chance }))
    .sort((left, right) => left.wait - right.wait)
    .map(({ task }) => task);
}

function drawQuestion(random: Random, split: PromptSplit, task: Task, asked: ReadonlySet<string>): Question {
  for (let i = 0; i < TRIES; i++) {
    const prompt = drawPrompt(random, split, task);
    if (asked.has(prompt.text)) continue;
    return { ...prompt, solution: prompt.text + bodyOf(drawBody(random, task), prompt) };
  }
  throw new RangeError(`no new wording of ${task.id} after ${TRIES} draws; ask for fewer questions`);
}
