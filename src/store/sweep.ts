import { distinctPrograms } from '../engine/evaluate/variety';
import type { StoreContext } from './context';
import { chosenCheckpoints } from './evaluationSelectors';
import type { EvaluatedProgram, EvaluationSlice, SweepPoint } from './evaluationState';
import { drawTasks, examine, sentenceOf, undertake, wantedAnswers } from './examination';
import { countVerdicts } from './verdicts';

/** From the likeliest answer only to answers that fall apart. */
export const SWEEP_TEMPERATURES: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5];

/** Answers to each task at one temperature, at most: the sweep asks for many temperatures. */
const MAX_SAMPLES = 4;

/** What came of one temperature: programs that differ in blanks, comments or names only are one answer to their task. */
export function sweepPoint(temperature: number, programs: readonly EvaluatedProgram[]): SweepPoint {
  const { passes, parses, total } = countVerdicts(programs.flatMap(({ judgement }) => judgement ?? []));
  const byTask = new Map<string, string[]>();
  for (const { group, taskId, source, judgement } of programs) {
    if (judgement === null || judgement.verdict === 'not supported here') continue;
    const key = `${group} ${taskId}`;
    byTask.set(key, [...(byTask.get(key) ?? []), source]);
  }
  const distinct = [...byTask.values()].reduce((sum, sources) => sum + distinctPrograms(sources), 0);
  return { temperature, passed: passes, parsed: parses, distinct, total };
}

/** Asks the first chosen model the same tasks at every temperature. */
export async function runSweep(context: StoreContext): Promise<void> {
  const { get, patch } = context;
  const signal = undertake(context, 'sweep');
  const tell = (change: Partial<EvaluationSlice>): void => {
    if (!signal.aborted) patch('evaluation', change);
  };
  const { settings } = get().evaluation;
  const [checkpointId = ''] = chosenCheckpoints(get());
  const points: SweepPoint[] = [];
  tell({ sweep: [], sweepStatus: 'writing', sweepFailure: null });
  try {
    const tasks = await drawTasks(settings);
    const wanted = wantedAnswers(checkpointId, tasks, Math.min(MAX_SAMPLES, settings.samplesPerTask));
    for (const temperature of SWEEP_TEMPERATURES) {
      const programs: EvaluatedProgram[] = [];
      const examination = { checkpointId, wanted, settings: { ...settings, temperature }, signal };
      const { judged } = await examine(
        context,
        examination,
        () => undefined,
        (its) => programs.push(...its),
      );
      await judged;
      if (signal.aborted) return;
      points.push(sweepPoint(temperature, programs));
      tell({ sweep: [...points] });
    }
    tell({ sweepStatus: 'done' });
  } catch (error) {
    tell({ sweepStatus: 'failed', sweepFailure: sentenceOf(error) });
  }
}
