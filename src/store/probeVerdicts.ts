import { text } from '../content/narrative';
import type { JudgeTest } from '../protocol/python';
import type { Probe, ProbeProgram } from '../protocol/training';
import type { StoreContext } from './context';
import { beginJudging } from './judging';
import { sourceOfProgram } from './programSource';
import type { JudgedProgram } from './evaluationState';
import { notify } from './lessonSlice';
import { countVerdicts } from './verdicts';
import words from './notices.en.md';

type TestsFor = (program: ProbeProgram) => readonly JudgeTest[] | null;

/** The catalogue of tasks is loaded when the first probe comes: a page that trains no code never needs it. */
async function loadTests(): Promise<TestsFor> {
  const [{ findTask }, { testsFor }] = await Promise.all([
    import('../corpora/code/tasks'),
    import('../corpora/code/task'),
  ]);
  return ({ taskId, prompt }) => {
    const task = findTask(taskId);
    const functionName = /^def (\w+)\(/m.exec(prompt)?.[1];
    return task && functionName !== undefined ? testsFor(task, functionName) : null;
  };
}

/** Programs of a probe with their tests; those about a task that is no longer here are left out. */
function judgeable({ step, programs }: Probe, testsFor: TestsFor): JudgedProgram[] {
  return programs.flatMap((program) => {
    const tests = testsFor(program);
    const { taskId, prompt, text } = program;
    const source = sourceOfProgram(prompt, text);
    return tests ? [{ id: `${step}/${taskId}`, prompt, text, source, tests, judgement: null }] : [];
  });
}

/** Judges one probe and enters what came of it into its run's record, if the record is still the same run's. */
async function judgeProbe(
  context: StoreContext,
  runId: string,
  probe: Probe,
  testsFor: TestsFor,
): Promise<void> {
  const { get, patch } = context;
  const isWanted = (): boolean => get().runs.records[runId]?.probes.includes(probe) === true;
  if (!isWanted()) return;
  const judged: JudgedProgram[] = [];
  const judging = beginJudging(context, new AbortController().signal, (programs) => judged.push(...programs));
  judging.add(judgeable(probe, testsFor));
  await judging.settled();
  const record = get().runs.records[runId];
  if (!record || !isWanted()) return;
  const { step } = probe;
  const counts = countVerdicts(judged.flatMap(({ judgement }) => judgement ?? []));
  const verdicts = [...record.verdicts.filter((known) => known.step !== step), { step, ...counts }];
  const byStep = verdicts.sort((a, b) => a.step - b.step);
  patch('runs', { records: { ...get().runs.records, [runId]: { ...record, verdicts: byStep } } });
}

/** Judges probes of a run in the order they were made, behind those that are being judged. */
export function judgeProbes(context: StoreContext, runId: string, probes: readonly Probe[]): void {
  if (probes.length === 0) return;
  const { session } = context;
  const judgeAll = async (): Promise<void> => {
    const testsFor = await loadTests();
    for (const probe of probes) await judgeProbe(context, runId, probe, testsFor);
  };
  session.probing = session.probing.then(judgeAll).catch(() => {
    notify(context, 'warning', text(words, 'probe.untested'));
  });
}
