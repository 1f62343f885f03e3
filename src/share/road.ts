import { ROAD_LIMITS } from './linkState';

/** Five bits a letter, the lowest first; a letter from the second half of the alphabet says that more follow. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HALF = 32;

/** Token ids in base64url: one letter for ids below 32, two below 1,024, three for the rest. */
export function writeRoad(road: readonly number[]): string {
  let text = '';
  for (let id of road.slice(0, ROAD_LIMITS.tokens)) {
    while (id >= HALF) {
      text += ALPHABET.charAt(HALF + (id % HALF));
      id = Math.floor(id / HALF);
    }
    text += ALPHABET.charAt(id);
  }
  return text;
}

/** The token ids that `writeRoad` was given, or null for a text that it never writes. */
export function readRoad(text: string): number[] | null {
  if (text === '' || text.length > 3 * ROAD_LIMITS.tokens) return null;
  const road: number[] = [];
  let id = 0;
  let place = 1;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0 || place > HALF ** 2) return null;
    id += (value % HALF) * place;
    place *= HALF;
    if (value >= HALF) continue;
    if (id > ROAD_LIMITS.id || road.length === ROAD_LIMITS.tokens) return null;
    road.push(id);
    id = 0;
    place = 1;
  }
  return place === 1 ? road : null;
}
