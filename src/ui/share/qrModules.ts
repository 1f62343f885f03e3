import { encode } from 'uqr';

/** Light modules around the code that readers need to find it. @source ISO/IEC 18004, 9.1 */
export const QUIET_ZONE = 4;

/** A code's modules by row, quiet zone included; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** The QR code of a text, or null for one longer than any code can hold: 2,953 bytes. */
export function qrModules(text: string): QrModules | null {
  try {
    // As few modules as the text allows, so that each is large on the wall; spare room goes into error correction.
    return encode(text, { ecc: 'L', boostEcc: true, border: QUIET_ZONE }).data;
  } catch {
    return null;
  }
}

/** The dark modules as the path of an SVG whose unit is one module: one rectangle for each run in a row. */
export function darkPath(modules: QrModules): string {
  const path: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path.push(`M${start} ${y}h${x - start}v1H${start}z`);
    }
  });
  return path.join('');
}
