/** Ways to ask for one and the same function, from exact words to none, and solved examples to put before them. */
import { commentsOf } from './prompts';
import { drawQuestions } from './questions';
import { plainChoice, promptOf, type PromptChoice } from './render';
import { testsFor, type Task, type TaskTest } from './task';
import { findTask } from './tasks';
import { signatureOf } from './testsOfPrompt';

/** Ids of the tasks that wordings are compared on: what a first course in programming asks for. */
const TASK_IDS = [
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

/** Says nothing about the task. */
const NO_NAME = 'f';
/** Longest example, in UTF-16 units: three have to fit into a context beside what they are examples for. */
const MAX_EXAMPLE = 70;
/** Questions among which examples are looked for: far more than three of them are short. */
const EXAMPLE_POOL = 60;

/** Every wording, from the most exact to the vaguest. */
export const WORDING_IDS = [
  'commentAndName',
  'docstringAndName',
  'newCommentAndName',
  'nameOnly',
  'commentOnly',
  'newCommentOnly',
  'keywordsOnly',
  'vagueComment',
  'nothing',
] as const;
export type WordingId = (typeof WORDING_IDS)[number];

/** A task put into words, and the tests that call its function as the words do. */
export interface WordedTask {
  readonly prompt: string;
  readonly tests: readonly TaskTest[];
}

/** A comment that is kept out of training. */
function newComment(task: Task): string {
  return commentsOf(task, 'newWording')[0] ?? task.comments.at(-1) ?? '';
}

/** What each wording changes about the plainest one. */
const WORDINGS: Readonly<Record<WordingId, (choice: PromptChoice, task: Task) => PromptChoice>> = {
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

/** The tasks that wordings are compared on. @throws Error when the corpus no longer holds one */
export function wordingTasks(): readonly Task[] {
  return TASK_IDS.map((id) => {
    const task = findTask(id);
    if (!task) throw new Error(`the corpus no longer holds the task ${id}`);
    return task;
  });
}

const plain = (task: Task): PromptChoice =>
  plainChoice(task, ['a', 'b', 'c'].slice(0, task.argumentKinds.length));

/** A task in one of the wordings. */
export function worded(task: Task, wording: WordingId): WordedTask {
  const choice = WORDINGS[wording](plain(task), task);
  return { prompt: promptOf(choice), tests: testsFor(task, choice.functionName) };
}

/** Why a wording of the reader's own cannot be used; `example` is a line that could stand in it. */
export type WordingProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly example: string }
  | {
      readonly kind: 'argumentCount';
      readonly given: number;
      readonly needed: number;
      readonly example: string;
    };

export type OwnWording =
  ({ readonly ok: true } & WordedTask) | { readonly ok: false; readonly problem: WordingProblem };

const refused = (problem: WordingProblem): OwnWording => ({ ok: false, problem });

/** Arguments that a call must give; null where it may leave some out. */
function neededArguments(names: readonly string[]): number | null {
  return names.some((name) => /[=*/]/.test(name)) ? null : names.length;
}

/**
 * A task in the reader's own words.
 *
 * Words without a function become a comment above the task's own signature, because the answer has to be a program.
 * A text that begins a function stays as it is, and the tests call that function.
 */
export function ownWording(task: Task, words: string): OwnWording {
  const prompt = words.trim();
  const signature = promptOf({ ...plain(task), form: 'bare' });
  if (prompt === '') return refused({ kind: 'empty' });
  const own = signatureOf(prompt);
  if (!own && /^[ \t]*def\b/m.test(prompt)) return refused({ kind: 'unreadable', example: signature });
  if (!own) {
    const lines = prompt.split('\n').map((line) => line.trim());
    const comment = lines
      .filter((line) => line !== '')
      .map((line) => (line.startsWith('#') ? line : `# ${line}`));
    return { ok: true, prompt: [...comment, signature].join('\n'), tests: testsFor(task, task.functionName) };
  }
  const given = neededArguments(own.argumentNames);
  const needed = task.argumentKinds.length;
  if (given !== null && given !== needed)
    return refused({ kind: 'argumentCount', given, needed, example: signature });
  return { ok: true, prompt, tests: testsFor(task, own.name) };
}

/**
 * A prompt about a task behind examples: other short functions of the training snippets, solved.
 * @param count how many, 0 to 3; more of them begin with the same
 */
export function withExamples(prompt: string, task: Task, count: number): string {
  const solved = drawQuestions('examples', 'train', EXAMPLE_POOL)
    .filter((example) => example.task.id !== task.id)
    .map(({ solution }) => solution)
    .filter((solution) => solution.length < MAX_EXAMPLE)
    .slice(0, count);
  return [...solved, prompt].join('\n\n');
}
