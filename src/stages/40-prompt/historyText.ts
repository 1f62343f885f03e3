import { text } from '../../content/narrative';
import type { HistoryEntry, HistoryLane } from '../../store/historyState';
import { spokenVerdict } from '../../ui/code/verdictMarks';
import { modelText, settingsText } from '../answerText';
import words from './history.en.md';

const VERSION = 1;

/** "2026-11-23 08:35 UTC": the same on every machine. */
function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const indented = (lines: string): string => lines.replace(/^(?=.)/gm, '    ');

const promptText = (prompt: string): string => `${text(words, 'text.prompt')}\n${indented(prompt)}`;

function laneText(lane: HistoryLane, number: number, first: HistoryLane | undefined): string {
  const prompt = lane === first || lane.prompt === first?.prompt ? [] : [promptText(lane.prompt)];
  const verdict = lane.verdict?.judgement
    ? [text(words, 'text.verdict', { verdict: spokenVerdict(lane.verdict) })]
    : [];
  return [
    ...prompt,
    text(words, lane.isCut ? 'text.answerCut' : 'text.answer', {
      number,
      model: modelText(lane.model),
      settings: settingsText(lane),
    }),
    indented(lane.text),
    ...verdict,
  ].join('\n');
}

function entryText({ name, time, lanes }: HistoryEntry): string {
  const [first] = lanes;
  const answers = lanes.map((lane, i) => laneText(lane, i + 1, first));
  return [`${name}\n${stamp(time)}`, promptText(first?.prompt ?? ''), ...answers].join('\n\n');
}

/** Runs to read, the latest first. */
export function historyText(entries: readonly HistoryEntry[]): string {
  return entries.map((entry) => `${entryText(entry)}\n`).join(`\n${'-'.repeat(72)}\n\n`);
}

/** Runs for programs: everything that decides an answer, and the answer. */
export function historyJson(entries: readonly HistoryEntry[]): string {
  const runs = entries.map(({ name, time, lanes }) => ({
    name,
    time: new Date(time).toISOString(),
    answers: lanes.map(({ prompt, model, settings, road, text, isCut, live, verdict }) => ({
      prompt,
      model: { id: model.id, label: model.label, size: model.preset, ...(live && { step: live.step }) },
      settings,
      road,
      text,
      cutShort: isCut,
      verdict: verdict?.judgement
        ? { verdict: verdict.judgement.verdict, isTested: verdict.isTested, tests: verdict.judgement.tests }
        : null,
    })),
  }));
  return `${JSON.stringify({ format: 'how-did-chatgpt-learn-to-code/history', version: VERSION, runs }, null, 2)}\n`;
}

/** "prompt-history-2026-11-23.txt" */
export function historyFileName(entries: readonly HistoryEntry[], extension: 'txt' | 'json'): string {
  const [latest] = entries;
  const day = latest ? `-${new Date(latest.time).toISOString().slice(0, 10)}` : '';
  return `prompt-history${day}.${extension}`;
}
