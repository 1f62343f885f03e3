import { sizeName } from '../content/modelNames';
import { counted, text } from '../content/narrative';
import type { HistoryLane } from '../store/historyState';
import words from './words.en.md';

/** "Fine-tuned, 700 steps (small)" */
export function modelText({ label, preset }: HistoryLane['model']): string {
  return preset === null ? label : text(words, 'model', { label, size: sizeName(preset) });
}

/** All settings of an answer in one line. */
export function settingsText({ settings, road }: Pick<HistoryLane, 'settings' | 'road'>): string {
  const { temperature, topK, topP, seed, maxNewTokens } = settings;
  const told = counted(words, 'settings', maxNewTokens, {
    temperature,
    topK: topK === 0 ? text(words, 'off') : topK,
    topP: topP === 1 ? text(words, 'off') : topP,
    seed: String(seed),
  });
  if (road.length === 0) return told;
  const given = counted(words, 'given', road.length);
  return `${told}, ${given}`;
}
