import { sizeName } from '../content/modelNames';
import type { HistoryLane } from '../store/historyState';

/** "Fine-tuned, 700 steps (small)" */
export function modelText({ label, preset }: HistoryLane['model']): string {
  return preset === null ? label : `${label} (${sizeName(preset)})`;
}

/** All settings of an answer in one line. */
export function settingsText({ settings, road }: Pick<HistoryLane, 'settings' | 'road'>): string {
  const { temperature, topK, topP, seed, maxNewTokens } = settings;
  const given =
    road.length === 0 ? [] : [`its first ${road.length === 1 ? 'token' : `${road.length} tokens`} given`];
  return [
    `temperature ${temperature}`,
    `top-k ${topK === 0 ? 'off' : topK}`,
    `top-p ${topP === 1 ? 'off' : topP}`,
    `seed ${seed}`,
    `at most ${maxNewTokens} tokens`,
    ...given,
  ].join(', ');
}
