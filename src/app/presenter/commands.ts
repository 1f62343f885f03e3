/** What a presenter can ask for with one key, here or in the speaker's window. */
export const COMMANDS = ['next', 'back', 'blank', 'freeze', 'spotlight', 'story', 'code', 'escape'] as const;
export type Command = (typeof COMMANDS)[number];

/** Asked of the projected window itself, not of the lesson. */
export type OwnCommand = 'keys' | 'speaker' | 'stop';

/** The part of a keyboard event that decides; tests pass a small one. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
}

/** Where the focus is, as far as it needs keys for itself. */
export type Focus = 'page' | 'pressable' | 'moving' | 'typing';

const TYPING =
  'textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=range])';
const MOVING =
  'input, [role=slider], [role=listbox], [role=grid], [role=radiogroup], [role=application], [tabindex="0"]';
const PRESSABLE = 'button, summary, a, [role=button]';

/**
 * What keys the focused part of the page needs for itself.
 * @param isByKeys whether somebody at the keyboard put the focus there; only a field is meant after a click as well
 */
export function focusOf(target: EventTarget | null, isByKeys: boolean): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(TYPING)) return 'typing';
  if (!isByKeys) return 'page';
  if (target.closest(MOVING)) return 'moving';
  return target.closest(PRESSABLE) ? 'pressable' : 'page';
}

/** Clickers send these, whatever has the focus. */
const CLICKER: Readonly<Record<string, Command>> = { PageDown: 'next', PageUp: 'back' };
const ARROWS: Readonly<Record<string, Command>> = { ArrowRight: 'next', ArrowLeft: 'back' };
const LETTERS: Readonly<Record<string, Command | OwnCommand>> = {
  b: 'blank',
  '.': 'blank',
  f: 'freeze',
  s: 'spotlight',
  n: 'story',
  q: 'code',
  w: 'speaker',
  p: 'stop',
  '?': 'keys',
  Escape: 'escape',
};

/** The command of a key; null when the key belongs to what has the focus, or to nobody. */
export function commandOf(pressed: Pressed, focus: Focus): Command | OwnCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented } = pressed;
  if (ctrlKey || metaKey || altKey || defaultPrevented) return null;
  const clicked = CLICKER[key];
  if (clicked) return clicked;
  if (focus === 'typing') return null;
  if (key === ' ') return focus === 'page' ? (shiftKey ? 'back' : 'next') : null;
  const arrow = ARROWS[key];
  if (arrow) return focus === 'moving' ? null : arrow;
  return LETTERS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
