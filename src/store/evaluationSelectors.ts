import { passAtK } from '../engine/evaluate/passAtK';
import { currentPointId, LIVE_ID, liveRun } from './points';
import type { AskedTask, EvaluatedProgram, PromptGroup } from './evaluationState';
import { PROMPT_GROUPS } from './evaluationState';
import type { AppState } from './state';
import type { VerdictCounts } from '../protocol/python';
import { countVerdicts } from './verdicts';

/** How far a model's programs came: asked for, written, judged, and what the judgements say. */
export interface Funnel extends VerdictCounts {
  readonly checkpointId: string;
  readonly asked: number;
  readonly written: number;
  readonly judged: number;
}

/** The chance that a model solves a task of a group in one attempt, and in `k`. */
export interface PassRate {
  readonly checkpointId: string;
  readonly group: PromptGroup;
  /** Tasks with at least one judged program that is supported here. */
  readonly tasks: number;
  /** 0..1; null when no task has been judged. */
  readonly passAt1: number | null;
  /** 0..1; null when no task has `k` judged programs. */
  readonly passAtK: number | null;
  readonly k: number;
}

type Evaluated = Pick<AppState, 'evaluation'>;

/** The models an evaluation would examine now: one or two different ones that exist. */
export function chosenCheckpoints(
  state: Evaluated & Pick<AppState, 'checkpoints' | 'runs'>,
): readonly string[] {
  const { checkpointIds } = state.evaluation.settings;
  const exists = (id: string): boolean =>
    id === LIVE_ID ? liveRun(state) !== null : state.checkpoints.points.some((point) => point.id === id);
  const current = liveRun(state) && state.checkpoints.currentId === LIVE_ID ? LIVE_ID : currentPointId(state);
  const [first, second] = checkpointIds;
  const chosen = first !== null && exists(first) ? first : current;
  return second !== null && second !== chosen && exists(second) ? [chosen, second] : [chosen];
}

function judgementsOf(programs: readonly EvaluatedProgram[]) {
  return programs.flatMap(({ judgement }) => judgement ?? []);
}

/** The funnel of each model that was asked, in order. */
export function funnels({ evaluation }: Evaluated): readonly Funnel[] {
  const { asked, programs } = evaluation;
  if (!asked) return [];
  return asked.checkpointIds.map((checkpointId) => {
    const written = programs.filter((program) => program.checkpointId === checkpointId);
    const judgements = judgementsOf(written);
    return {
      checkpointId,
      asked: asked.tasks.length * asked.settings.samplesPerTask,
      written: written.length,
      judged: judgements.length,
      ...countVerdicts(judgements),
    };
  });
}

/** The judged answers to one task, in the order of their samples. */
export interface TaskResult {
  readonly checkpointId: string;
  readonly group: PromptGroup;
  readonly taskId: string;
  readonly prompt: string;
  /** Written so far, by sample. */
  readonly programs: readonly EvaluatedProgram[];
  readonly counts: VerdictCounts;
}

/** Every asked task with its answers, by model, then in the order asked: the grid task x sample. */
export function taskResults({ evaluation }: Evaluated): readonly TaskResult[] {
  const { asked, programs } = evaluation;
  if (!asked) return [];
  const written = new Map<string, EvaluatedProgram[]>();
  const answersOf = (checkpointId: string, { group, taskId }: Pick<AskedTask, 'group' | 'taskId'>) => {
    const key = `${checkpointId} ${group} ${taskId}`;
    const answers = written.get(key) ?? [];
    written.set(key, answers);
    return answers;
  };
  for (const program of programs) answersOf(program.checkpointId, program).push(program);
  return asked.checkpointIds.flatMap((checkpointId) =>
    asked.tasks.map((task) => {
      const { group, taskId, prompt } = task;
      const answers = answersOf(checkpointId, task);
      const counts = countVerdicts(judgementsOf(answers));
      return { checkpointId, group, taskId, prompt, programs: answers, counts };
    }),
  );
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** pass@1 and pass@k of each model and group; k is the number of samples per task. */
export function passRates(state: Evaluated): readonly PassRate[] {
  const { asked } = state.evaluation;
  if (!asked) return [];
  const k = asked.settings.samplesPerTask;
  const results = taskResults(state);
  return asked.checkpointIds.flatMap((checkpointId) =>
    PROMPT_GROUPS.filter((group) => asked.settings.groups.includes(group)).map((group) => {
      const counts = results
        .filter((result) => result.checkpointId === checkpointId && result.group === group)
        .map((result) => result.counts)
        .filter(({ total }) => total > 0);
      const at = (attempts: number): number | null =>
        mean(
          counts
            .filter(({ total }) => total >= attempts)
            .map(({ total, passes }) => passAtK(total, passes, attempts)),
        );
      return { checkpointId, group, tasks: counts.length, passAt1: at(1), passAtK: at(k), k };
    }),
  );
}
