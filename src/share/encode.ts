import { FIELD_NAMES, FIELDS } from './fields';
import { LINK_VERSION, MAX_LINK_PROMPT } from './linkState';
import type { LinkFields, LinkState } from './linkState';
import { wellFormed } from './promptText';

function spelled<K extends keyof LinkFields>(state: LinkState, name: K): string[] {
  const value: LinkFields[K] | undefined = state[name];
  if (value === undefined) return [];
  return [`${FIELDS[name].key}=${encodeURIComponent(wellFormed(FIELDS[name].write(value)))}`];
}

/**
 * The hash that carries a state, `#` included. Never throws.
 *
 * A prompt longer than `MAX_LINK_PROMPT` loses its beginning, and the link says so to whoever opens it.
 * @param state only what differs from `LINK_DEFAULTS`, so that links stay short
 */
export function encodeLink(state: LinkState): string {
  const fields = FIELD_NAMES.flatMap((name) => spelled(state, name));
  const cut = (state.prompt?.length ?? 0) > MAX_LINK_PROMPT ? ['cut=1'] : [];
  return `#${[`v=${LINK_VERSION}`, ...fields, ...cut].join('&')}`;
}
