/** What the projected window keeps for itself, so that a reload in mid-lesson comes back to the same place. */
import * as v from 'valibot';
import { LINK_PLANS, type PlanPlace } from '../../share/linkState';
import { freshClock, LESSON_CLOCK, type LessonClock } from './clock';

const PAIR_KEY = 'presenter-pair';
const CLOCK_KEY = 'presenter-clock';
const PLACE_KEY = 'presenter-place';
const LOOK_KEY = 'presenter-look';

/** A step of a plan, from 0. */
export const STEP = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
const PLACE = v.strictObject({ id: v.picklist(LINK_PLANS), step: STEP });
const LOOK = v.strictObject({
  blank: v.boolean(),
  spotlight: v.boolean(),
  story: v.boolean(),
  /** The step the speaker has gone to while the page is frozen; null while it is not. */
  ahead: v.nullable(STEP),
});
/** How the page is shown, as far as a reload brings it back. */
export type KeptLook = v.InferOutput<typeof LOOK>;

/** What the browser does not keep, as in a private window: then it lasts as long as the page. */
const memory = new Map<string, string>();

function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  memory.set(key, value);
  try {
    storage()?.setItem(key, value);
  } catch {
    // Full or refused: the lesson goes on without.
  }
}

function forget(key: string): void {
  memory.delete(key);
  storage()?.removeItem(key);
}

/** What was kept, if it is what the schema says. */
function kept<T>(key: string, schema: v.GenericSchema<unknown, T>): T | null {
  const value = storage()?.getItem(key) ?? memory.get(key);
  if (value === undefined) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(value));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** A name for this window and its speaker's window, in place of the one it had. */
export function newPair(): string {
  const parts = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36));
  const pair = parts.join('').padStart(4, '0');
  keep(PAIR_KEY, pair);
  return pair;
}

/** The name of this window and its speaker's window: the same after a reload. */
export function ownPair(): string {
  const name = storage()?.getItem(PAIR_KEY) ?? memory.get(PAIR_KEY);
  return name !== undefined && /^[a-z0-9]{4,32}$/.test(name) ? name : newPair();
}

export function keepClock(clock: LessonClock): void {
  keep(CLOCK_KEY, JSON.stringify(clock));
}

/** The clock as it was left, or one that stands at nothing. */
export function keptClock(): LessonClock {
  return kept(CLOCK_KEY, LESSON_CLOCK) ?? freshClock(null);
}

/** @param place null when the presenter goes freely: then P does not lead back to a lesson */
export function keepPlace(place: PlanPlace | null): void {
  if (place) keep(PLACE_KEY, JSON.stringify(place));
  else forget(PLACE_KEY);
}

/** The lesson that was presented last, and how far it had come. */
export function keptPlace(): PlanPlace | null {
  return kept(PLACE_KEY, PLACE);
}

export function keepLook(look: KeptLook): void {
  keep(LOOK_KEY, JSON.stringify(look));
}

export function forgetLook(): void {
  forget(LOOK_KEY);
}

export function keptLook(): KeptLook | null {
  return kept(LOOK_KEY, LOOK);
}
