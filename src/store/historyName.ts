import { SAMPLE_DEFAULTS } from '../engine/sample/distribution';
import type { HistoryEntry, HistoryLane } from './historyState';

/** Longest name of an entry, in characters. */
export const MAX_ENTRY_NAME = 80;
const MAX_PROMPT_PART = 36;

type Settings = HistoryLane['settings'];

/** How each setting is called, and what it is when it is off. */
const SETTINGS: readonly (readonly [field: keyof Settings, one: string, many: string, off: number | null])[] =
  [
    ['temperature', 'temperature', 'temperatures', null],
    ['topK', 'top-k', 'top-k', 0],
    ['topP', 'top-p', 'top-p', 1],
    ['seed', 'seed', 'seeds', null],
    ['maxNewTokens', 'length', 'lengths', null],
  ];

function differing<T extends string | number>(
  lanes: readonly HistoryLane[],
  of: (lane: HistoryLane) => T,
): T[] {
  return [...new Set(lanes.map(of))];
}

/** "0.5, 0.8 and 1.2" */
function listed(values: readonly (string | number)[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? String(last) : `${values.slice(0, -1).join(', ')} and ${last}`;
}

/** What the lanes do not share. */
function amongLanes(lanes: readonly HistoryLane[]): string[] {
  const said = SETTINGS.flatMap(([field, , many, off]) => {
    const values = differing(lanes, ({ settings }) => settings[field]);
    return values.length < 2
      ? []
      : `${many} ${listed(values.map((value) => (value === off ? 'off' : value)))}`;
  });
  const models = differing(lanes, ({ model }) => `${model.id} ${model.label}`).length;
  const wordings = differing(lanes, ({ prompt }) => prompt).length;
  return [
    ...(models > 1 ? [`${models} models`] : []),
    ...(wordings > 1 ? [`${wordings} wordings`] : []),
    ...(lanes.some(({ road }) => road.length > 0) ? ['another road'] : []),
    ...said,
  ];
}

/** What an answer by itself does otherwise than a fresh page would. */
function fromDefaults({ settings }: HistoryLane): string[] {
  return SETTINGS.filter(([field]) => settings[field] !== SAMPLE_DEFAULTS[field]).map(
    ([field, one, , off]) => `${one} ${settings[field] === off ? 'off' : settings[field]}`,
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
  if (line === '') return 'No prompt';
  const characters = Array.from(line.slice(0, 4 * MAX_PROMPT_PART));
  return characters.length <= MAX_PROMPT_PART
    ? line
    : `${characters.slice(0, MAX_PROMPT_PART - 1).join('')}…`;
}

/** A name from the prompt and what differs: among the lanes, or of a single one from what is usual. */
export function automaticName(lanes: HistoryEntry['lanes']): string {
  const [first] = lanes;
  if (!first) return 'No answers';
  const differs = lanes.length > 1 ? amongLanes(lanes) : fromDefaults(first);
  return [promptPart(first.prompt), ...differs].join(' · ');
}
