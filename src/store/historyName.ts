import { counted, plain, text } from '../content/narrative';
import { enumerated } from '../content/numbers';
import { SAMPLE_DEFAULTS } from '../engine/sample/distribution';
import type { HistoryEntry, HistoryLane } from './historyState';
import words from './notices.en.md';

/** Longest name of an entry, in characters. */
export const MAX_ENTRY_NAME = 80;
const MAX_PROMPT_PART = 36;

type Settings = HistoryLane['settings'];

/** The settings, and what each is when it is off. */
const SETTINGS: readonly (readonly [field: keyof Settings, off: number | null])[] = [
  ['temperature', null],
  ['topK', 0],
  ['topP', 1],
  ['seed', null],
  ['maxNewTokens', null],
];

function differing<T extends string | number>(
  lanes: readonly HistoryLane[],
  of: (lane: HistoryLane) => T,
): T[] {
  return [...new Set(lanes.map(of))];
}

/** "temperatures 0.5, 0.8, and 1.2" */
function settingText(field: keyof Settings, off: number | null, values: readonly number[]): string {
  const written = values.map((value) => {
    if (value === off) return text(words, 'history.off');
    // A seed is copied, not counted.
    return field === 'seed' ? String(value) : plain(value);
  });
  return counted(words, `history.${field}`, values.length, { values: enumerated(written) });
}

/** What the lanes do not share. */
function amongLanes(lanes: readonly HistoryLane[]): string[] {
  const said = SETTINGS.flatMap(([field, off]) => {
    const values = differing(lanes, ({ settings }) => settings[field]);
    return values.length < 2 ? [] : settingText(field, off, values);
  });
  const models = differing(lanes, ({ model }) => `${model.id} ${model.label}`).length;
  const wordings = differing(lanes, ({ prompt }) => prompt).length;
  return [
    ...(models > 1 ? [counted(words, 'history.models', models)] : []),
    ...(wordings > 1 ? [counted(words, 'history.wordings', wordings)] : []),
    ...(lanes.some(({ road }) => road.length > 0) ? [text(words, 'history.road')] : []),
    ...said,
  ];
}

/** What an answer by itself does otherwise than a fresh page would. */
function fromDefaults({ settings }: HistoryLane): string[] {
  return SETTINGS.filter(([field]) => settings[field] !== SAMPLE_DEFAULTS[field]).map(([field, off]) =>
    settingText(field, off, [settings[field]]),
  );
}

/** The first line of a prompt with anything in it. */
function promptPart(prompt: string): string {
  const line =
    prompt
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  if (line === '') return text(words, 'history.noPrompt');
  const characters = Array.from(line.slice(0, 4 * MAX_PROMPT_PART));
  return characters.length <= MAX_PROMPT_PART
    ? line
    : `${characters.slice(0, MAX_PROMPT_PART - 1).join('')}…`;
}

/** A name from the prompt and what differs: among the lanes, or of a single one from what is usual. */
export function automaticName(lanes: HistoryEntry['lanes']): string {
  const [first] = lanes;
  if (!first) return text(words, 'history.noAnswers');
  const differs = lanes.length > 1 ? amongLanes(lanes) : fromDefaults(first);
  return [promptPart(first.prompt), ...differs].join(' · ');
}
