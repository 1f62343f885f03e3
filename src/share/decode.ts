import { FIELD_NAMES, FIELDS, quoted } from './fields';
import { LINK_VERSION, MAX_HASH, MAX_LINK_PROMPT } from './linkState';
import type { LinkFields, LinkState } from './linkState';

export interface DecodedLink {
  readonly state: LinkState;
  /** What was left out or changed: plain sentences for the reader, at most one per part of the link. */
  readonly problems: readonly string[];
}

/** More parts than any link of this page has; the rest is not looked at. */
const MAX_PARTS = 64;

/** Parts that are no field of the state. */
const VERSION_KEY = 'v';
const CUT_KEY = 'cut';
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  VERSION_KEY,
  CUT_KEY,
  ...FIELD_NAMES.map((name) => FIELDS[name].key),
]);

/** The values by key. A Map, because a key such as `__proto__` must never name a property of an object. */
function split(body: string, problems: string[]): ReadonlyMap<string, string> {
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
  if (leftOut) problems.push('The link has parts that this page does not know; they were left out.');
  if (damaged) problems.push('A part of the link is damaged and was left out.');
  return values;
}

/** A sentence when the link is of another version. Newer links are read as far as they are understood. */
function versionProblem(version: string | undefined): string | null {
  if (version === String(LINK_VERSION)) return null;
  if (version === undefined) return 'The link names no version; what this page understands of it was taken.';
  if (/^[1-9]\d{0,5}$/.test(version)) {
    return `The link was made by a newer version of this page (${version}, this one reads ${LINK_VERSION}); what it understands was taken.`;
  }
  return `The link names the version ${quoted(version)}, which does not exist; what this page understands was taken.`;
}

function readInto<K extends keyof LinkFields>(
  state: { -readonly [P in keyof LinkFields]?: LinkFields[P] },
  name: K,
  text: string,
): string[] {
  const { value, problem } = FIELDS[name].read(text);
  if (value !== undefined) state[name] = value;
  return problem === undefined ? [] : [problem];
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
  const problems: string[] = [];
  if (hash.length > MAX_HASH) problems.push('The link is far too long; only its beginning was read.');
  const values = split(body, problems);
  const version = versionProblem(values.get(VERSION_KEY));
  if (version !== null) problems.push(version);
  const state: LinkState = {};
  for (const name of FIELD_NAMES) {
    const text = values.get(FIELDS[name].key);
    if (text !== undefined) problems.push(...readInto(state, name, text));
  }
  if (values.has(CUT_KEY)) {
    problems.push(
      `The sender's prompt was longer than a link can carry; you see its last ${MAX_LINK_PROMPT} characters.`,
    );
  }
  return { state, problems };
}
