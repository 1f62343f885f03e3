import { sumLanes } from '../assembly/lanes.assembly';

const EPSILON: f32 = 1e-5;

/** The mean of a row. */
function meanOf(x: usize, C: i32): f32 {
  let total = f32x4.splat(0);
  for (let i: usize = 0; i < 4 * C; i += 16) total = f32x4.add(total, v128.load(x + i));
  return sumLanes(total) / <f32>C;
}

/** 1 / deviation of a row. */
function scaleOf(x: usize, C: i32, mean: f32): f32 {
  const center = f32x4.splat(mean);
  let total = f32x4.splat(0);
  for (let i: usize = 0; i < 4 * C; i += 16) {
    const distance = f32x4.sub(v128.load(x + i), center);
    total = f32x4.add(total, f32x4.mul(distance, distance));
  }
  return 1 / sqrt<f32>(sumLanes(total) / <f32>C + EPSILON);
}

/** out (rows, C): every row to mean 0 and variance 1, times gain, plus shift. @param norm gain, shift */
export function layerNorm(x: usize, norm: usize, out: usize, rows: i32, C: i32): void {
  const row: usize = 4 * C;
  const shift = norm + row;
  for (const end = x + rows * row; x < end; x += row) {
    const mean = meanOf(x, C);
    const center = f32x4.splat(mean);
    const scale = f32x4.splat(scaleOf(x, C, mean));
    for (let i: usize = 0; i < row; i += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(x + i), center), scale);
      v128.store(out + i, f32x4.add(f32x4.mul(normal, v128.load(norm + i)), v128.load(shift + i)));
    }
    out += row;
  }
}

/** One row of `layerNormGradient`. */
function rowGradient(
  x: usize,
  norm: usize,
  dN: usize,
  residual: usize,
  dNorm: usize,
  dX: usize,
  C: i32,
): void {
  const row: usize = 4 * C;
  const mean = meanOf(x, C);
  const center = f32x4.splat(mean);
  const scale = f32x4.splat(scaleOf(x, C, mean));
  let pushes = f32x4.splat(0);
  let stretches = f32x4.splat(0);
  for (let i: usize = 0; i < row; i += 16) {
    const normal = f32x4.mul(f32x4.sub(v128.load(x + i), center), scale);
    const given = v128.load(dN + i);
    const stretch = f32x4.mul(given, normal);
    v128.store(dNorm + i, f32x4.add(v128.load(dNorm + i), stretch));
    v128.store(dNorm + row + i, f32x4.add(v128.load(dNorm + row + i), given));
    pushes = f32x4.add(pushes, f32x4.mul(given, v128.load(norm + i)));
    stretches = f32x4.add(stretches, f32x4.mul(stretch, v128.load(norm + i)));
  }
  // Moving a whole row, or stretching it, is undone by the norm: that part of the gradient is taken out.
  const push = f32x4.splat(sumLanes(pushes) / <f32>C);
  const stretch = f32x4.splat(sumLanes(stretches) / <f32>C);
  for (let i: usize = 0; i < row; i += 16) {
    const normal = f32x4.mul(f32x4.sub(v128.load(x + i), center), scale);
    const given = f32x4.sub(f32x4.mul(v128.load(dN + i), v128.load(norm + i)), push);
    const through = f32x4.mul(scale, f32x4.sub(given, f32x4.mul(normal, stretch)));
    v128.store(dX + i, residual ? f32x4.add(through, v128.load(residual + i)) : through);
  }
}

/**
 * dX (rows, C) = residual + the gradient through `layerNorm`
 * @param residual gradient that flows past the norm, or 0 for none
 * @param dNorm (4, C) gradients of gain and shift, zeros below
 */
export function layerNormGradient(
  x: usize,
  norm: usize,
  dN: usize,
  residual: usize,
  dNorm: usize,
  dX: usize,
  rows: i32,
  C: i32,
): void {
  const row: usize = 4 * C;
  memory.fill(dNorm, 0, 4 * row);
  for (const end = x + rows * row; x < end; x += row) {
    rowGradient(x, norm, dN, residual, dNorm, dX, C);
    dN += row;
    dX += row;
    if (residual) residual += row;
  }
}
