import * as v from 'valibot';
import { PRESETS } from '../engine/config';
import {
  LINK_BACKENDS,
  LINK_EXAMINATION_LIMITS,
  LINK_GROUPS,
  LINK_HIDABLE,
  LINK_LIMITS,
  LINK_PHASES,
  LINK_PLANS,
  LINK_STAGES,
  MAX_LINK_PROMPT,
} from './linkState';
import type { Hidable, LinkExamination, LinkFields, OwnModel, PlanPlace, RecordedPlace } from './linkState';
import { fitPrompt } from './promptText';
import { readRoad, writeRoad } from './road';

/** What is called by a name of its own when it cannot be read. */
export type ProblemName = 'temperature' | 'topK' | 'topP' | 'seed' | 'length' | 'stage' | 'engine';

/** What was wrong with a link. The page has the words. */
export interface LinkProblem {
  readonly key:
    | 'unknownParts'
    | 'damaged'
    | 'tooLong'
    | 'version.none'
    | 'version.newer'
    | 'version.unknown'
    | 'prompt.damaged'
    | 'prompt.tooLong'
    | 'lanes.unknown'
    | 'cut'
    | 'less'
    | 'number.unread'
    | 'number.outside'
    | 'choice.unknown'
    | 'checkpoint.unread'
    | 'question.unread'
    | 'ownModel.unread'
    | 'run.unread'
    | 'present.unread'
    | 'hide.unknown'
    | 'recording.unread'
    | 'plan.unread'
    | 'examination.unread'
    | 'road.unread';
  readonly values?: Readonly<Record<string, string | number>>;
  /** What the link gives, where several fields can have this problem. */
  readonly what?: ProblemName;
  /** The number of the answer it belongs to, for one beside the first. */
  readonly answer?: number;
}

/** What came of reading one value: a usable value, what was wrong, or both. */
export interface Reading<T> {
  readonly value?: T;
  readonly problem?: LinkProblem;
}

/** How one field is spelled in a hash. */
export interface Field<T> {
  readonly key: string;
  write(value: T): string;
  read(text: string): Reading<T>;
}

/** A field of a link that is spelled in one piece. */
export type SimpleName = Exclude<keyof LinkFields, 'lanes'>;

/** A piece of a link, short and harmless enough to be quoted in a sentence. */
export function excerpt(text: string): string {
  const plain = text.slice(0, 24).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return text.length > 24 ? `${plain}...` : plain;
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
  what: ProblemName,
  { min, max }: { readonly min: number; readonly max: number },
  kind: 'whole' | 'real',
): Field<number> {
  const read = (given: string): Reading<number> => {
    const parsed = v.safeParse(NUMBER, given);
    if (!parsed.success) {
      return {
        problem: { key: 'number.unread', what, values: { given: excerpt(given) } },
      };
    }
    const number = kind === 'whole' ? Math.floor(parsed.output) : parsed.output;
    const value = Math.min(Math.max(number, min), max);
    if (value === number) return { value };
    return {
      value,
      problem: { key: 'number.outside', what, values: { given: excerpt(given), min, max, value } },
    };
  };
  return { key, write: String, read };
}

function choiceField<T extends string>(
  key: string,
  what: ProblemName,
  choices: readonly [T, ...T[]],
): Field<T> {
  const schema = v.picklist(choices);
  const read = (given: string): Reading<T> => {
    const parsed = v.safeParse(schema, given);
    if (parsed.success) return { value: parsed.output };
    return {
      problem: { key: 'choice.unknown', what, values: { given: excerpt(given) } },
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
      problem: { key: 'prompt.tooLong', values: { kept: MAX_LINK_PROMPT } },
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
      problem: { key: 'checkpoint.unread', values: { given: excerpt(given) } },
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
    return { problem: { key: 'question.unread', values: { given: excerpt(given) } } };
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
    if (!parsed.success) return { problem: { key: 'ownModel.unread' } };
    const [phase, preset, steps, seed] = parsed.output;
    return { value: { phase, preset, steps, seed } };
  },
};

/** A switch that is on or absent. `unread` is the problem of a value nobody knows. */
function switchField(key: string, unread: 'run.unread' | 'present.unread'): Field<true> {
  const read = (given: string): Reading<true> => {
    if (given === '1') return { value: true };
    return given === '0'
      ? {}
      : { problem: { key: unread, values: { key, given: excerpt(given), off: 0, on: 1 } } };
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
      ...(unknown === undefined
        ? {}
        : { problem: { key: 'hide.unknown', values: { given: excerpt(unknown) } } }),
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
    if (!parsed.success) return { problem: { key: 'recording.unread' } };
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
    if (!parsed.success) return { problem: { key: 'plan.unread' } };
    const [id, step] = parsed.output;
    return { value: { id, step } };
  },
};

const real = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(NUMBER, v.minValue(min), v.maxValue(max));
const whole = (range: { readonly min: number; readonly max: number }) => v.pipe(real(range), v.integer());

/** Groups as in `seen.far`: known ones, each once, in their order. */
const GROUPS = v.pipe(
  v.string(),
  v.transform((text) => LINK_GROUPS.filter((group) => text.split('.').includes(group))),
  v.minLength(1),
);
const EXAMINATION_PARTS = v.strictTuple([
  GROUPS,
  whole(LINK_EXAMINATION_LIMITS.tasksPerGroup),
  whole(LINK_EXAMINATION_LIMITS.samplesPerTask),
  real(LINK_EXAMINATION_LIMITS.temperature),
  whole(LINK_EXAMINATION_LIMITS.topK),
  real(LINK_EXAMINATION_LIMITS.topP),
  whole(LINK_EXAMINATION_LIMITS.seed),
  v.union([v.literal(''), CHECKPOINT_ID]),
]);

/** Spelled as in `seen.far~5~16~0.8~40~0.95~7~small-pretrained`; the second model may be missing. */
const EXAMINATION: Field<LinkExamination> = {
  key: 'exam',
  write: ({ groups, beside, ...numbers }) => {
    const { tasksPerGroup, samplesPerTask, temperature, topK, topP, seed } = numbers;
    const all = [groups.join('.'), tasksPerGroup, samplesPerTask, temperature, topK, topP, seed];
    return [...all, ...(beside === undefined ? [] : [beside])].join('~');
  },
  read: (given) => {
    const parts = given.split('~', 9);
    const parsed = v.safeParse(EXAMINATION_PARTS, parts.length === 7 ? [...parts, ''] : parts);
    if (!parsed.success) return { problem: { key: 'examination.unread' } };
    const [groups, tasksPerGroup, samplesPerTask, temperature, topK, topP, seed, beside] = parsed.output;
    const numbers = { tasksPerGroup, samplesPerTask, temperature, topK, topP, seed };
    return { value: { groups, ...numbers, ...(beside === '' ? {} : { beside }) } };
  },
};

/** Tokens an answer begins with: a lane has them, the first answer has none. */
export const ROAD: Field<readonly number[]> = {
  key: 'road',
  write: writeRoad,
  read: (given) => {
    const value = readRoad(given);
    return value ? { value } : { problem: { key: 'road.unread' } };
  },
};

/** Every field that has one part of the link to itself, in the order it is written; lanes have several. */
export const FIELDS: { readonly [K in SimpleName]: Field<LinkFields[K]> } = {
  stage: choiceField('stage', 'stage', LINK_STAGES),
  prompt: PROMPT,
  temperature: numberField('t', 'temperature', LINK_LIMITS.temperature, 'real'),
  topK: numberField('k', 'topK', LINK_LIMITS.topK, 'whole'),
  topP: numberField('tp', 'topP', LINK_LIMITS.topP, 'real'),
  seed: numberField('seed', 'seed', LINK_LIMITS.seed, 'whole'),
  maxNewTokens: numberField('n', 'length', LINK_LIMITS.maxNewTokens, 'whole'),
  checkpoint: CHECKPOINT,
  ownModel: OWN_MODEL,
  backend: choiceField('b', 'engine', LINK_BACKENDS),
  answeredOn: choiceField('on', 'engine', LINK_BACKENDS),
  run: switchField('run', 'run.unread'),
  recording: RECORDING,
  question: QUESTION,
  hide: HIDE,
  present: switchField('present', 'present.unread'),
  plan: PLAN,
  examination: EXAMINATION,
};

/** The names of these fields, in the order they are written. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly SimpleName[];
