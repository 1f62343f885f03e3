import { text } from '../../../content/narrative';
import { count } from '../../../content/numbers';
import { encodeLink } from '../../../share/encode';
import { taskResults } from '../../../store/evaluationSelectors';
import { PROMPT_GROUPS, type EvaluatedProgram } from '../../../store/evaluationState';
import { LIVE_ID } from '../../../store/points';
import type { AppState } from '../../../store/state';
import { spokenVerdict } from '../../../ui/code/verdictMarks';
import type { Block, ReportSection } from './report';
import words from './words.en.md';

const NUMBERS = ['total', 'parses', 'runs', 'passes'] as const;

/** The program to show of an examination: one that runs, and is wrong. */
export function wrongProgram(programs: readonly EvaluatedProgram[]): EvaluatedProgram | null {
  return programs.find(({ judgement }) => judgement?.verdict === 'wrong answer') ?? null;
}

/** One row for each model and kind of task, with how far its programs got. */
function resultRows(state: Pick<AppState, 'evaluation' | 'checkpoints'>): readonly (readonly string[])[] {
  const results = taskResults(state);
  const nameOf = (id: string): string =>
    id === LIVE_ID ? LIVE_ID : (state.checkpoints.points.find((point) => point.id === id)?.label ?? id);
  return (state.evaluation.asked?.checkpointIds ?? []).flatMap((checkpointId) =>
    PROMPT_GROUPS.flatMap((group) => {
      const of = results.filter((result) => result.checkpointId === checkpointId && result.group === group);
      if (of.length === 0) return [];
      const sum = (name: (typeof NUMBERS)[number]): string =>
        count(of.reduce((total, { counts }) => total + counts[name], 0));
      return [[nameOf(checkpointId), text(words, `group.${group}`), ...NUMBERS.map(sum)]];
    }),
  );
}

/** What was asked in Evaluate, and what Python made of it. */
export function examinationSection(
  state: Pick<AppState, 'evaluation' | 'checkpoints'>,
  page: string,
): ReportSection {
  const { asked, programs } = state.evaluation;
  const heading = text(words, 'examination');
  if (!asked) return { heading, blocks: [{ kind: 'text', text: text(words, 'examination.none') }] };
  const { groups, tasksPerGroup, samplesPerTask, temperature, topK, topP, seed } = asked.settings;
  const wrong = wrongProgram(programs);
  const shown: readonly Block[] = wrong
    ? [
        { kind: 'code', label: text(words, 'example', { task: wrong.taskId }), text: wrong.source },
        {
          kind: 'text',
          text: text(words, 'python', {
            verdict: spokenVerdict({ judgement: wrong.judgement, isTested: true }),
          }),
        },
      ]
    : [];
  return {
    heading,
    blocks: [
      {
        kind: 'text',
        text: text(words, 'examination.asked', {
          groups: groups.map((group) => text(words, `group.${group}`)).join(', '),
          ...{ tasks: tasksPerGroup, samples: samplesPerTask, temperature, topK, topP, seed },
        }),
      },
      {
        kind: 'table',
        head: ['model', 'kind', 'programs', 'parses', 'runs', 'passes'].map((key) => text(words, key)),
        rows: resultRows(state),
      },
      ...shown,
      { kind: 'link', label: text(words, 'stageLink'), href: page + encodeLink({ stage: 'evaluate' }) },
    ],
  };
}

/** What came of each wording in the wording lab; null when nothing was asked there. */
export function wordingsSection(
  { asked, programs }: AppState['wordings'],
  page: string,
): ReportSection | null {
  if (!asked) return null;
  const rows = asked.wordings.map(({ id, prompt }) => {
    const judged = programs.filter(
      ({ wording, judgement }) =>
        wording === id && judgement !== null && judgement.verdict !== 'not supported here',
    );
    const passed = judged.filter(({ judgement }) => judgement?.verdict === 'passed').length;
    return [prompt, text(words, 'passedOf', { passed: count(passed), judged: count(judged.length) })];
  });
  const { temperature, seed } = asked.settings;
  return {
    heading: text(words, 'wordings'),
    blocks: [
      { kind: 'text', text: text(words, 'wordings.asked', { task: asked.taskId, temperature, seed }) },
      { kind: 'table', head: [text(words, 'wording'), text(words, 'passed')], rows },
      { kind: 'link', label: text(words, 'stageLink'), href: page + encodeLink({ stage: 'prompt' }) },
    ],
  };
}
