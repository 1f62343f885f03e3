/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point that wants a label beside it. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Where the bar through the point ends, above and below it. */
  readonly top: number;
  readonly bottom: number;
  readonly label: Pick<Box, 'width' | 'height'>;
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isInside = (a: Box, area: Box): boolean =>
  a.x >= area.x &&
  a.y >= area.y &&
  a.x + a.width <= area.x + area.width &&
  a.y + a.height <= area.y + area.height;

/** Where a label may stand, the best place first: beside the point, else above or below its bar. */
function placesBeside(
  { x, y, top, bottom, label: { width, height } }: Labelled,
  gap: number,
): readonly Box[] {
  const [right, left, middle] = [x + gap, x - gap - width, x - width / 2];
  const [above, level, below] = [y - gap - height, y - height / 2, y + gap];
  const corners: readonly (readonly [number, number])[] = [
    [right, above],
    [right, below],
    [left, above],
    [left, below],
    [right, level],
    [left, level],
    [middle, top - gap - height],
    [middle, bottom + gap],
  ];
  return corners.map(([boxX, boxY]) => ({ x: boxX, y: boxY, width, height }));
}

/** Boxes along a line, each at most `size` long: so that a label can be kept off a slope. */
export function boxesAlong(points: readonly Pick<Box, 'x' | 'y'>[], size: number): readonly Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const pieces = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / size));
    const [width, height] = [Math.abs(to.x - from.x) / pieces, Math.abs(to.y - from.y) / pieces];
    return Array.from({ length: pieces }, (_, piece) => {
      const at = (start: number, end: number) =>
        Math.min(start + ((end - start) * piece) / pieces, start + ((end - start) * (piece + 1)) / pieces);
      return { x: at(from.x, to.x), y: at(from.y, to.y), width, height };
    });
  });
}

/**
 * Finds each point a place for its label beside it, inside the area, where no point, no bar, no obstacle and no other
 * label lies. The first and the last point choose first; points too crowded for any such place go without.
 * @param gap pixels between a point and its label, also half the width of a point and the width of its bar
 */
export function placeLabels(
  points: readonly Labelled[],
  { gap, area, obstacles }: { readonly gap: number; readonly area: Box; readonly obstacles: readonly Box[] },
): readonly (Box | null)[] {
  const cover = ({ x, y }: Labelled): Box => ({ x: x - gap, y: y - gap, width: 2 * gap, height: 2 * gap });
  const barOf = ({ x, top, bottom }: Labelled): Box => ({
    x: x - gap / 2,
    y: top,
    width: gap,
    height: bottom - top,
  });
  const taken = [...points.map(cover), ...points.map(barOf), ...obstacles];
  const placed = points.map((): Box | null => null);
  const ends = new Set([0, points.length - 1]);
  const order = [...ends, ...[...points.keys()].filter((i) => !ends.has(i))];
  for (const i of order) {
    const point = points[i];
    const isFree = (box: Box): boolean => isInside(box, area) && !taken.some((other) => meets(box, other));
    const free = point && placesBeside(point, gap).find(isFree);
    if (!free) continue;
    placed[i] = free;
    // Two numbers side by side would read as one.
    taken.push({ ...free, x: free.x - gap, width: free.width + 2 * gap });
  }
  return placed;
}
