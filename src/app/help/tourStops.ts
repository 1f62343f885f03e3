/** Where the tour leads: what is shown, by the mark it has on the page. */
export const TOUR_STOPS = ['figure', 'chapters', 'strip', 'term', 'tools', 'foot'] as const;
export type TourStop = (typeof TOUR_STOPS)[number];

/** The part of the page a stop is about; null where a link hides it. */
export function partOf(stop: TourStop, page: ParentNode): HTMLElement | null {
  return page.querySelector(stop === 'term' ? 'main [data-term]' : `[data-tour="${stop}"]`);
}

/** Frames to wait for a part whose code is still on its way: a few seconds. */
const PATIENCE = 240;

/** Resolves when a part of the page is there, or when it does not come. */
export async function whenThere(stop: TourStop): Promise<void> {
  for (let frame = 0; frame < PATIENCE && !partOf(stop, document); frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Distance between what is shown and what is said about it, and from the edge of the window, in px. */
const GAP = 12;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a panel stands: below what it is about, above it, or at the lower edge of the window. */
export function besides(
  part: Box,
  panel: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const left = Math.max(GAP, Math.min(part.left, view.width - panel.width - GAP));
  const below = part.top + part.height + GAP;
  const lowest = view.height - panel.height - GAP;
  // What it is about may be outside the window by now: answers grow, and windows are made smaller.
  if (below <= lowest) return { left, top: Math.max(GAP, below) };
  const above = Math.min(part.top - panel.height - GAP, lowest);
  return { left, top: above >= GAP ? above : Math.max(GAP, lowest) };
}
