import { decompress } from './compressed';
import { FIELD_NAMES, FIELDS, excerpt } from './fields';
import type { Field, LinkProblem, Reading, SimpleName } from './fields';
import { LANE_FIELD_NAMES, LANE_FIELDS, LANE_NUMBERS, LANES_KEY } from './laneParts';
import type { LaneFieldName } from './laneParts';
import { LINK_DEFAULTS, LINK_VERSION, MAX_HASH, MAX_LINK_PROMPT } from './linkState';
import type { LinkLane, LinkState } from './linkState';

export interface DecodedLink {
  readonly state: LinkState;
  /** What was left out or changed: at most one problem per part of the link. */
  readonly problems: readonly LinkProblem[];
}

/** More parts than any link of this page has; the rest is not looked at. */
const MAX_PARTS = 64;

/** Parts that are no field of the state. */
const VERSION_KEY = 'v';
const CUT_KEY = 'cut';
const LESS_KEY = 'less';
/** A prompt that was compressed. */
const SMALL_KEY = 'z';
const LANE_KEYS = [SMALL_KEY, FIELDS.prompt.key, ...LANE_FIELD_NAMES.map((name) => LANE_FIELDS[name].key)];
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  VERSION_KEY,
  CUT_KEY,
  LESS_KEY,
  SMALL_KEY,
  LANES_KEY,
  ...FIELD_NAMES.map((name) => FIELDS[name].key),
  ...LANE_NUMBERS.flatMap((number) => LANE_KEYS.map((key) => `${number}${key}`)),
]);

/** The values by key. A Map, because a key such as `__proto__` must never name a property of an object. */
function split(body: string, problems: LinkProblem[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const parts = body.split('&', MAX_PARTS + 1);
  let leftOut = parts.length > MAX_PARTS;
  let damaged = false;
  for (const part of parts.slice(0, MAX_PARTS)) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    if (!KNOWN_KEYS.has(key) || values.has(key) || at < 0) {
      leftOut = true;
      continue;
    }
    try {
      values.set(key, decodeURIComponent(part.slice(at + 1)));
    } catch {
      damaged = true;
    }
  }
  if (leftOut) problems.push({ key: 'unknownParts' });
  if (damaged) problems.push({ key: 'damaged' });
  return values;
}

/** What is wrong when the link is of another version. Newer links are read as far as they are understood. */
function versionProblem(version: string | undefined): LinkProblem | null {
  if (version === '1' || version === String(LINK_VERSION)) return null;
  if (version === undefined) return { key: 'version.none' };
  if (/^[1-9]\d{0,5}$/.test(version)) {
    return { key: 'version.newer', values: { version, known: LINK_VERSION } };
  }
  return { key: 'version.unknown', values: { version: excerpt(version) } };
}

type Values = ReadonlyMap<string, string>;
type Mutable<T> = { -readonly [P in keyof T]: T[P] };

/** Reads a prompt, whichever way it is spelled. */
function readPrompt(values: Values, before: string, shared = ''): Reading<string> {
  const plain = values.get(`${before}${FIELDS.prompt.key}`);
  if (plain !== undefined) return FIELDS.prompt.read(plain);
  const small = values.get(`${before}${SMALL_KEY}`);
  if (small === undefined) return {};
  try {
    return FIELDS.prompt.read(decompress(small, shared));
  } catch {
    return { problem: { key: 'prompt.damaged' } };
  }
}

function readSimple<K extends SimpleName>(values: Values, state: Mutable<LinkState>, name: K): LinkProblem[] {
  const field: Field<NonNullable<LinkState[K]>> = FIELDS[name];
  const given = values.get(field.key);
  const { value, problem }: Reading<NonNullable<LinkState[K]>> = given === undefined ? {} : field.read(given);
  if (value !== undefined) state[name] = value;
  return problem === undefined ? [] : [problem];
}

function readLaneField<K extends LaneFieldName>(
  values: Values,
  { lane, number }: { readonly lane: Mutable<LinkLane>; readonly number: number },
  name: K,
): LinkProblem[] {
  const field: Field<NonNullable<LinkLane[K]>> = LANE_FIELDS[name];
  const given = values.get(`${number}${field.key}`);
  const { value, problem }: Reading<NonNullable<LinkLane[K]>> = given === undefined ? {} : field.read(given);
  if (value !== undefined) lane[name] = value;
  return problem === undefined ? [] : [{ ...problem, answer: number }];
}

/** How many answers the link puts beside the first. */
function laneCount(values: Values, problems: LinkProblem[]): number {
  const given = values.get(LANES_KEY);
  const number = LANE_NUMBERS.findIndex((_, i) => given === String(i + 1)) + 1;
  if (given !== undefined && given !== '0' && number === 0) {
    problems.push({
      key: 'lanes.unknown',
      values: { given: excerpt(given), least: 1, most: LANE_NUMBERS.length },
    });
  }
  return number;
}

/** @param first the prompt of the first lane, which the compressed ones of the others lean on */
function readLanes(values: Values, first: string, problems: LinkProblem[]): LinkLane[] {
  return LANE_NUMBERS.slice(0, laneCount(values, problems)).map((number) => {
    const lane: Mutable<LinkLane> = {};
    const { value, problem } = readPrompt(values, String(number), first);
    if (value !== undefined) lane.prompt = value;
    if (problem !== undefined) problems.push({ ...problem, answer: number });
    for (const name of LANE_FIELD_NAMES) problems.push(...readLaneField(values, { lane, number }, name));
    return lane;
  });
}

/** What the sender says did not fit. */
function shortened(values: Values): LinkProblem[] {
  return [
    ...(values.has(CUT_KEY) ? [{ key: 'cut', values: { kept: MAX_LINK_PROMPT } } as const] : []),
    ...(values.has(LESS_KEY) ? [{ key: 'less' } as const] : []),
  ];
}

/**
 * Reads the hash of a link. Never throws: valid parts are taken, numbers are brought into range, the rest is
 * left out and told. A plain anchor such as `#main`, or none, is no link and gives neither state nor problems.
 *
 * This is one of the two doors where unknown data enters; see `MAX_HASH` for how much of it is looked at.
 */
export function decodeLink(hash: string): DecodedLink {
  const body = hash.slice(hash.startsWith('#') ? 1 : 0, MAX_HASH);
  if (/^[\w-]*$/.test(body) && hash.length <= MAX_HASH) return { state: {}, problems: [] };
  const problems: LinkProblem[] = [];
  if (hash.length > MAX_HASH) problems.push({ key: 'tooLong' });
  const values = split(body, problems);
  const version = versionProblem(values.get(VERSION_KEY));
  if (version !== null) problems.push(version);
  const state: Mutable<LinkState> = {};
  const { value: prompt, problem } = readPrompt(values, '');
  if (prompt !== undefined) state.prompt = prompt;
  if (problem !== undefined) problems.push(problem);
  for (const name of FIELD_NAMES) {
    if (name !== 'prompt') problems.push(...readSimple(values, state, name));
  }
  const lanes = readLanes(values, prompt ?? LINK_DEFAULTS.prompt, problems);
  if (lanes.length > 0) state.lanes = lanes;
  return { state, problems: [...problems, ...shortened(values)] };
}
