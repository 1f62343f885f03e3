import { counted, plain, text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import { SAMPLE_SETTING_NAMES } from '../../engine/sample/distribution';
import type { LaneWish } from '../../store/lanes';
import type { Generation } from '../../store/state';
import words from './narrative.en.md';

type Settings = Generation['settings'];

/** A setting as it is shown everywhere: "1.20", "off". */
export const SHOWN: { readonly [K in keyof Settings]: (value: number) => string } = {
  temperature: (value) => (value === 0 ? '0' : decimals(value)),
  topK: (value) => (value === 0 ? text(words, 'off') : plain(value)),
  topP: (value) => (value >= 1 ? text(words, 'off') : decimals(value)),
  seed: String,
  maxNewTokens: (value) => counted(words, 'tokens', value),
};

const NAMES = {
  temperature: 'temperature',
  topK: 'topK',
  topP: 'topP',
  seed: 'seed',
  maxNewTokens: 'length',
} as const satisfies Record<keyof Settings, string>;

/** A setting in two or three words: "temperature 1.20". */
const settingOf =
  ({ settings }: LaneWish) =>
  (name: keyof Settings): string =>
    `${text(words, NAMES[name]).toLowerCase()} ${SHOWN[name](settings[name])}`;

/** What a lane does otherwise than the first, each in two or three words. */
export function differencesOf(
  first: LaneWish,
  lane: LaneWish,
  modelName: (id: string) => string,
): readonly string[] {
  const settings = SAMPLE_SETTING_NAMES.filter((name) => lane.settings[name] !== first.settings[name]);
  return [
    ...(lane.road.length > 0 ? [text(words, 'differs.road', { count: lane.road.length })] : []),
    ...(lane.checkpointId === first.checkpointId ? [] : [modelName(lane.checkpointId)]),
    ...(lane.prompt === first.prompt ? [] : [text(words, 'differs.prompt')]),
    ...settings.map(settingOf(lane)),
  ];
}

/** What the others do otherwise than the first, as the first does it: model and settings, in the same words. */
export function traitsOf(
  first: LaneWish,
  others: readonly LaneWish[],
  modelName: (id: string) => string,
): readonly string[] {
  const isShared = (same: (other: LaneWish) => boolean): boolean => others.every(same);
  return [
    ...(isShared(({ checkpointId }) => checkpointId === first.checkpointId)
      ? []
      : [modelName(first.checkpointId)]),
    ...SAMPLE_SETTING_NAMES.filter(
      (name) => !isShared(({ settings }) => settings[name] === first.settings[name]),
    ).map(settingOf(first)),
  ];
}

type Written = Pick<Generation, 'status' | 'tokens'>;

/** How an answer goes along with the first one. */
export interface Company {
  /** Tokens at the beginning that are the same in both. */
  readonly same: number;
  /** False while nothing differs yet; of two whole answers, where they are the same to the end. */
  readonly differs: boolean;
}

const isWhole = ({ status }: Written): boolean => status === 'done' || status === 'cancelled';

/**
 * Where an answer leaves the first one. One that ends earlier differs there, once it is whole.
 *
 * Models may have vocabularies of their own, so the same token is the same id and the same text.
 * @returns null while there is nothing to compare
 */
export function companyOf(first: Written | undefined, answer: Written | undefined): Company | null {
  if (!first || !answer || first.tokens.length === 0 || answer.tokens.length === 0) return null;
  const shorter = Math.min(first.tokens.length, answer.tokens.length);
  let same = 0;
  while (same < shorter) {
    const [a, b] = [first.tokens[same], answer.tokens[same]];
    if (a?.id !== b?.id || a?.text !== b?.text) break;
    same += 1;
  }
  const endsEarly =
    (first.tokens.length > same && isWhole(answer)) || (answer.tokens.length > same && isWhole(first));
  return { same, differs: same < shorter || endsEarly };
}

/** One sentence on where an answer leaves the first; null while that is open. */
export function companySentence({ same, differs }: Company, isDone: boolean): string | null {
  if (differs && same === 0) return text(words, 'company.atOnce');
  if (differs) return counted(words, 'company.for', same);
  return isDone ? text(words, 'company.all') : null;
}
