import { describe, expect, it } from 'vitest';
import { labelOf, labelRoom } from '../../../../src/ui/charts/lineLabels';
import { LOSS, SHARE } from '../../../../src/ui/charts/measures';

const LINES = [{ label: 'Training text' }, { label: 'Held-out stories' }];

describe('a label at the end of a line', () => {
  it('gives the value only where there is room', () => {
    expect(labelOf('Held-out text', '1.23', false)).toBe('Held-out text 1.23');
    expect(labelOf('Held-out text', '1.23', true)).toBe('Held-out text');
  });

  it('gets room that follows the longest of all, not the last', () => {
    expect(labelRoom(LINES, LOSS, true, 1)).toBe(labelRoom(LINES.slice(1), LOSS, true, 1));
    expect(labelRoom(LINES, LOSS, true, 1)).toBeGreaterThan(labelRoom(LINES.slice(0, 1), LOSS, true, 1));
    expect(labelRoom(LINES, LOSS, false, 1)).toBeGreaterThan(labelRoom(LINES, LOSS, true, 1));
  });

  it('gets room for the widest value of its measure', () => {
    const extra = labelRoom(LINES, SHARE, false, 1) - labelRoom(LINES, SHARE, true, 1);
    expect(extra).toBeGreaterThanOrEqual(' 100%'.length * 7);
  });

  it('gets half as much room again when text is half as large again', () => {
    expect(labelRoom(LINES, LOSS, true, 1.5) / labelRoom(LINES, LOSS, true, 1)).toBeCloseTo(1.5, 1);
  });
});
