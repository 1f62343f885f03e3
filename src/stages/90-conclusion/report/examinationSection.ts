import { modelNames } from '../../../content/modelNames';
import { text } from '../../../content/narrative';
import { count, inARow } from '../../../content/numbers';
import { encodeLink } from '../../../share/encode';
import { taskResults } from '../../../store/evaluationSelectors';
import { PROMPT_GROUPS, type EvaluatedProgram } from '../../../store/evaluationState';
import { examinationState } from '../../../store/linkExamination';
import { LIVE_ID } from '../../../store/points';
import type { AppState } from '../../../store/state';
import { spokenVerdict } from '../../../ui/code/verdictMarks';
import { taskTitle } from '../../taskTitle';
import { linkBlocks } from './links';
import type { Block, ReportSection } from './report';
import words from './words.en.md';

const NUMBERS = ['total', 'parses', 'runs', 'passes'] as const;

/** The program to show of an examination: one that runs, and is wrong. */
export function wrongProgram(programs: readonly EvaluatedProgram[]): EvaluatedProgram | null {
  return programs.find(({ judgement }) => judgement?.verdict === 'wrong answer') ?? null;
}

/** A model as the page calls it. */
export function modelName({ checkpoints }: Pick<AppState, 'checkpoints'>, id: string): string {
  return id === LIVE_ID
    ? text(words, 'live')
    : (modelNames(checkpoints.points).get(id) ?? text(words, 'gone'));
}

/** One row for each model and kind of task, with how far its programs got. */
function resultRows(state: Pick<AppState, 'evaluation' | 'checkpoints'>): readonly (readonly string[])[] {
  const results = taskResults(state);
  return (state.evaluation.asked?.checkpointIds ?? []).flatMap((checkpointId) =>
    PROMPT_GROUPS.flatMap((group) => {
      const of = results.filter((result) => result.checkpointId === checkpointId && result.group === group);
      if (of.length === 0) return [];
      const sum = (name: (typeof NUMBERS)[number]): string =>
        count(of.reduce((total, { counts }) => total + counts[name], 0));
      return [[modelName(state, checkpointId), text(words, `group.${group}`), ...NUMBERS.map(sum)]];
    }),
  );
}

/** One program that runs and is wrong, and what Python said of it. */
function wrongBlocks(wrong: EvaluatedProgram): readonly Block[] {
  const verdict = spokenVerdict({ judgement: wrong.judgement, isTested: true });
  return [
    { kind: 'code', label: text(words, 'example', { task: taskTitle(wrong.prompt) }), text: wrong.source },
    { kind: 'text', text: text(words, 'python', { verdict }) },
  ];
}

/** What was asked in Evaluate, and what Python made of it. */
export function examinationSection(state: AppState, page: string): ReportSection {
  const { asked, programs } = state.evaluation;
  const heading = text(words, 'examination');
  if (!asked) return { heading, blocks: [{ kind: 'text', text: text(words, 'examination.none') }] };
  const { groups, tasksPerGroup, samplesPerTask, temperature, topK, topP, seed } = asked.settings;
  const wrong = wrongProgram(programs);
  return {
    heading,
    blocks: [
      {
        kind: 'text',
        text: text(words, 'examination.asked', {
          models: asked.checkpointIds.map((id) => modelName(state, id)).join('; '),
          groups: inARow(groups.map((group) => text(words, `group.${group}`))),
          ...{ tasks: tasksPerGroup, samples: samplesPerTask, temperature, topK, topP, seed: String(seed) },
        }),
      },
      {
        kind: 'table',
        head: ['model', 'kind', 'programs', 'parses', 'runs', 'passes'].map((key) => text(words, key)),
        rows: resultRows(state),
      },
      ...(wrong ? wrongBlocks(wrong) : []),
      ...linkBlocks(text(words, 'examinationLink'), page, encodeLink(examinationState(state, asked))),
    ],
  };
}
