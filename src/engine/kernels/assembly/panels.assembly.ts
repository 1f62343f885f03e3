/**
 * The right factor of a product is copied into panels of 8 columns, (K, 8) each, one behind the other, so that `tile`
 * reads it in one stream. Half of the last panel is 0 when the columns are an odd multiple of 4.
 */

/** Bytes of a panel of K rows. */
export function panelBytes(K: i32): usize {
  return 32 * K;
}

/** Copies a matrix. @param b (K, columns), rows `bRow` bytes apart */
export function pack(b: usize, bRow: usize, K: i32, columns: i32, panels: usize): void {
  const none = f32x4.splat(0);
  for (let column = 0; column < columns; column += 8) {
    const isWide = column + 8 <= columns;
    let from = b + 4 * column;
    for (let k = 0; k < K; k++) {
      v128.store(panels, v128.load(from));
      v128.store(panels, isWide ? v128.load(from, 16) : none, 16);
      from += bRow;
      panels += 32;
    }
  }
}

/** Copies the transpose of 4 rows by 4 columns. @param to rows 32 bytes apart, as in a panel */
function transposeBlock(from: usize, row: usize, to: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + row);
  const r2 = v128.load(from + 2 * row);
  const r3 = v128.load(from + 3 * row);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
}

/** Copies the transpose of a matrix. @param b (columns, K), rows `bRow` bytes apart; both sizes multiples of 4 */
export function packTransposed(b: usize, bRow: usize, K: i32, columns: i32, panels: usize): void {
  const none = f32x4.splat(0);
  for (let column = 0; column < columns; column += 8) {
    const isWide = column + 8 <= columns;
    const from = b + column * bRow;
    for (let k = 0; k < K; k += 4) {
      transposeBlock(from + 4 * k, bRow, panels);
      if (isWide) {
        transposeBlock(from + 4 * bRow + 4 * k, bRow, panels + 16);
      } else {
        for (let row: usize = 0; row < 128; row += 32) v128.store(panels + row, none, 16);
      }
      panels += 128;
    }
  }
}
