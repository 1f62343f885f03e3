/**
 * Far compositions: parts that the corpus shows, put together across grids and families in ways it never
 * shows, or with a constant it never shows. No document ever contains one of these tasks; they are there
 * to be asked about.
 */
import { defineTask, type ArgumentKind, type Task } from '../task';

interface FarDraft {
  readonly args: readonly ArgumentKind[];
  readonly ask: string;
  readonly body: readonly string[];
  readonly examples: string;
}

/** Far tasks from drafts under their function names: one wording, one body each. */
export function defineFarTasks(drafts: Readonly<Record<string, FarDraft>>): readonly Task[] {
  return Object.entries(drafts).map(([id, { args, ask, body, examples }]) =>
    defineTask({ id, group: 'far', args, names: [id], comments: [ask], bodies: [body], examples }),
  );
}
