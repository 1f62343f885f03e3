import { describe, expect, it } from 'vitest';
import { parameterCount, PRESETS } from '../../../../src/engine/config';
import { initialArrays } from '../../../../src/engine/model/init';
import { parameterShapes } from '../../../../src/engine/model/shapes';
import { createRandom } from '../../../../src/engine/random';

const config = { nLayer: 2, nHead: 2, nEmbd: 32, blockSize: 16, vocabSize: 300 };
const arrays = initialArrays(config, createRandom(1));
const valuesOf = (name: string): Float32Array => arrays.get(name)?.values ?? new Float32Array();

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('the parameters of a model', () => {
  it('are as many as the configuration says, for every preset', () => {
    for (const { shape } of Object.values(PRESETS)) {
      const preset = { ...shape, vocabSize: 512 };
      const sizes = [...parameterShapes(preset).values()].map((s) =>
        s.reduce((product, n) => product * n, 1),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(parameterCount(preset));
    }
  });

  it('carry the names of GPT-2, layer by layer', () => {
    expect([...parameterShapes({ ...config, nLayer: 1 }).keys()]).toEqual([
      'wte',
      'wpe',
      'h.0.ln1.g',
      'h.0.ln1.b',
      'h.0.attn.cAttn.w',
      'h.0.attn.cAttn.b',
      'h.0.attn.cProj.w',
      'h.0.attn.cProj.b',
      'h.0.ln2.g',
      'h.0.ln2.b',
      'h.0.mlp.cFc.w',
      'h.0.mlp.cFc.b',
      'h.0.mlp.cProj.w',
      'h.0.mlp.cProj.b',
      'lnF.g',
      'lnF.b',
    ]);
  });
});

describe('the weights of an untrained model', () => {
  it('are normal with the deviation of GPT-2 for their width, smaller where they write into the residual stream', () => {
    const expected = 0.02 * Math.sqrt(768 / config.nEmbd);
    expect(deviation(valuesOf('wte')) / expected).toBeCloseTo(1, 1);
    expect(deviation(valuesOf('h.1.attn.cAttn.w')) / expected).toBeCloseTo(1, 1);
    expect(deviation(valuesOf('h.0.mlp.cProj.w')) / expected).toBeCloseTo(1 / Math.sqrt(4), 1);
    expect(deviation(valuesOf('h.1.attn.cProj.w')) / expected).toBeCloseTo(1 / Math.sqrt(4), 1);
  });

  it('start with biases of 0 and gains of 1', () => {
    for (const [name, { values }] of arrays) {
      if (name.endsWith('.b')) expect(new Set(values), name).toEqual(new Set([0]));
      if (name.endsWith('.g')) expect(new Set(values), name).toEqual(new Set([1]));
    }
  });

  it('are the same for the same seed, others for another, and do not shift when the model grows', () => {
    expect(initialArrays(config, createRandom(1))).toEqual(arrays);
    expect(initialArrays(config, createRandom(2)).get('wte')).not.toEqual(arrays.get('wte'));
    const deeper = initialArrays({ ...config, nLayer: 3 }, createRandom(1));
    expect(deeper.get('h.1.attn.cAttn.w')).toEqual(arrays.get('h.1.attn.cAttn.w'));
  });

  it('are refused for a shape that cannot be built', () => {
    expect(() => initialArrays({ ...config, nHead: 5 }, createRandom(1))).toThrow(/multiple of nHead/);
  });
});
