import { sizeName } from '../content/modelNames';
import { text } from '../content/narrative';
import type { HistoryLane } from '../store/historyState';
import words from './words.en.md';

/** "Fine-tuned, 700 steps (small)" */
export function modelText({ label, preset }: HistoryLane['model']): string {
  return preset === null ? label : text(words, 'model', { label, size: sizeName(preset) });
}

/** All settings of an answer in one line. */
export function settingsText({ settings, road }: Pick<HistoryLane, 'settings' | 'road'>): string {
  const { temperature, topK, topP, seed, maxNewTokens } = settings;
  const told = text(words, 'settings', {
    temperature,
    topK: topK === 0 ? text(words, 'off') : topK,
    topP: topP === 1 ? text(words, 'off') : topP,
    seed,
    length: maxNewTokens,
  });
  if (road.length === 0) return told;
  const given = text(words, road.length === 1 ? 'oneGiven' : 'given', { count: road.length });
  return `${told}, ${given}`;
}
