import { describe, expect, it } from 'vitest';
import { labelOf, labelRoom } from '../../../../src/ui/charts/lineLabels';

const LINES = [{ label: 'Training text' }, { label: 'Held-out stories' }];

describe('a label at the end of a line', () => {
  it('gives the loss only where there is room', () => {
    expect(labelOf('Held-out text', 1.234, false)).toBe('Held-out text 1.23');
    expect(labelOf('Held-out text', 1.234, true)).toBe('Held-out text');
  });

  it('gets room that follows the longest of all, not the last', () => {
    expect(labelRoom(LINES, true, 1)).toBe(labelRoom(LINES.slice(1), true, 1));
    expect(labelRoom(LINES, true, 1)).toBeGreaterThan(labelRoom(LINES.slice(0, 1), true, 1));
    expect(labelRoom(LINES, false, 1)).toBeGreaterThan(labelRoom(LINES, true, 1));
  });

  it('gets half as much room again when text is half as large again', () => {
    expect(labelRoom(LINES, true, 1.5) / labelRoom(LINES, true, 1)).toBeCloseTo(1.5, 1);
  });
});
