/**
 * Whether the focus stands where somebody at the keyboard has put it.
 *
 * A press of the pointer leaves the focus on a button or a slider that nobody means any more, and so does a dialog
 * that closes. `:focus-visible` cannot tell them apart: as soon as any key is pressed, a browser lets it match.
 */
let isTabbed = false;

/** Before anybody else can take the event. */
const FIRST = { capture: true } as const;

export function isFocusByKeys(): boolean {
  return isTabbed;
}

/** Notes by what the focus is moved: Tab, or a press of the pointer. @returns a function that ends that */
export function watchFocus(page: EventTarget): () => void {
  const press = (): void => {
    isTabbed = false;
  };
  const key = (event: Event): void => {
    if ('key' in event && event.key === 'Tab') isTabbed = true;
  };
  page.addEventListener('pointerdown', press, FIRST);
  page.addEventListener('keydown', key, FIRST);
  return () => {
    page.removeEventListener('pointerdown', press, FIRST);
    page.removeEventListener('keydown', key, FIRST);
  };
}
