import type { StoreContext } from './context';
import { chosenCheckpoints } from './evaluationSelectors';
import type { EvaluatedProgram, EvaluationSlice } from './evaluationState';
import { drawTasks, examine, sentenceOf, undertake, wantedAnswers } from './examination';

/** The programs of an evaluation, in the order they were asked for whenever they come. */
class Programs {
  private readonly known = new Map<string, EvaluatedProgram>();

  constructor(private readonly order: readonly string[]) {}

  put(programs: readonly EvaluatedProgram[]): void {
    for (const program of programs) this.known.set(program.id, program);
  }

  inOrder(): EvaluatedProgram[] {
    return this.order.flatMap((id) => this.known.get(id) ?? []);
  }
}

/** Asks the chosen models, one after the other, and follows what comes of it. */
export async function runEvaluation(context: StoreContext): Promise<void> {
  const { deps, get, patch } = context;
  const signal = undertake(context, 'evaluation');
  const tell = (change: Partial<EvaluationSlice>): void => {
    if (!signal.aborted) patch('evaluation', change);
  };
  const { settings } = get().evaluation;
  const checkpointIds = chosenCheckpoints(get());
  tell({
    status: 'writing',
    done: 0,
    total: 0,
    secondsLeft: null,
    programs: [],
    nearest: {},
    asked: null,
    failure: null,
  });
  try {
    const tasks = await drawTasks(settings);
    const wanted = checkpointIds.map((id) => wantedAnswers(id, tasks, settings.samplesPerTask));
    const programs = new Programs(wanted.flat().map(({ blank }) => blank.id));
    const total = wanted.flat().length;
    tell({ asked: { settings, checkpointIds, tasks }, total });
    const startedAtMs = deps.now();
    let done = 0;
    const follow = (changed: readonly EvaluatedProgram[], judged: number): void => {
      programs.put(changed);
      done += judged;
      const msEach = (deps.now() - startedAtMs) / done;
      const secondsLeft = done > 0 ? (msEach * (total - done)) / 1000 : null;
      tell({ programs: programs.inOrder(), done, secondsLeft });
    };
    const judged: Promise<void>[] = [];
    for (const [i, checkpointId] of checkpointIds.entries()) {
      const examination = { checkpointId, wanted: wanted[i] ?? [], settings, signal };
      const { judged: itsJudged } = await examine(
        context,
        examination,
        (written) => follow(written, 0),
        (its) => follow(its, its.length),
      );
      // Told below, once all are written.
      itsJudged.catch(() => undefined);
      judged.push(itsJudged);
    }
    tell({ status: 'judging' });
    await Promise.all(judged);
    tell({ status: 'done', secondsLeft: null });
  } catch (error) {
    tell({ status: 'failed', failure: sentenceOf(error), secondsLeft: null });
  }
}
