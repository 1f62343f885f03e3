import { sizeName } from '../../../content/modelNames';
import { text } from '../../../content/narrative';
import { byteSize, count, share } from '../../../content/numbers';
import { encodeLink } from '../../../share/encode';
import { entryLink } from '../../../store/historyActions';
import type { HistoryEntry } from '../../../store/historyState';
import { linkedSaved } from '../../../store/linkMapping';
import type { AppState } from '../../../store/state';
import { summaryOf } from '../../../ui/charts/stepSummary';
import { spokenVerdict } from '../../../ui/code/verdictMarks';
import { modelText, settingsText } from '../../answerText';
import { heldOutLoss, verdictShares } from '../../curves';
import type { Asked } from '../../stage';
import { endsOf, type Told } from '../told';
import { curveSvg, MEASURES } from './curve';
import { examinationSection, wordingsSection } from './examinationSection';
import type { Block, Report, ReportSection } from './report';
import words from './words.en.md';

export interface ReportInput {
  readonly state: AppState;
  readonly asked: readonly Asked[];
  readonly read: Told | null;
  readonly coded: Told | null;
  /** May be empty. */
  readonly name: string;
  readonly now: Date;
  /** Address of the page, without a hash. */
  readonly page: string;
}

function guessSection(asked: readonly Asked[]): ReportSection {
  const guessed = asked.filter(({ guess }) => guess !== null);
  const rows = guessed.map(({ question, guess, result, verdict }) => [
    question,
    guess ?? '',
    result ?? text(words, 'unmeasured'),
    text(words, `verdict.${verdict ?? 'none'}`),
  ]);
  const head = ['question', 'guess', 'result', 'verdict'].map((key) => text(words, key));
  return {
    heading: text(words, 'guesses'),
    blocks:
      rows.length > 0
        ? [{ kind: 'table', head, rows }]
        : [{ kind: 'text', text: text(words, 'guesses.none') }],
  };
}

function settingsTable({ preset, parameterCount, seed, steps, totalSteps, bytesSeen, recipe }: Told): Block {
  const value = (key: string, shown: string): readonly string[] => [text(words, key), shown];
  return {
    kind: 'table',
    head: [text(words, 'setting'), text(words, 'value')],
    rows: [
      value('size', sizeName(preset)),
      value('weights', count(parameterCount)),
      value('seed', String(seed)),
      value('steps', text(words, 'stepsOf', { steps: count(steps), total: count(totalSteps) })),
      value('bytes', byteSize(bytesSeen)),
      ...(recipe
        ? [
            value('learningRate', String(recipe.learningRate)),
            value('batchSize', count(recipe.batchSize)),
            ...(recipe.replay > 0 ? [value('replay', share(recipe.replay))] : []),
          ]
        : []),
    ],
  };
}

/** The curves of a phase; those that were not measured are left out. */
function curvesOf({ evaluations, verdicts, totalSteps }: Told): readonly Block[] {
  const axis = text(words, 'axis');
  const losses = (['prose', 'code'] as const).map((kind) => ({
    kind,
    label: text(words, `line.${kind}`),
    points: heldOutLoss(evaluations, `${kind}BitsPerByte`),
  }));
  const shares = (['parses', 'runs', 'passes'] as const).map((kind) => ({
    kind,
    label: text(words, `line.${kind}`),
    points: verdictShares(verdicts, kind),
  }));
  return [['loss', losses] as const, ['share', shares] as const].flatMap(([measure, series]) => {
    const measured = series.filter(({ points }) => points.length > 1);
    if (measured.length === 0) return [];
    return [
      {
        kind: 'figure' as const,
        svg: curveSvg({ measure, series: measured, totalSteps, axis }),
        summary: summaryOf(measured, MEASURES[measure]),
      },
    ];
  });
}

function phaseSection(told: Told, state: AppState, page: string): ReportSection {
  const { phase, isOwn, preset, steps, samples, pointId } = told;
  const stage = phase === 'pretrain' ? 'pretrain' : 'fine-tune';
  const run = encodeLink({ stage, recording: { preset, phase, step: steps } });
  const model = pointId === null ? null : encodeLink({ stage: 'prompt', ...linkedSaved(state, pointId) });
  return {
    heading: text(words, phase),
    blocks: [
      { kind: 'text', text: text(words, isOwn ? 'own' : 'recorded') },
      settingsTable(told),
      ...curvesOf(told),
      ...(endsOf(samples) ?? samples.slice(-1)).map((sample) => ({
        kind: 'code' as const,
        label: text(words, 'sample', { step: count(sample.step) }),
        text: sample.prompt + sample.text,
      })),
      ...(isOwn ? [] : [{ kind: 'link' as const, label: text(words, 'runLink'), href: page + run }]),
      ...(model === null
        ? []
        : [{ kind: 'link' as const, label: text(words, 'pointLink'), href: page + model }]),
    ],
  };
}

function entryBlocks(entry: HistoryEntry, state: AppState, page: string): readonly Block[] {
  return [
    { kind: 'code', label: text(words, 'prompt'), text: entry.lanes[0]?.prompt ?? '' },
    ...entry.lanes.flatMap((lane, i): readonly Block[] => [
      ...(lane.prompt === entry.lanes[0]?.prompt
        ? []
        : [{ kind: 'code' as const, label: text(words, 'prompt'), text: lane.prompt }]),
      {
        kind: 'code',
        label: text(words, 'answer', {
          number: i + 1,
          model: modelText(lane.model),
          settings: settingsText(lane),
        }),
        text: lane.text,
      },
      ...(lane.verdict?.judgement
        ? [{ kind: 'text' as const, text: text(words, 'python', { verdict: spokenVerdict(lane.verdict) }) }]
        : []),
    ]),
    {
      kind: 'link',
      label: text(words, 'promptLink', { name: entry.name }),
      href: page + entryLink(state, entry),
    },
  ];
}

function promptSection(state: AppState, page: string): ReportSection {
  // In the order they were asked; the history has the latest first.
  const entries = state.history.entries.toReversed();
  return {
    heading: text(words, 'prompts'),
    blocks:
      entries.length > 0
        ? entries.flatMap((entry) => entryBlocks(entry, state, page))
        : [{ kind: 'text', text: text(words, 'prompts.none') }],
  };
}

/** Everything the reader did and saw on this visit, to be handed in or kept. */
export function labReport({ state, asked, read, coded, name, now, page }: ReportInput): Report {
  const { backend } = state.engine;
  const phases = [read, coded].filter((told) => told !== null);
  const wordings = wordingsSection(state.wordings, page);
  return {
    title: text(words, 'title'),
    about: [
      ...(name === '' ? [] : [text(words, 'by', { name })]),
      text(words, 'made', { date: now.toISOString().slice(0, 10), page }),
      ...(backend
        ? [
            text(words, 'engine', {
              engine: backend === 'cpu' ? 'CPU' : backend === 'wasm' ? 'WASM' : 'WebGL',
            }),
          ]
        : []),
    ],
    sections: [
      guessSection(asked),
      ...phases.map((told) => phaseSection(told, state, page)),
      promptSection(state, page),
      ...(wordings ? [wordings] : []),
      examinationSection(state, page),
    ],
  };
}
