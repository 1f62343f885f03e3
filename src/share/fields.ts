import * as v from 'valibot';
import { text } from '../content/narrative';
import { count } from '../content/numbers';
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
import words from './words.en.md';

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
  name: `name.${string}`,
  { min, max }: { readonly min: number; readonly max: number },
  kind: 'whole' | 'real',
): Field<number> {
  const read = (given: string): Reading<number> => {
    const parsed = v.safeParse(NUMBER, given);
    if (!parsed.success) {
      return {
        problem: text(words, 'number.unread', { what: text(words, name), given: quoted(given) }),
      };
    }
    const number = kind === 'whole' ? Math.floor(parsed.output) : parsed.output;
    const value = Math.min(Math.max(number, min), max);
    if (value === number) return { value };
    return {
      value,
      problem: text(words, 'number.outside', {
        what: text(words, name),
        given: quoted(given),
        min,
        max,
        value,
      }),
    };
  };
  return { key, write: String, read };
}

function choiceField<T extends string>(
  key: string,
  name: `name.${string}`,
  choices: readonly [T, ...T[]],
): Field<T> {
  const schema = v.picklist(choices);
  const read = (given: string): Reading<T> => {
    const parsed = v.safeParse(schema, given);
    if (parsed.success) return { value: parsed.output };
    return {
      problem: text(words, 'choice.unknown', { what: text(words, name), given: quoted(given) }),
    };
  };
  return { key, write: (value) => value, read };
}

const PROMPT: Field<string> = {
  key: 'p',
  write: fitPrompt,
  read: (given) => {
    const value = fitPrompt(given);
    if (given.length <= MAX_LINK_PROMPT) return { value };
    return {
      value,
      problem: text(words, 'prompt.tooLong', { kept: count(MAX_LINK_PROMPT) }),
    };
  },
};

const CHECKPOINT_ID = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i));

const CHECKPOINT: Field<string> = {
  key: 'c',
  write: (id) => id,
  read: (given) => {
    const parsed = v.safeParse(CHECKPOINT_ID, given);
    if (parsed.success) return { value: parsed.output };
    return {
      problem: text(words, 'checkpoint.unread', { given: quoted(given) }),
    };
  },
};

const QUESTION_ID = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

const QUESTION: Field<string> = {
  key: 'q',
  write: (id) => id,
  read: (given) => {
    const parsed = v.safeParse(QUESTION_ID, given);
    if (parsed.success) return { value: parsed.output };
    return { problem: text(words, 'question.unread', { given: quoted(given) }) };
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
  read: (given) => {
    const parsed = v.safeParse(OWN_MODEL_PARTS, given.split('.', 5));
    if (!parsed.success) return { problem: text(words, 'ownModel.unread') };
    const [phase, preset, steps, seed] = parsed.output;
    return { value: { phase, preset, steps, seed } };
  },
};

/** A switch that is on or absent. `then` ends the sentence about a value nobody knows. */
function switchField(key: string, then: `then.${string}`): Field<true> {
  const read = (given: string): Reading<true> => {
    if (given === '1') return { value: true };
    return given === '0'
      ? {}
      : { problem: text(words, 'switch.unread', { key, given: quoted(given), then: text(words, then) }) };
  };
  return { key, write: () => '1', read };
}

/** Spelled as in `strip.notes`. */
const HIDE: Field<readonly Hidable[]> = {
  key: 'hide',
  write: (parts) => LINK_HIDABLE.filter((part) => parts.includes(part)).join('.'),
  read: (given) => {
    const named = given.split('.', LINK_HIDABLE.length + 1);
    const known: readonly string[] = LINK_HIDABLE;
    const unknown = named.find((part) => !known.includes(part));
    const value = LINK_HIDABLE.filter((part) => named.includes(part));
    return {
      ...(value.length > 0 ? { value } : {}),
      ...(unknown === undefined ? {} : { problem: text(words, 'hide.unknown', { given: quoted(unknown) }) }),
    };
  },
};

const RECORDING_PARTS = v.strictTuple([v.picklist(PRESET_NAMES), v.picklist(LINK_PHASES), STEPS]);

/** Spelled as in `small.fineTune.400`: size, phase, step. */
const RECORDING: Field<RecordedPlace> = {
  key: 'rec',
  write: ({ preset, phase, step }) => [preset, phase, step].join('.'),
  read: (given) => {
    const parsed = v.safeParse(RECORDING_PARTS, given.split('.', 4));
    if (!parsed.success) return { problem: text(words, 'recording.unread') };
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
  read: (given) => {
    const parsed = v.safeParse(PLAN_PARTS, given.split('.', 3));
    if (!parsed.success) return { problem: text(words, 'plan.unread') };
    const [id, step] = parsed.output;
    return { value: { id, step } };
  },
};

/** Tokens an answer begins with: a lane has them, the first answer has none. */
export const ROAD: Field<readonly number[]> = {
  key: 'road',
  write: writeRoad,
  read: (given) => {
    const value = readRoad(given);
    return value ? { value } : { problem: text(words, 'road.unread') };
  },
};

/** Every field that has one part of the link to itself, in the order it is written; lanes have several. */
export const FIELDS: { readonly [K in SimpleName]: Field<LinkFields[K]> } = {
  stage: choiceField('stage', 'name.stage', LINK_STAGES),
  prompt: PROMPT,
  temperature: numberField('t', 'name.temperature', LINK_LIMITS.temperature, 'real'),
  topK: numberField('k', 'name.topK', LINK_LIMITS.topK, 'whole'),
  topP: numberField('tp', 'name.topP', LINK_LIMITS.topP, 'real'),
  seed: numberField('seed', 'name.seed', LINK_LIMITS.seed, 'whole'),
  maxNewTokens: numberField('n', 'name.length', LINK_LIMITS.maxNewTokens, 'whole'),
  checkpoint: CHECKPOINT,
  ownModel: OWN_MODEL,
  backend: choiceField('b', 'name.engine', LINK_BACKENDS),
  answeredOn: choiceField('on', 'name.engine', LINK_BACKENDS),
  run: switchField('run', 'then.run'),
  recording: RECORDING,
  question: QUESTION,
  hide: HIDE,
  present: switchField('present', 'then.present'),
  plan: PLAN,
};

/** The names of these fields, in the order they are written. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly SimpleName[];
