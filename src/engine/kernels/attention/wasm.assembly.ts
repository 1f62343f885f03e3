import { sumLanes } from '../assembly/lanes.assembly';
import { pack, packTransposed, panelBytes } from '../assembly/panels.assembly';
import { product } from '../assembly/product.assembly';
import { softmax } from '../assembly/softmax.assembly';

/** Bytes of a packed matrix. */
function packedBytes(K: i32, columns: i32): usize {
  return panelBytes(K) * ((columns + 7) >> 3);
}

/** One head of one row of the batch, four queries at a time; keys behind the last of them are never touched. */
function attendHead(
  q: usize,
  qkvRow: usize,
  T: i32,
  hs: i32,
  probs: usize,
  probsRow: usize,
  out: usize,
  outRow: usize,
  scratch: usize,
): void {
  const k = q + outRow;
  const keys = scratch; // k^T
  const values = keys + packedBytes(hs, T);
  packTransposed(k, qkvRow, hs, T, keys);
  pack(k + outRow, qkvRow, T, hs, values);
  const scale: f32 = 1 / sqrt<f32>(<f32>hs);
  for (let t = 0; t < T; t += 4) {
    const seen = t + 4;
    product(q, qkvRow, 4, 4, hs, keys, panelBytes(hs), seen, 0, 0, probs, probsRow);
    for (let row = 0; row < 4; row++) {
      const here = probs + row * probsRow;
      softmax(here, t + row + 1, scale);
      memory.fill(here + 4 * seen, 0, 4 * (T - seen));
    }
    product(probs, probsRow, 4, 4, seen, values, panelBytes(T), hs, 0, 0, out, outRow);
    q += 4 * qkvRow;
    probs += 4 * probsRow;
    out += 4 * outRow;
  }
}

/**
 * qkv (B*T, 3C) -> probs (B*T, nHead*T), softmax of the masked scores, and out (B*T, C), the values mixed by them
 * @param hs numbers per head, a multiple of 4
 * @param scratch room for the keys and the values of a head in panels
 */
export function attention(
  qkv: usize,
  probs: usize,
  out: usize,
  B: i32,
  T: i32,
  nHead: i32,
  hs: i32,
  scratch: usize,
): void {
  const outRow: usize = 4 * nHead * hs;
  const probsRow: usize = 4 * nHead * T;
  for (let b = 0; b < B; b++) {
    const first: usize = b * T;
    for (let head = 0; head < nHead; head++) {
      attendHead(
        qkv + first * 3 * outRow + 4 * head * hs,
        3 * outRow,
        T,
        hs,
        probs + first * probsRow + 4 * head * T,
        probsRow,
        out + first * outRow + 4 * head * hs,
        outRow,
        scratch,
      );
    }
  }
}

/**
 * In place: dScores = scale * probs * (dProbs - the row's sum of probs * dProbs).
 *
 * That sum is the product of dY and y, which are shorter.
 */
function softmaxGradient(
  dScores: usize,
  probs: usize,
  seen: i32,
  y: usize,
  dY: usize,
  hs: i32,
  scale: f32,
): void {
  let means = f32x4.splat(0);
  for (let i: usize = 0; i < 4 * hs; i += 16) {
    means = f32x4.add(means, f32x4.mul(v128.load(y + i), v128.load(dY + i)));
  }
  const mean = f32x4.splat(sumLanes(means));
  const factor = f32x4.splat(scale);
  for (let i: usize = 0; i < 4 * seen; i += 16) {
    const difference = f32x4.sub(v128.load(dScores + i), mean);
    v128.store(dScores + i, f32x4.mul(f32x4.mul(v128.load(probs + i), factor), difference));
  }
}

/** The gradients of one head of one row of the batch. */
function headGradient(
  q: usize,
  qkvRow: usize,
  T: i32,
  hs: i32,
  probs: usize,
  probsRow: usize,
  y: usize,
  dY: usize,
  yRow: usize,
  dQ: usize,
  scratch: usize,
): void {
  const k = q + yRow;
  const packed = packedBytes(T, hs);
  const queries = scratch;
  const keys = queries + packed;
  const pushes = keys + packed;
  const values = pushes + packed; // v^T
  const dScores = values + packedBytes(hs, T); // (T, T)
  const panel = panelBytes(T);
  const scoresRow: usize = 4 * T;
  pack(q, qkvRow, T, hs, queries);
  pack(k, qkvRow, T, hs, keys);
  pack(dY, yRow, T, hs, pushes);
  packTransposed(k + yRow, qkvRow, hs, T, values);
  const scale: f32 = 1 / sqrt<f32>(<f32>hs);
  for (let t = 0; t < T; t += 4) {
    const seen = t + 4;
    const here = dScores + t * scoresRow;
    product(dY + t * yRow, yRow, 4, 4, hs, values, panelBytes(hs), seen, 0, 0, here, scoresRow);
    for (let row: usize = t; row < <usize>seen; row++) {
      softmaxGradient(
        dScores + row * scoresRow,
        probs + row * probsRow,
        seen,
        y + row * yRow,
        dY + row * yRow,
        hs,
        scale,
      );
    }
    product(here, scoresRow, 4, 4, seen, keys, panel, hs, 0, 0, dQ + t * qkvRow, qkvRow);
  }
  // A key is read by the queries from its own position on: columns of dScores and of probs from the diagonal down.
  const dK = dQ + yRow;
  for (let t = 0; t < T; t += 4) {
    const readers = T - t;
    const scores = dScores + t * scoresRow + 4 * t;
    const shares = probs + t * probsRow + 4 * t;
    product(scores, 4, scoresRow, 4, readers, queries + 32 * t, panel, hs, 0, 0, dK + t * qkvRow, qkvRow);
    product(
      shares,
      4,
      probsRow,
      4,
      readers,
      pushes + 32 * t,
      panel,
      hs,
      0,
      0,
      dK + yRow + t * qkvRow,
      qkvRow,
    );
  }
}

/**
 * dQkv (B*T, 3C) from what `attention` computed and dY (B*T, C)
 * @param scratch room for four packed matrices of a head and its (T, T) scores
 */
export function attentionGradient(
  qkv: usize,
  probs: usize,
  y: usize,
  dY: usize,
  dQkv: usize,
  B: i32,
  T: i32,
  nHead: i32,
  hs: i32,
  scratch: usize,
): void {
  const yRow: usize = 4 * nHead * hs;
  const probsRow: usize = 4 * nHead * T;
  for (let b = 0; b < B; b++) {
    const first: usize = b * T;
    for (let head = 0; head < nHead; head++) {
      const left: usize = 4 * head * hs;
      headGradient(
        qkv + first * 3 * yRow + left,
        3 * yRow,
        T,
        hs,
        probs + first * probsRow + 4 * head * T,
        probsRow,
        y + first * yRow + left,
        dY + first * yRow + left,
        yRow,
        dQkv + first * 3 * yRow + left,
        scratch,
      );
    }
  }
}
