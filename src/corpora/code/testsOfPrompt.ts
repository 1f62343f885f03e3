/** Tests for a request of a reader: what the corpus knows about the function it asks for. */
import { EXAMPLE_PROMPTS } from '../examplePrompts';
import { fill } from './render';
import { testsFor, type Task, type TaskTest } from './task';
import { allTasks, findTask } from './tasks';

/** `def name(a, b):` at the end of a prompt or before its docstring; what follows the colon on its line is nothing. */
const SIGNATURE = /^def[ \t]+([A-Za-z_]\w*)[ \t]*\(([^()\n]*)\)[ \t]*:[ \t]*$/gm;

interface Signature {
  readonly name: string;
  readonly argumentNames: readonly string[];
}

function lastSignature(prompt: string): RegExpExecArray | undefined {
  return [...prompt.matchAll(SIGNATURE)].at(-1);
}

function readSignature(last: RegExpExecArray): Signature {
  const names = (last[2] ?? '').split(',').map((name) => name.trim());
  return { name: last[1] ?? '', argumentNames: names.filter((name) => name !== '') };
}

/** The function that a prompt begins last, if it begins one. */
export function signatureOf(prompt: string): Signature | null {
  const last = lastSignature(prompt);
  return last ? readSignature(last) : null;
}

/** Longest request that is compared with the corpus, in UTF-16 units: none of its wordings is nearly as long. */
const MAX_REQUEST = 1000;

/** Words as they are compared: no case, no marks around sentences, and politeness asks for nothing else. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.,!#"']+/g, ' ')
    .replace(/\bplease\b ?/g, '')
    .trim();

const isComment = (line: string): boolean => line.trimStart().startsWith('#');

/** What stands above a signature and below it: its comment and its docstring, in plain words. */
function requestsIn(prompt: string, start: number, end: number): readonly string[] {
  const above = prompt
    .slice(Math.max(0, start - MAX_REQUEST), start)
    .trimEnd()
    .split('\n');
  const comment = above.slice(above.findLastIndex((line) => !isComment(line)) + 1);
  const below = prompt.slice(end, end + MAX_REQUEST).trimStart();
  const docstring = /^(?:"""|''')([^]*?)(?:"""|'''|$)/.exec(below)?.[1] ?? '';
  const remark = isComment(below) ? (below.split('\n')[0] ?? '') : '';
  return [comment.join('\n'), docstring, remark].map(plain).filter((request) => request !== '');
}

/** What a wording begins with, before anything is filled in: of thousands of wordings few begin as a request does. */
const headOf = (wording: string): string => plain(wording.split('$')[0] ?? '');

/** Made once for a task, when it is first compared. */
const HEADS = new WeakMap<Task, readonly string[]>();

function headsOf(task: Task): readonly string[] {
  const heads = HEADS.get(task) ?? task.comments.map(headOf);
  HEADS.set(task, heads);
  return heads;
}

/** True when every request is put in words of this task. */
function isAskedFor(task: Task, { name, argumentNames }: Signature, requests: readonly string[]): boolean {
  const heads = headsOf(task);
  return requests.every((request) =>
    task.comments.some(
      (wording, i) =>
        request.startsWith(heads[i] ?? '') && plain(fill(wording, name, argumentNames)) === request,
    ),
  );
}

/**
 * The tests for the last function a prompt begins: those of an example with this text, of the task whose words the
 * prompt uses, or, where it says nothing in words, of the only task with such a name.
 * @returns null when the prompt begins no function, or one the corpus has no tests for
 */
export function testsOfPrompt(prompt: string): readonly TaskTest[] | null {
  const last = lastSignature(prompt);
  if (!last) return null;
  const signature = readSignature(last);
  const { name, argumentNames } = signature;
  const example = EXAMPLE_PROMPTS.find((one) => one.prompt === prompt.trimEnd());
  const known = example?.taskId === undefined ? undefined : findTask(example.taskId);
  if (known) return testsFor(known, name);
  const requests = requestsIn(prompt, last.index, last.index + last[0].length);
  const fitting = allTasks().filter((task) => {
    if (task.argumentKinds.length !== argumentNames.length) return false;
    if (requests.length > 0) return isAskedFor(task, signature, requests);
    return task.nameSaysTask && task.functionNames.includes(name);
  });
  // The same words may ask for two things, of which the name says one.
  const named = fitting.filter((task) => task.functionNames.includes(name));
  const [only, second] = named.length > 0 ? named : fitting;
  return only && !second ? testsFor(only, name) : null;
}
