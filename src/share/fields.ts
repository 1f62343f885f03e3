import * as v from 'valibot';
import { PRESETS } from '../engine/config';
import {
  LINK_BACKENDS,
  LINK_HIDABLE,
  LINK_LIMITS,
  LINK_PHASES,
  LINK_PLANS,
  LINK_STAGES,
  MAX_LINK_PROMPT,
} from './linkState';
import type { Hidable, LinkFields, OwnModel, PlanPlace, RecordedPlace } from './linkState';
import { fitPrompt } from './promptText';
import { readRoad, writeRoad } from './road';

/** What came of reading one value: a usable value, a sentence about what was wrong, or both. */
export interface Reading<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** How one field is spelled in a hash. */
export interface Field<T> {
  readonly key: string;
  write(value: T): string;
  read(text: string): Reading<T>;
}

/** A field of a link that is spelled in one piece. */
export type SimpleName = Exclude<keyof LinkFields, 'lanes'>;

/** A piece of a link, short and harmless enough to stand in a sentence. */
export function quoted(text: string): string {
  const plain = text.slice(0, 24).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return `"${plain}${text.length > 24 ? '...' : ''}"`;
}

/** Decimal digits only: Number() alone would also take '', ' ', '0x10' and 'Infinity'. */
const NUMBER = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i),
  v.transform(Number),
  v.finite(),
);

function numberField(
  key: string,
  words: string,
  { min, max }: { readonly min: number; readonly max: number },
  kind: 'whole' | 'real',
): Field<number> {
  const read = (text: string): Reading<number> => {
    const parsed = v.safeParse(NUMBER, text);
    if (!parsed.success) {
      return {
        problem: `The link gives ${words} as ${quoted(text)}, which is not a number; it stays as usual.`,
      };
    }
    const number = kind === 'whole' ? Math.floor(parsed.output) : parsed.output;
    const value = Math.min(Math.max(number, min), max);
    if (value === number) return { value };
    return {
      value,
      problem: `The link gives ${words} as ${quoted(text)}; it goes from ${min} to ${max}, so ${value} is used.`,
    };
  };
  return { key, write: String, read };
}

function choiceField<T extends string>(key: string, words: string, choices: readonly [T, ...T[]]): Field<T> {
  const schema = v.picklist(choices);
  const read = (text: string): Reading<T> => {
    const parsed = v.safeParse(schema, text);
    if (parsed.success) return { value: parsed.output };
    return {
      problem: `The link names the ${words} ${quoted(text)}, which this page does not have; it was left out.`,
    };
  };
  return { key, write: (value) => value, read };
}

const PROMPT: Field<string> = {
  key: 'p',
  write: fitPrompt,
  read: (text) => {
    const value = fitPrompt(text);
    if (text.length <= MAX_LINK_PROMPT) return { value };
    return {
      value,
      problem: `The prompt in the link is too long; its last ${MAX_LINK_PROMPT} characters were kept.`,
    };
  },
};

const CHECKPOINT_ID = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i));

const CHECKPOINT: Field<string> = {
  key: 'c',
  write: (id) => id,
  read: (text) => {
    const parsed = v.safeParse(CHECKPOINT_ID, text);
    if (parsed.success) return { value: parsed.output };
    return {
      problem: `The link names the model ${quoted(text)}, which cannot be a model's name; the usual one is used.`,
    };
  },
};

const QUESTION_ID = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

const QUESTION: Field<string> = {
  key: 'q',
  write: (id) => id,
  read: (text) => {
    const parsed = v.safeParse(QUESTION_ID, text);
    if (parsed.success) return { value: parsed.output };
    return { problem: `The link asks the question ${quoted(text)}, which cannot be one; none is asked.` };
  },
};

const PRESET_NAMES = Object.values(PRESETS).map((preset) => preset.name);
const STEPS = v.pipe(NUMBER, v.integer(), v.minValue(0), v.maxValue(1_000_000));
const SEED = v.pipe(NUMBER, v.integer(), v.minValue(LINK_LIMITS.seed.min), v.maxValue(LINK_LIMITS.seed.max));
const OWN_MODEL_PARTS = v.strictTuple([
  v.picklist(['untrained', 'pretrained', 'fineTuned']),
  v.picklist(PRESET_NAMES),
  STEPS,
  SEED,
]);

/** Spelled as in `fineTuned.nano.400.7`: phase, size, steps, seed. */
const OWN_MODEL: Field<OwnModel> = {
  key: 'own',
  write: ({ phase, preset, steps, seed }) => [phase, preset, steps, seed].join('.'),
  read: (text) => {
    const parsed = v.safeParse(OWN_MODEL_PARTS, text.split('.', 5));
    if (!parsed.success)
      return { problem: "The recipe of the sender's own model could not be read; it was left out." };
    const [phase, preset, steps, seed] = parsed.output;
    return { value: { phase, preset, steps, seed } };
  },
};

/** A switch that is on or absent. `otherwise` ends the sentence about a value nobody knows. */
function switchField(key: string, otherwise: string): Field<true> {
  const read = (text: string): Reading<true> => {
    if (text === '1') return { value: true };
    return text === '0'
      ? {}
      : { problem: `The link says ${key}=${quoted(text)}; only 0 and 1 are known, so ${otherwise}.` };
  };
  return { key, write: () => '1', read };
}

/** Spelled as in `strip.notes`. */
const HIDE: Field<readonly Hidable[]> = {
  key: 'hide',
  write: (parts) => LINK_HIDABLE.filter((part) => parts.includes(part)).join('.'),
  read: (text) => {
    const named = text.split('.', LINK_HIDABLE.length + 1);
    const known: readonly string[] = LINK_HIDABLE;
    const unknown = named.find((part) => !known.includes(part));
    const value = LINK_HIDABLE.filter((part) => named.includes(part));
    return {
      ...(value.length > 0 ? { value } : {}),
      ...(unknown === undefined
        ? {}
        : { problem: `The link hides ${quoted(unknown)}, which this page does not have; it was left out.` }),
    };
  },
};

const RECORDING_PARTS = v.strictTuple([v.picklist(PRESET_NAMES), v.picklist(LINK_PHASES), STEPS]);

/** Spelled as in `small.fineTune.400`: size, phase, step. */
const RECORDING: Field<RecordedPlace> = {
  key: 'rec',
  write: ({ preset, phase, step }) => [preset, phase, step].join('.'),
  read: (text) => {
    const parsed = v.safeParse(RECORDING_PARTS, text.split('.', 4));
    if (!parsed.success)
      return { problem: 'The place in a recorded run could not be read; the run opens as usual.' };
    const [preset, phase, step] = parsed.output;
    return { value: { preset, phase, step } };
  },
};

const PLAN_PARTS = v.strictTuple([
  v.picklist(LINK_PLANS),
  v.pipe(NUMBER, v.integer(), v.minValue(0), v.maxValue(999)),
]);

/** Spelled as in `short.4`: plan, step from 0. */
const PLAN: Field<PlanPlace> = {
  key: 'plan',
  write: ({ id, step }) => [id, step].join('.'),
  read: (text) => {
    const parsed = v.safeParse(PLAN_PARTS, text.split('.', 3));
    if (!parsed.success)
      return { problem: 'The place in a lesson plan could not be read; the page opens without a plan.' };
    const [id, step] = parsed.output;
    return { value: { id, step } };
  },
};

/** Tokens an answer begins with: a lane has them, the first answer has none. */
export const ROAD: Field<readonly number[]> = {
  key: 'road',
  write: writeRoad,
  read: (text) => {
    const value = readRoad(text);
    return value
      ? { value }
      : { problem: 'The tokens an answer should begin with could not be read; all of it is drawn.' };
  },
};

/** Every field that has one part of the link to itself, in the order it is written; lanes have several. */
export const FIELDS: { readonly [K in SimpleName]: Field<LinkFields[K]> } = {
  stage: choiceField('stage', 'stage', LINK_STAGES),
  prompt: PROMPT,
  temperature: numberField('t', 'the temperature', LINK_LIMITS.temperature, 'real'),
  topK: numberField('k', 'top-k', LINK_LIMITS.topK, 'whole'),
  topP: numberField('tp', 'top-p', LINK_LIMITS.topP, 'real'),
  seed: numberField('seed', 'the seed', LINK_LIMITS.seed, 'whole'),
  maxNewTokens: numberField('n', 'the length of the answer', LINK_LIMITS.maxNewTokens, 'whole'),
  checkpoint: CHECKPOINT,
  ownModel: OWN_MODEL,
  backend: choiceField('b', 'engine', LINK_BACKENDS),
  answeredOn: choiceField('on', 'engine', LINK_BACKENDS),
  run: switchField('run', 'nothing is written'),
  recording: RECORDING,
  question: QUESTION,
  hide: HIDE,
  present: switchField('present', 'the page opens as usual'),
  plan: PLAN,
};

/** The names of these fields, in the order they are written. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly SimpleName[];
