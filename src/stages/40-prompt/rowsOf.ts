import type { Generation } from '../../store/state';

type WrittenToken = Generation['tokens'][number];

/** Rows of the table of alternatives. */
const ROWS = 7;

/** The likeliest tokens at this place, and always the one that was written. */
export function rowsOf(token: WrittenToken): readonly WrittenToken['alternatives'][number][] {
  const best = token.alternatives.slice(0, ROWS);
  return best.some(({ id }) => id === token.id) ? best : [...best.slice(0, ROWS - 1), token];
}
