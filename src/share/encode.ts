import { compress } from './compressed';
import { FIELD_NAMES, FIELDS } from './fields';
import type { Field, SimpleName } from './fields';
import { LANE_FIELD_NAMES, LANE_FIELDS, LANES_KEY } from './laneParts';
import type { LaneFieldName } from './laneParts';
import { LINK_DEFAULTS, LINK_VERSION, MAX_HASH, MAX_LINK_LANES, MAX_LINK_PROMPT } from './linkState';
import type { LinkLane, LinkState } from './linkState';
import { fitPrompt, wellFormed } from './promptText';

function part<T>(before: string, { key, write }: Field<T>, value: T | undefined): string[] {
  if (value === undefined) return [];
  const text = write(value);
  // An empty list says what its absence says.
  if (text === '' && Array.isArray(value)) return [];
  return [`${before}${key}=${encodeURIComponent(wellFormed(text))}`];
}

/** A prompt the shorter way: as it is (`p`), or compressed (`z`). */
function promptPart(before: string, prompt: string | undefined, shared = ''): string[] {
  if (prompt === undefined) return [];
  const text = fitPrompt(prompt);
  const plain = encodeURIComponent(text);
  const small = text === '' ? plain : compress(text, shared);
  return [small.length < plain.length ? `${before}z=${small}` : `${before}p=${plain}`];
}

function simplePart<K extends SimpleName>(state: LinkState, name: K): string[] {
  if (name === 'prompt') return promptPart('', state.prompt);
  return part<NonNullable<LinkState[K]>>('', FIELDS[name], state[name]);
}

function lanePart<K extends LaneFieldName>(before: string, lane: LinkLane, name: K): string[] {
  const field: Field<NonNullable<LinkLane[K]>> = LANE_FIELDS[name];
  return part(before, field, lane[name]);
}

/** The parts of one lane, whose prompt is compressed as what differs from the first one. */
function laneParts(lane: LinkLane, number: number, first: string): string[] {
  const before = String(number);
  return [
    ...promptPart(before, lane.prompt, first),
    ...LANE_FIELD_NAMES.flatMap((name) => lanePart(before, lane, name)),
  ];
}

function spelled(state: LinkState, lanes: readonly LinkLane[], isLess: boolean): string {
  const first = fitPrompt(state.prompt ?? LINK_DEFAULTS.prompt);
  const isCut = [state, ...lanes].some(({ prompt = '' }) => prompt.length > MAX_LINK_PROMPT);
  const parts = [
    `v=${LINK_VERSION}`,
    ...FIELD_NAMES.flatMap((name) => simplePart(state, name)),
    ...(lanes.length > 0 ? [`${LANES_KEY}=${lanes.length}`] : []),
    ...lanes.flatMap((lane, i) => laneParts(lane, i + 2, first)),
    ...(isCut ? ['cut=1'] : []),
    ...(isLess ? ['less=1'] : []),
  ];
  return `#${parts.join('&')}`;
}

/**
 * The hash that carries a state, `#` included. Never throws.
 *
 * One prompt of 1,500 characters of ordinary text, in code or a language with an alphabet, makes a link below 2,000
 * characters. That cannot be promised of every text: characters drawn at random hold more than such a link can, and
 * Chinese, with its thousands of signs, gets about 750 characters into it. Several lanes with prompts that have
 * little in common, and long roads, come on top. Such links are longer, and whole all the same.
 *
 * A prompt longer than `MAX_LINK_PROMPT` loses its beginning, and lanes that no receiver would read, beyond
 * `MAX_HASH`, are left out; the link says so to whoever opens it.
 * @param state only what differs from `LINK_DEFAULTS`, so that links stay short
 */
export function encodeLink(state: LinkState): string {
  const wished = state.lanes ?? [];
  for (let count = Math.min(wished.length, MAX_LINK_LANES); count > 0; count--) {
    const hash = spelled(state, wished.slice(0, count), count < wished.length);
    if (hash.length <= MAX_HASH) return hash;
  }
  return spelled(state, [], wished.length > 0);
}
