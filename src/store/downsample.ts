/**
 * At most `limit` of the items, chosen so that the line through them looks like the line through all:
 * largest-triangle-three-buckets. First and last stay; of each stretch between, the item that spans the largest
 * triangle with its neighbours. Items are picked, never averaged, so every point on the chart was measured.
 * @param limit at least 3
 * @param yOf NaN and infinities count as 0 when triangles are compared
 * @returns the list itself when it is short enough
 */
export function downsample<T>(
  items: readonly T[],
  limit: number,
  xOf: (item: T) => number,
  yOf: (item: T) => number,
): readonly T[] {
  const [first, last] = [items[0], items.at(-1)];
  if (items.length <= limit || first === undefined || last === undefined) return items;
  const inner = Math.max(limit, 3) - 2;
  const edge = (bucket: number): number => 1 + Math.floor((bucket * (items.length - 2)) / inner);
  const y = (item: T): number => (Number.isFinite(yOf(item)) ? yOf(item) : 0);
  const picked: T[] = [first];
  let before: T = first;
  for (let bucket = 0; bucket < inner; bucket++) {
    const next = bucket === inner - 1 ? [last] : items.slice(edge(bucket + 1), edge(bucket + 2));
    const nextX = next.reduce((sum, item) => sum + xOf(item), 0) / next.length;
    const nextY = next.reduce((sum, item) => sum + y(item), 0) / next.length;
    const [ax, ay] = [xOf(before), y(before)];
    let best = before;
    let bestArea = -1;
    for (const item of items.slice(edge(bucket), edge(bucket + 1))) {
      const area = Math.abs((ax - nextX) * (y(item) - ay) - (ax - xOf(item)) * (nextY - ay));
      if (area > bestArea) [best, bestArea] = [item, area];
    }
    picked.push(best);
    before = best;
  }
  return [...picked, last];
}
