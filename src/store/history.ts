import { text } from '../content/narrative';
import { SAMPLE_SETTING_NAMES } from '../engine/sample/distribution';
import type { StoreContext } from './context';
import { automaticName } from './historyName';
import { PROMPT_LANE } from './linkMapping';
import { LIVE_ID } from './points';
import type { HistoryEntry, HistoryLane, HistorySlice } from './historyState';
import type { AppState, Generation } from './state';
import words from './notices.en.md';

/** Runs that are remembered; the oldest go. */
export const MAX_ENTRIES = 50;

export const INITIAL_HISTORY: HistorySlice = { entries: [] };

/** The answers of stage Prompt in the order of their lanes; those of other stages are no runs. */
function answersOf({ prompt }: Pick<AppState, 'prompt'>): readonly Generation[] {
  const ids = [PROMPT_LANE, ...prompt.beside.map(({ id }) => id)];
  return ids.flatMap((id) => prompt.generations[id] ?? []);
}

function modelOf(
  { checkpoints, runs }: AppState,
  { checkpointId: id, source }: Generation,
): HistoryLane['model'] {
  if (id === LIVE_ID) {
    const run = runs.records[source?.live?.runId ?? ''];
    const label = source?.live
      ? text(words, 'label.liveAt', { step: source.live.step })
      : text(words, 'label.live');
    return { id, label, preset: run?.recipe.preset ?? null };
  }
  const point = checkpoints.points.find((candidate) => candidate.id === id);
  return { id, label: point?.label ?? id, preset: point?.info.preset ?? null };
}

function laneOf(state: AppState, answer: Generation): HistoryLane {
  const { requestId, prompt, settings, road, text, status, verdict, source } = answer;
  return {
    ...{ requestId, prompt, settings, road, text, verdict },
    model: modelOf(state, answer),
    isCut: status === 'cancelled',
    live: source?.live ?? null,
  };
}

/** True when two runs asked the same and got the same. */
function areSame(a: readonly HistoryLane[], b: readonly HistoryLane[]): boolean {
  const told = (lanes: readonly HistoryLane[]): string =>
    JSON.stringify(
      lanes.map(({ prompt, model, settings, road, text, isCut, live }) => [
        ...[prompt, model.id, road, text, isCut, live],
        ...SAMPLE_SETTING_NAMES.map((name) => settings[name]),
      ]),
    );
  return a.length === b.length && told(a) === told(b);
}

/** An entry with other lanes; a name that the reader gave stays. */
function withLanes(entry: HistoryEntry, lanes: HistoryEntry['lanes']): HistoryEntry {
  return { ...entry, lanes, name: entry.isRenamed ? entry.name : automaticName(lanes) };
}

/**
 * Puts a finished run into the list. The same run again makes no second entry, and answers that were put beside
 * the latest ones join them.
 */
function withRun(
  entries: readonly HistoryEntry[],
  run: Omit<HistoryEntry, 'name' | 'isRenamed'>,
): HistoryEntry[] {
  const { lanes } = run;
  const known = entries.findIndex((entry) => areSame(entry.lanes, lanes));
  if (known >= 0) return entries.map((entry, i) => (i === known ? withLanes(entry, lanes) : entry));
  const [latest, ...earlier] = entries;
  const ids = new Set(lanes.map(({ requestId }) => requestId));
  if (latest && latest.lanes.every(({ requestId }) => ids.has(requestId)))
    return [{ ...withLanes(latest, lanes), time: run.time }, ...earlier];
  return [{ ...run, name: automaticName(lanes), isRenamed: false }, ...entries].slice(0, MAX_ENTRIES);
}

/** Takes over verdicts, and last words, that came after the run was written down; null when there are none. */
function withLateNews(
  entries: readonly HistoryEntry[],
  answers: readonly Generation[],
): HistoryEntry[] | null {
  const isNews = (lane: HistoryLane, { requestId, verdict, text }: Generation): boolean =>
    lane.requestId === requestId && (lane.verdict !== verdict || lane.text !== text);
  const newsOf = (lane: HistoryLane) => answers.find((answer) => isNews(lane, answer));
  if (!entries.some(({ lanes }) => lanes.some(newsOf))) return null;
  return entries.map((entry) => ({
    ...entry,
    lanes: entry.lanes.map((lane) => {
      const news = newsOf(lane);
      return news ? { ...lane, verdict: news.verdict, text: news.text } : lane;
    }),
  }));
}

/**
 * Watches the answers of stage Prompt and writes every run down once all of it is written or was cut short.
 * @returns what is to be called whenever an answer changed; it looks when all that happens now has happened
 */
export function keepHistory({ deps, get, patch }: StoreContext): () => void {
  // What was written down once is not written down again, even when the reader deleted it.
  const recorded = new Set<string>();
  let lastEntry = 0;
  let isDue = false;
  const look = (): void => {
    isDue = false;
    const state = get();
    const answers = answersOf(state);
    const late = withLateNews(state.history.entries, answers);
    if (late) patch('history', { entries: late });
    if (answers.some(({ status }) => status === 'waiting' || status === 'streaming')) return;
    const written = answers.filter(
      ({ status, text }) => status === 'done' || (status === 'cancelled' && text !== ''),
    );
    if (written.every(({ requestId }) => recorded.has(requestId))) return;
    for (const { requestId } of written) recorded.add(requestId);
    lastEntry += 1;
    const lanes = written.map((answer) => laneOf(state, answer));
    const run = { id: `run-${lastEntry}`, time: deps.now(), lanes };
    patch('history', { entries: withRun(get().history.entries, run) });
  };
  return () => {
    if (isDue) return;
    isDue = true;
    // An answer that is cut short because another one takes its place is no run.
    void Promise.resolve().then(look);
  };
}
