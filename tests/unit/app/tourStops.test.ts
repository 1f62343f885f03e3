import { describe, expect, it } from 'vitest';
import { besides } from '../../../src/app/help/tourStops';

const VIEW = { width: 1000, height: 800 };
const PANEL = { width: 380, height: 200 };
const part = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

describe('the panel of the tour', () => {
  it('stands below what it is about where there is room, and above it otherwise', () => {
    expect(besides(part(100, 50, 200, 60), PANEL, VIEW)).toEqual({ left: 100, top: 122 });
    expect(besides(part(100, 700, 200, 60), PANEL, VIEW)).toEqual({ left: 100, top: 488 });
  });

  it('lies over the lower end of something that fills the window', () => {
    expect(besides(part(0, 20, 1000, 900), PANEL, VIEW)).toEqual({ left: 12, top: 588 });
  });

  it.each([
    part(900, 100, 90, 30),
    part(-40, 100, 90, 30),
    part(0, 0, 10, 10),
    part(0, 1500, 90, 30),
    part(0, -900, 90, 30),
  ])('never leaves the window: %j', (box) => {
    const { left, top } = besides(box, PANEL, VIEW);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + PANEL.width).toBeLessThanOrEqual(VIEW.width);
    expect(top + PANEL.height).toBeLessThanOrEqual(VIEW.height);
  });

  it('begins at the left edge in a window narrower than itself', () => {
    expect(besides(part(50, 10, 100, 20), PANEL, { width: 320, height: 640 }).left).toBe(12);
  });
});
