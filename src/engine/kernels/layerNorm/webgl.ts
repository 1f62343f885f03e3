import { LAYER_NORM_EPSILON } from '../../model/layerNorm';
import type { KernelSource } from '../webgl/program';
import { glslFloat, ROW_MOMENTS } from '../webgl/rows';

const MOMENTS = ROW_MOMENTS.replace('EPSILON', glslFloat(LAYER_NORM_EPSILON));

/** Normalises four rows at once; every block of a row computes the row's mean and variance anew. */
export const layerNorm: KernelSource = {
  name: 'layerNorm',
  inputs: ['x', 'norm'],
  ints: ['C4'],
  body: `${MOMENTS}
mat4 block(int column, int row) {
  RowMoments m = momentsOf(row, C4);
  mat4 scaled = matrixCompMult(centred(column, row, m.means), outerProduct(normAt(column, 0, 0), m.rstds));
  return scaled + outerProduct(normAt(column, 0, 1), vec4(1.0));
}`,
};

/**
 * What the gradient needs of each row: mean and rstd of x, and the means of dXhat and of dXhat * xhat.
 *
 * The result is (N, 4), one row for each row of x.
 */
export const layerNormMoments: KernelSource = {
  name: 'layerNormMoments',
  inputs: ['x', 'norm', 'dN'],
  ints: ['C4'],
  body: `${MOMENTS}
mat4 block(int unused, int row) {
  RowMoments m = momentsOf(row, C4);
  vec4 pushes = vec4(0.0);
  vec4 stretches = vec4(0.0);
  for (int column = 0; column < C4; column++) {
    mat4 dXhat = matrixCompMult(dNBlock(column, row), outerProduct(normAt(column, 0, 0), vec4(1.0)));
    mat4 xhat = matrixCompMult(centred(column, row, m.means), outerProduct(vec4(1.0), m.rstds));
    pushes += vec4(1.0) * dXhat;
    stretches += vec4(1.0) * matrixCompMult(dXhat, xhat);
  }
  return transpose(mat4(m.means, m.rstds, pushes / float(4 * C4), stretches / float(4 * C4)));
}`,
};

const XHAT = `
mat4 xhatOf(int column, int row, mat4 moments) {
  return matrixCompMult(xBlock(column, row) - outerProduct(vec4(1.0), moments[0]), outerProduct(vec4(1.0), moments[1]));
}`;

/** dX = residual + rstd * (dXhat - its mean - xhat * the mean of dXhat * xhat); `hasResidual` is 0 or 1. */
export const layerNormGradient: KernelSource = {
  name: 'layerNormGradient',
  inputs: ['x', 'norm', 'dN', 'moments', 'residual'],
  ints: ['hasResidual'],
  body: `${XHAT}
mat4 block(int column, int row) {
  mat4 moments = transpose(momentsBlock(0, row));
  mat4 dXhat = matrixCompMult(dNBlock(column, row), outerProduct(normAt(column, 0, 0), vec4(1.0)));
  mat4 stretch = matrixCompMult(xhatOf(column, row, moments), outerProduct(vec4(1.0), moments[3]));
  mat4 dX = matrixCompMult(dXhat - outerProduct(vec4(1.0), moments[2]) - stretch, outerProduct(vec4(1.0), moments[1]));
  if (hasResidual == 1) dX += residualBlock(column, row);
  return dX;
}`,
};

/**
 * Gradients of gain and shift over a share of the rows: row 0 and 1 of each block.
 *
 * They are sums over all rows for a handful of columns: in shares, more of the processor has work.
 */
export const normShares: KernelSource = {
  name: 'normShares',
  inputs: ['x', 'dN', 'moments'],
  ints: ['N4', 'perShare'],
  body: `${XHAT}
mat4 block(int column, int share) {
  vec4 dGain = vec4(0.0);
  vec4 dShift = vec4(0.0);
  int end = min((share + 1) * perShare, N4);
  for (int row = share * perShare; row < end; row++) {
    mat4 dN = dNBlock(column, row);
    dGain += matrixCompMult(dN, xhatOf(column, row, transpose(momentsBlock(0, row)))) * vec4(1.0);
    dShift += dN * vec4(1.0);
  }
  return mat4(dGain, dShift, vec4(0.0), vec4(0.0));
}`,
};

/** Adds up the shares of every norm: block row i is norm i. */
export const normGradients: KernelSource = {
  name: 'normGradients',
  inputs: ['parts'],
  ints: ['shares'],
  body: `
mat4 block(int column, int norm) {
  mat4 sum = mat4(0.0);
  for (int share = 0; share < shares; share++) sum += partsBlock(column, norm * shares + share);
  return sum;
}`,
};
