import { describe, expect, it } from 'vitest';
import { roomyLabels } from '../../../src/ui/strip/roomyLabels';

describe('labels below the points of a life', () => {
  it('are all written where they are short', () => {
    expect(roomyLabels(['10', '25', '100', '300'])).toEqual(['10', '25', '100', '300']);
  });

  it('give way to the last one where they are long', () => {
    expect(roomyLabels(['500', '1,000', '2,000'])).toEqual(['500', '', '2,000']);
  });

  it('leave a point without a label alone', () => {
    expect(roomyLabels(['', '10', ''])).toEqual(['', '10', '']);
  });
});
