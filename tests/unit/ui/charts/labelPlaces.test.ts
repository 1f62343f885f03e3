import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/engine/random';
import { boxesAlong, placeLabels, type Box, type Labelled } from '../../../../src/ui/charts/labelPlaces';

const AREA: Box = { x: 0, y: 0, width: 300, height: 200 };
const LABEL = { width: 30, height: 14 };
const GAP = 6;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const pointAt = (x: number, y: number, reach: number): Labelled => ({
  x,
  y,
  top: y - reach,
  bottom: y + reach,
  label: LABEL,
});

function labelled(count: number, seed: string, spread: number): Labelled[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    pointAt(100 + random.next() * spread, 60 + random.next() * spread, 15),
  );
}

describe('places for labels', () => {
  it.each([10, 40, 120])('keep off points, bars, lines and each other, spread over %s pixels', (spread) => {
    for (let round = 0; round < 20; round++) {
      const points = labelled(8, `${spread}/${round}`, spread);
      const obstacles = [{ x: 90, y: 50, width: 4, height: 60 }, ...boxesAlong(points, 5)];
      const places = placeLabels(points, { gap: GAP, area: AREA, obstacles });
      const boxes = places.filter((box) => box !== null);
      for (const [i, box] of boxes.entries()) {
        expect(obstacles.some((other) => overlap(box, other))).toBe(false);
        expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
        const bars = points.map(({ x, top, bottom }) => ({ x, y: top, width: 1, height: bottom - top }));
        expect(bars.some((bar) => overlap(box, bar))).toBe(false);
        expect(box.x >= 0 && box.x + box.width <= 300 && box.y >= 0 && box.y + box.height <= 200).toBe(true);
      }
    }
  });

  it('name every point that has room, to its upper right', () => {
    const points = [40, 120, 200].map((x) => pointAt(x, 100, 0));
    const places = placeLabels(points, { gap: GAP, area: AREA, obstacles: [] });
    expect(places).toEqual(points.map(({ x }) => ({ x: x + GAP, y: 100 - GAP - 14, ...LABEL })));
  });

  it('go above or below the bar where there is no room beside it', () => {
    const walls = [110, 175].map((x) => ({ x, y: 0, width: 15, height: 200 }));
    const places = placeLabels([pointAt(150, 100, 40)], { gap: GAP, area: AREA, obstacles: walls });
    expect(places).toEqual([{ x: 135, y: 60 - GAP - 14, ...LABEL }]);
  });

  it('name the first and the last of points that lie on one another', () => {
    const points = Array.from({ length: 12 }, () => pointAt(150, 100, 0));
    const places = placeLabels(points, { gap: GAP, area: AREA, obstacles: [] });
    expect(places[0]).not.toBeNull();
    expect(places.at(-1)).not.toBeNull();
    expect(places.filter((place) => place === null).length).toBeGreaterThan(0);
    expect(placeLabels([], { gap: GAP, area: AREA, obstacles: [] })).toEqual([]);
  });
});

describe('boxes along a line', () => {
  it('hold every place on it and little else', () => {
    const line = [
      { x: 10, y: 90 },
      { x: 60, y: 20 },
      { x: 80, y: 80 },
    ];
    const boxes = boxesAlong(line, 5);
    for (let t = 0; t <= 1; t += 0.01) {
      const [x, y] = [10 + 50 * t, 90 - 70 * t];
      const isHeld = boxes.some(
        (box) =>
          x >= box.x - 1e-9 &&
          x <= box.x + box.width + 1e-9 &&
          y >= box.y - 1e-9 &&
          y <= box.y + box.height + 1e-9,
      );
      expect(isHeld).toBe(true);
    }
    for (const { width, height } of boxes) expect(Math.hypot(width, height)).toBeLessThanOrEqual(5 + 1e-9);
  });
});
