import { text } from '../../../content/narrative';
import { day } from '../../../content/numbers';
import { entryLink } from '../../../store/historyActions';
import type { HistoryEntry, HistoryLane } from '../../../store/historyState';
import { LIVE_ID } from '../../../store/points';
import type { AppState } from '../../../store/state';
import { spokenVerdict } from '../../../ui/code/verdictMarks';
import { modelText, settingsText } from '../../answerText';
import type { Asked } from '../../stage';
import type { PhaseName, Told } from '../told';
import { examinationSection } from './examinationSection';
import { linkBlocks } from './links';
import { missingSection, phaseSection } from './phaseSection';
import type { Block, Report, ReportSection } from './report';
import { wordingsSection } from './wordingsSection';
import words from './words.en.md';

const PHASES: readonly PhaseName[] = ['pretrain', 'fineTune'];

export interface ReportInput {
  readonly state: AppState;
  readonly asked: readonly Asked[];
  /** The phases to tell, in the order of the life. */
  readonly told: readonly Told[];
  /** Phases of which nothing could be read. */
  readonly missing: readonly PhaseName[];
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

/** The models of an entry that are no longer here, which no link can name. */
function goneModels({ lanes }: HistoryEntry, { checkpoints, runs }: AppState): readonly string[] {
  const isThere = ({ model, live }: HistoryLane): boolean =>
    model.id === LIVE_ID
      ? live !== null && runs.records[live.runId] !== undefined
      : checkpoints.points.some(({ id }) => id === model.id);
  return [...new Set(lanes.filter((lane) => !isThere(lane)).map(({ model }) => modelText(model)))];
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
    ...linkBlocks(text(words, 'promptLink', { name: entry.name }), page, entryLink(state, entry)),
    ...goneModels(entry, state).map((model) => ({
      kind: 'text' as const,
      text: text(words, 'goneModel', { model }),
    })),
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
export function labReport({ state, asked, told, missing, name, now, page }: ReportInput): Report {
  const { backend } = state.engine;
  const wordings = wordingsSection(state, page);
  const phases = PHASES.flatMap((phase) => {
    const one = told.find((its) => its.phase === phase);
    if (one) return [phaseSection(one, state, page)];
    return missing.includes(phase) ? [missingSection(phase)] : [];
  });
  return {
    title: text(words, 'title'),
    about: [
      ...(name === '' ? [] : [text(words, 'by', { name })]),
      text(words, 'made', { date: day(now), page }),
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
      ...phases,
      promptSection(state, page),
      ...(wordings ? [wordings] : []),
      examinationSection(state, page),
    ],
  };
}
