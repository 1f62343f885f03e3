/** Reads the tasks of a page's thread out of a trace of Chromium. */
import * as v from 'valibot';

const Event = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.optional(v.number(), 0),
  /** In microseconds, on the wall. */
  dur: v.optional(v.number(), 0),
  /** In microseconds, of the thread. */
  tdur: v.optional(v.number(), 0),
  args: v.optional(
    v.object({
      name: v.optional(v.unknown()),
      data: v.optional(v.object({ functionName: v.optional(v.string()), url: v.optional(v.string()) })),
    }),
  ),
});
const Trace = v.object({ traceEvents: v.array(Event) });
type Event = v.InferOutput<typeof Event>;

/** What a thread did between two looks into its queue. */
export interface Task {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The longest steps, with the share of the thread each took. */
  readonly did: string;
}

/** Steps that say what a task is about; the others contain them or are contained in them. */
const TELLING = new Set([
  'FunctionCall',
  'EvaluateScript',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Commit',
  'MinorGC',
  'MajorGC',
]);
const WORTH_TELLING_US = 3000;

function describe({ name, tdur, args }: Event): string {
  const file = args?.data?.url?.replace(/^.*\//, '');
  const place = file === undefined ? '' : ` ${file} ${args?.data?.functionName ?? ''}`.trimEnd();
  return `${(tdur / 1000).toFixed(0)} ms ${name}${place}`;
}

/** The tasks of every page's main thread. @throws Error when the trace holds none, or does not look like one */
export function readTasks(trace: string): readonly Task[] {
  const { traceEvents } = v.parse(Trace, JSON.parse(trace));
  const threadOf = ({ pid, tid }: Event): string => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const steps = traceEvents.filter((event) => event.ph === 'X' && pages.has(threadOf(event)));
  const tasks = steps.filter(({ name }) => name.endsWith('RunTask'));
  if (tasks.length === 0) throw new Error('The trace holds no task of a page; was "toplevel" traced?');
  const telling = steps.filter(({ name, tdur }) => TELLING.has(name) && tdur >= WORTH_TELLING_US);
  return tasks.map((task) => ({
    cpuMs: task.tdur / 1000,
    wallMs: task.dur / 1000,
    did: telling
      .filter(
        (step) => threadOf(step) === threadOf(task) && step.ts >= task.ts && step.ts < task.ts + task.dur,
      )
      .map(describe)
      .join(', '),
  }));
}
