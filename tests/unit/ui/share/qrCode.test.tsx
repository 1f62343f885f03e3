import { encode } from 'uqr';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QrCode } from '../../../../src/ui/share/QrCode';
import { darkPath, QUIET_ZONE, qrModules } from '../../../../src/ui/share/qrModules';

const LINKS = [
  'https://example.org/lesson/#v=2&s=prompt',
  `https://example.org/a/b/#v=2&stage=prompt&p=${'def%20f(n)%3A'.repeat(40)}`,
];

/** What a path of darkPath paints, as modules. */
function painted(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return grid;
}

describe('a QR code', () => {
  it.each(LINKS)('paints the very modules of %s', (link) => {
    const modules = qrModules(link);
    if (!modules) throw new Error('expected a code');
    const bare = encode(link, { ecc: 'L', boostEcc: true, border: 0 }).data;
    const inner = painted(darkPath(modules), modules.length)
      .slice(QUIET_ZONE, -QUIET_ZONE)
      .map((row) => row.slice(QUIET_ZONE, -QUIET_ZONE));
    expect(inner).toEqual(bare);
    expect(bare.flat().filter(Boolean).length).toBeGreaterThan(100);
  });

  it('has four light modules around it, as its standard asks', () => {
    const modules = qrModules(LINKS[0] ?? '') ?? [];
    const size = modules.length;
    const inZone = (at: number): boolean => at < 4 || at >= size - 4;
    modules.forEach((row, y) =>
      row.forEach((isDark, x) => {
        if (inZone(x) || inZone(y)) expect(isDark).toBe(false);
      }),
    );
    // The finder pattern begins right behind it.
    expect(modules[4]?.slice(4, 11)).toEqual(Array.from({ length: 7 }, () => true));
    expect(QUIET_ZONE).toBe(4);
  });

  it('is refused for a text that no code can hold', () => {
    expect(qrModules('x'.repeat(2953))).not.toBeNull();
    expect(qrModules('x'.repeat(2954))).toBeNull();
  });

  it('is a named picture whose ground covers the quiet zone', () => {
    const modules = qrModules(LINKS[0] ?? '') ?? [];
    const markup = renderToStaticMarkup(<QrCode modules={modules} label="QR code of this link" />);
    const { length } = modules;
    expect(markup).toContain('role="img" aria-label="QR code of this link"');
    expect(markup).toContain(`viewBox="0 0 ${length} ${length}"`);
    expect(markup).toContain(`<rect width="${length}" height="${length}"`);
    expect(markup).toContain('shape-rendering="crispEdges"');
  });
});
