/** Characters that fit below one point of the timeline, a gap to its neighbour included. */
const CHARACTERS_PER_POINT = 3.6;

/**
 * Labels below evenly spaced points, centred: those that would touch a neighbour are left empty. The last one stays,
 * and of the others as many as there is room for, from the end to the beginning.
 */
export function roomyLabels(labels: readonly string[]): readonly string[] {
  const shown = labels.map(() => '');
  let free = Infinity;
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i] ?? '';
    const half = label.length / CHARACTERS_PER_POINT / 2;
    if (label === '' || i + half > free) continue;
    shown[i] = label;
    free = i - half;
  }
  return shown;
}
