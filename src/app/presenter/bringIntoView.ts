/** Until when a part of the page may still move because what stands above it arrives, in ms. */
const SETTLING_MS = 4000;
const INTERRUPTIONS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings a part of the page to the top of the window as soon as it is there, and keeps it there while figures above
 * it arrive; the first press, touch or turn of the wheel ends that.
 * @param id of the part; null for the beginning of the page
 * @returns a function that gives up
 */
export function bringIntoView(id: string | null): () => void {
  const main = document.querySelector('main');
  const place = (): void => {
    if (id === null) window.scrollTo(0, 0);
    else document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'auto' });
  };
  const changes = new ResizeObserver(place);
  const end = (): void => {
    changes.disconnect();
    clearTimeout(timer);
    for (const type of INTERRUPTIONS) window.removeEventListener(type, end);
  };
  const timer = setTimeout(end, SETTLING_MS);
  for (const type of INTERRUPTIONS) window.addEventListener(type, end, { passive: true });
  if (main) changes.observe(main);
  place();
  return end;
}
