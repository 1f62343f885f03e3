/**
 * A scene: who and what a story is about. It is drawn once, so names, pronouns and things persist from
 * the first sentence to the last.
 */
import type { Random } from '../../engine/random';
import type { Slots } from './template';
import {
  ANIMALS,
  BOYS,
  DAYS,
  DISHES,
  FEELINGS,
  FOODS,
  GIRLS,
  GOOD_FEELINGS,
  LOOKS,
  MOODS,
  NATURES,
  OBJECTS,
  PACES,
  PLACES,
  SOFTLY,
  SPOTS,
  TOYS,
  TRADES,
} from './words';

const GIRL = { he: 'she', him: 'her', his: 'her', child: 'girl' } as const;
const BOY = { he: 'he', him: 'him', his: 'his', child: 'boy' } as const;

/**
 * Slots of a story: `hero` with pronouns `he him his` and `child`, `friend` with `fhe fhim fhis`, the
 * `thing` with its `look` (`{a fine}` is "a red kite"), an `animal` with its `mood` (`{a pet}`), a place,
 * a second place, and single words for feelings, food, weather.
 * @param things the pool that `thing` is drawn from
 */
export function drawScene(random: Random, things: readonly string[]): Slots {
  const heroIsGirl = random.next() < 0.5;
  const friendIsGirl = random.next() < 0.5;
  const hero = random.pick(heroIsGirl ? GIRLS : BOYS);
  const friend = random.pick((friendIsGirl ? GIRLS : BOYS).filter((name) => name !== hero));
  const heroWords = heroIsGirl ? GIRL : BOY;
  const friendWords = friendIsGirl ? GIRL : BOY;
  const [place, next] = random.shuffle(PLACES);
  const thing = random.pick(things);
  const day = random.pick(DAYS);
  const look = random.pick(LOOKS);
  const animal = random.pick(ANIMALS);
  return {
    hero,
    ...heroWords,
    friend,
    fhe: friendWords.he,
    fhim: friendWords.him,
    fhis: friendWords.his,
    thing,
    fine: `${look} ${thing}`,
    animal,
    pet: `${random.pick(MOODS)} ${animal}`,
    to: place?.to ?? '',
    at: place?.at ?? '',
    to2: next?.to ?? '',
    at2: next?.at ?? '',
    spot: random.pick(SPOTS),
    time: day.time,
    weather: random.pick(day.weather),
    dish: random.pick(DISHES),
    food: random.pick(FOODS),
    nature: random.pick(NATURES),
    feeling: random.pick(FEELINGS),
    good: random.pick(GOOD_FEELINGS),
    pace: random.pick(PACES),
    softly: random.pick(SOFTLY),
    trade: random.pick(TRADES),
  };
}

/** Every text a slot of a scene can bring, for the lexicon. */
export const SCENE_TEXTS: readonly string[] = [
  ...[
    GIRLS,
    BOYS,
    Object.values(GIRL),
    Object.values(BOY),
    OBJECTS,
    TOYS,
    LOOKS,
    ANIMALS,
    MOODS,
    NATURES,
    SPOTS,
  ].flat(),
  ...[FOODS, DISHES, FEELINGS, GOOD_FEELINGS, NATURES, PACES, SOFTLY, TRADES, 'a', 'an'].flat(),
  ...PLACES.flatMap(({ to, at }) => [to, at]),
  ...DAYS.flatMap(({ time, weather }) => [time, ...weather]),
];
