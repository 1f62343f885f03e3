/** Turns templates into Python text. */
import type { ReferenceBody, Task } from './task';

/** How a request is written: a comment above, a docstring inside, or the signature alone. */
export type PromptForm = 'comment' | 'docstring' | 'bare';

/** The choices that turn a task into one prompt. */
export interface PromptChoice {
  readonly form: PromptForm;
  /** A comment template; not used by the bare form. */
  readonly comment: string;
  readonly functionName: string;
  readonly argumentNames: readonly string[];
}

/** Names of local variables in order of preference; no two rows share a name. */
const LOCALS: Record<string, readonly string[]> = {
  x: ['x', 'y', 'z', 'u'],
  i: ['i', 'j', 'k', 'h'],
  total: ['total', 'subtotal'],
  result: ['result', 'out'],
  count: ['count', 'counter'],
  ch: ['c', 'ch'],
  w: ['w', 'part'],
  best: ['best', 'winner'],
  seen: ['seen', 'done'],
  first: ['a', 'p', 'r'],
  second: ['b', 'q', 't'],
};

/**
 * Fills a template.
 * @throws RangeError when the template uses a placeholder that nothing stands for
 */
export function fill(template: string, functionName: string, argumentNames: readonly string[]): string {
  return template.replace(/\$([a-z]+)/g, (_, key: string) => {
    if (key === 'f') return functionName;
    const argument = argumentNames['abc'.indexOf(key)];
    if (key.length === 1 && 'abc'.includes(key) && argument !== undefined) return argument;
    const local = LOCALS[key]?.find((name) => name !== functionName && !argumentNames.includes(name));
    if (local === undefined) throw new RangeError(`no name for placeholder $${key} in "${template}"`);
    return local;
  });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The text up to which a reader would type: it never ends in a newline, the model writes that. */
export function promptOf(choice: PromptChoice): string {
  const { form, functionName, argumentNames } = choice;
  const signature = `def ${functionName}(${argumentNames.join(', ')}):`;
  if (form === 'bare') return signature;
  const comment = fill(choice.comment, functionName, argumentNames);
  return form === 'comment' ? `# ${comment}\n${signature}` : `${signature}\n    """${sentence(comment)}"""`;
}

/** A body as the continuation of its prompt: it begins with a newline and ends without one. */
export function bodyOf(body: ReferenceBody, choice: PromptChoice): string {
  return body.lines.map((line) => `\n    ${fill(line, choice.functionName, choice.argumentNames)}`).join('');
}

/** The task with its plainest comment and first name, arguments called `names`. */
export function plainChoice(task: Task, argumentNames: readonly string[]): PromptChoice {
  return {
    form: 'comment',
    comment: task.comments[0] ?? '',
    functionName: task.functionName,
    argumentNames,
  };
}
