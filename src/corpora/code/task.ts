/**
 * What a coding task is: how people ask for it, what it may be called, correct bodies, and tests.
 *
 * Comments and bodies are templates. `$a $b $c` stand for the arguments, `$f` for the function's own
 * name, `$x $i $total $result $count $ch $w` for local variables that never collide with an argument.
 */
export type TaskGroup =
  | 'plain'
  | 'pipe'
  | 'characters'
  | 'constant'
  | 'map'
  | 'multiple'
  | 'sequence'
  | 'condition'
  | 'words'
  | 'item'
  | 'predicate'
  | 'pair'
  | 'far';

/** What an argument holds; it decides which names may be drawn for it. */
export type ArgumentKind =
  | 'number'
  | 'length'
  | 'temperature'
  | 'time'
  | 'year'
  | 'text'
  | 'person'
  | 'letter'
  | 'list'
  | 'words'
  | 'item';

/** One unit test: a Python call of `Task.functionName` and a Python expression the result must equal. */
export interface TaskTest {
  readonly call: string;
  readonly expected: string;
}

/** One correct body: its lines without the outer indentation, and how often it is written. */
export interface ReferenceBody {
  readonly lines: readonly string[];
  /** Share among the task's bodies; the shares of a task sum to 1. */
  readonly share: number;
}

export interface Task {
  /** Unique and stable, such as `plain/factorial` or `pipe/sum/square/even`. */
  readonly id: string;
  readonly group: TaskGroup;
  /** How often the task is drawn, relative to the others of its group. */
  readonly weight: number;
  /** The parts the task is composed of; empty for a plain family. */
  readonly components: readonly string[];
  readonly argumentKinds: readonly ArgumentKind[];
  /** Comment templates, the plainest first. */
  readonly comments: readonly string[];
  /** The first of `functionNames`. */
  readonly functionName: string;
  readonly functionNames: readonly string[];
  /** False when many tasks share these names, so that a bare signature would say too little. */
  readonly nameSaysTask: boolean;
  readonly bodies: readonly ReferenceBody[];
  readonly tests: readonly TaskTest[];
}

/** A task as its author writes it. */
export interface TaskDraft {
  id: string;
  group?: TaskGroup;
  weight?: number;
  components?: readonly string[];
  args: readonly ArgumentKind[];
  comments: readonly string[];
  names: readonly [string, ...string[]];
  nameSaysTask?: boolean;
  bodies: readonly (readonly string[])[];
  /** Shares of the bodies; without it the first one is the habit and the others the exceptions. */
  shares?: readonly number[];
  /** Tests as `arguments -> result`, separated by `; `. */
  examples: string;
}

const HABIT: Record<number, readonly number[]> = { 1: [1], 2: [0.7, 0.3], 3: [0.6, 0.25, 0.15] };

/**
 * Completes a draft: equal defaults for all tasks, examples turned into tests.
 * @throws RangeError when shares and bodies differ in number or an example has no arrow
 */
export function defineTask(draft: TaskDraft): Task {
  const group = draft.group ?? 'plain';
  const shares = draft.shares ?? HABIT[draft.bodies.length];
  if (shares?.length !== draft.bodies.length) {
    throw new RangeError(`task ${draft.id}: expected one share per body, got ${draft.bodies.length} bodies`);
  }
  const functionName = draft.names[0];
  return {
    id: `${group}/${draft.id}`,
    group,
    weight: draft.weight ?? 1,
    components: draft.components ?? [],
    argumentKinds: draft.args,
    comments: draft.comments,
    functionName,
    functionNames: draft.names,
    nameSaysTask: draft.nameSaysTask ?? true,
    bodies: draft.bodies.map((lines, i) => ({ lines, share: shares[i] ?? 0 })),
    tests: draft.examples.split('; ').map((example) => {
      const [args, expected] = example.split(' -> ');
      if (args === undefined || expected === undefined) {
        throw new RangeError(`task ${draft.id}: expected "arguments -> result", got "${example}"`);
      }
      return { call: `${functionName}(${args})`, expected };
    }),
  };
}

/** The task's tests for a function of another name. */
export function testsFor(task: Task, functionName: string): TaskTest[] {
  return task.tests.map(({ call, expected }) => ({
    call: functionName + call.slice(task.functionName.length),
    expected,
  }));
}
