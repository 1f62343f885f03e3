/**
 * The layers of the model once more, in nested loops over plain arrays and in double precision.
 *
 * Slow and separate on purpose: nothing here knows TensorFlow.js, so agreement with the engine means something.
 * Every layer comes with its gradient, derived by hand. Matrices are row-major.
 */
export type Numbers = Float64Array;

/** Adds to one element. */
function addTo(array: Numbers, index: number, value: number): void {
  array[index] = at(array, index) + value;
}

/** One element. @throws RangeError outside of the array, so that a wrong index cannot pass as 0 */
export function at(array: ArrayLike<number>, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`index ${index} is outside of ${array.length} numbers`);
  return value;
}

/** (N, I) by (I, O), plus (O). */
export function linear(x: Numbers, w: Numbers, b: Numbers): Numbers {
  const O = b.length;
  const I = w.length / O;
  const N = x.length / I;
  const y = new Float64Array(N * O);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < O; o++) {
      let sum = at(b, o);
      for (let i = 0; i < I; i++) sum += at(x, n * I + i) * at(w, i * O + o);
      y[n * O + o] = sum;
    }
  }
  return y;
}

export function linearBackward(x: Numbers, w: Numbers, dy: Numbers, O: number) {
  const I = w.length / O;
  const N = x.length / I;
  const dx = new Float64Array(x.length);
  const dw = new Float64Array(w.length);
  const db = new Float64Array(O);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < O; o++) {
      const push = at(dy, n * O + o);
      addTo(db, o, push);
      for (let i = 0; i < I; i++) {
        addTo(dx, n * I + i, push * at(w, i * O + o));
        addTo(dw, i * O + o, push * at(x, n * I + i));
      }
    }
  }
  return { dx, dw, db };
}

/** Mean and 1 / deviation of the row that starts at `start`. */
function rowMoments(x: Numbers, start: number, C: number): { mean: number; scale: number } {
  let mean = 0;
  for (let c = 0; c < C; c++) mean += at(x, start + c) / C;
  let variance = 0;
  for (let c = 0; c < C; c++) variance += (at(x, start + c) - mean) ** 2 / C;
  return { mean, scale: 1 / Math.sqrt(variance + 1e-5) };
}

/** Rows of (N, C) to mean 0 and variance 1, then times g plus b. */
export function layerNorm(x: Numbers, g: Numbers, b: Numbers): Numbers {
  const C = g.length;
  const y = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += C) {
    const { mean, scale } = rowMoments(x, start, C);
    for (let c = 0; c < C; c++) y[start + c] = (at(x, start + c) - mean) * scale * at(g, c) + at(b, c);
  }
  return y;
}

export function layerNormBackward(x: Numbers, g: Numbers, dy: Numbers) {
  const C = g.length;
  const dx = new Float64Array(x.length);
  const dg = new Float64Array(C);
  const db = new Float64Array(C);
  for (let start = 0; start < x.length; start += C) {
    const { mean, scale } = rowMoments(x, start, C);
    const normalized = (c: number): number => (at(x, start + c) - mean) * scale;
    let meanPush = 0;
    let meanProduct = 0;
    for (let c = 0; c < C; c++) {
      const push = at(dy, start + c) * at(g, c);
      meanPush += push / C;
      meanProduct += (push * normalized(c)) / C;
      addTo(dg, c, at(dy, start + c) * normalized(c));
      addTo(db, c, at(dy, start + c));
    }
    for (let c = 0; c < C; c++) {
      const push = at(dy, start + c) * at(g, c);
      dx[start + c] = (push - meanPush - normalized(c) * meanProduct) * scale;
    }
  }
  return { dx, dg, db };
}

const ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

/** GELU as it is written in its paper, with tanh; the engine uses an identity of it. */
export function gelu(x: Numbers): Numbers {
  return x.map((v) => 0.5 * v * (1 + Math.tanh(ROOT_TWO_OVER_PI * (v + 0.044715 * v ** 3))));
}

export function geluBackward(x: Numbers, dy: Numbers): Numbers {
  return x.map((v, i) => {
    const t = Math.tanh(ROOT_TWO_OVER_PI * (v + 0.044715 * v ** 3));
    const slope = ROOT_TWO_OVER_PI * (1 + 3 * 0.044715 * v ** 2);
    return at(dy, i) * (0.5 * (1 + t) + 0.5 * v * (1 - t * t) * slope);
  });
}

export interface Heads {
  readonly B: number;
  readonly T: number;
  readonly nHead: number;
  readonly C: number;
}

/** Where component `i` of q (0), k (1) or v (2) of a head lies in qkv, (B*T, 3C). */
function placeOf(
  { T, nHead, C }: Heads,
  part: number,
  b: number,
  t: number,
  head: number,
  i: number,
): number {
  return (b * T + t) * 3 * C + part * C + head * (C / nHead) + i;
}

/** The weights that position t gives to positions 0..t. */
function attentionRow(qkv: Numbers, heads: Heads, b: number, head: number, t: number): number[] {
  const hs = heads.C / heads.nHead;
  const weights: number[] = [];
  for (let s = 0; s <= t; s++) {
    let score = 0;
    for (let i = 0; i < hs; i++) {
      score += at(qkv, placeOf(heads, 0, b, t, head, i)) * at(qkv, placeOf(heads, 1, b, s, head, i));
    }
    weights.push(Math.exp(score / Math.sqrt(hs)));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Causal attention of all heads: (B*T, 3C) to (B*T, C). */
export function attention(qkv: Numbers, heads: Heads): Numbers {
  const { B, T, nHead, C } = heads;
  const hs = C / nHead;
  const y = new Float64Array(B * T * C);
  for (let b = 0; b < B; b++) {
    for (let head = 0; head < nHead; head++) {
      for (let t = 0; t < T; t++) {
        attentionRow(qkv, heads, b, head, t).forEach((weight, s) => {
          for (let i = 0; i < hs; i++) {
            addTo(y, (b * T + t) * C + head * hs + i, weight * at(qkv, placeOf(heads, 2, b, s, head, i)));
          }
        });
      }
    }
  }
  return y;
}

export function attentionBackward(qkv: Numbers, dy: Numbers, heads: Heads): Numbers {
  const { B, T, nHead, C } = heads;
  const hs = C / nHead;
  const dqkv = new Float64Array(qkv.length);
  for (let b = 0; b < B; b++) {
    for (let head = 0; head < nHead; head++) {
      for (let t = 0; t < T; t++) {
        const weights = attentionRow(qkv, heads, b, head, t);
        const dWeights = weights.map((weight, s) => {
          let push = 0;
          for (let i = 0; i < hs; i++) {
            const dOut = at(dy, (b * T + t) * C + head * hs + i);
            push += dOut * at(qkv, placeOf(heads, 2, b, s, head, i));
            addTo(dqkv, placeOf(heads, 2, b, s, head, i), dOut * weight);
          }
          return push;
        });
        const mean = weights.reduce((sum, weight, s) => sum + weight * at(dWeights, s), 0);
        weights.forEach((weight, s) => {
          const dScore = (weight * (at(dWeights, s) - mean)) / Math.sqrt(hs);
          for (let i = 0; i < hs; i++) {
            const q = placeOf(heads, 0, b, t, head, i);
            const k = placeOf(heads, 1, b, s, head, i);
            addTo(dqkv, q, dScore * at(qkv, k));
            addTo(dqkv, k, dScore * at(qkv, q));
          }
        });
      }
    }
  }
  return dqkv;
}

/** Mean negative log-probability of the targets that count, and its gradient. */
export function crossEntropy(logits: Numbers, targets: ArrayLike<number>, lossMask: ArrayLike<number>) {
  const N = targets.length;
  const V = logits.length / N;
  const counted = Array.from(lossMask).reduce((sum, weight) => sum + weight, 0);
  const dLogits = new Float64Array(logits.length);
  let loss = 0;
  for (let n = 0; n < N; n++) {
    const row = logits.subarray(n * V, (n + 1) * V);
    const largest = row.reduce((a, b) => Math.max(a, b));
    const total = row.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
    const weight = at(lossMask, n) / counted;
    loss -= weight * (at(row, at(targets, n)) - largest - Math.log(total));
    row.forEach((logit, v) => {
      const expected = v === at(targets, n) ? 1 : 0;
      dLogits[n * V + v] = weight * (Math.exp(logit - largest) / total - expected);
    });
  }
  return { loss, dLogits };
}
