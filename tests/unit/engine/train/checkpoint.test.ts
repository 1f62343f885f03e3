import { describe, expect, it } from 'vitest';
import { CheckpointError, readCheckpoint, writeCheckpoint } from '../../../../src/engine/train/checkpoint';
import type { Checkpoint, CheckpointFault, CheckpointPart } from '../../../../src/engine/train/checkpoint';
import { decodeSafetensors, encodeSafetensors } from '../../../../src/engine/train/safetensors';
import { TOY_CHECKPOINT } from '../../../reference/toyCheckpoint';

/** The file of the toy checkpoint with one text of its description replaced. */
function withMetadata(key: string, text: string): Uint8Array {
  const { tensors, metadata } = decodeSafetensors(writeCheckpoint(TOY_CHECKPOINT, 'F32'));
  return encodeSafetensors({ tensors, metadata: new Map(metadata).set(key, text) });
}

function withConfig(change: Record<string, unknown>): Uint8Array {
  return withMetadata('config', JSON.stringify({ ...TOY_CHECKPOINT.config, ...change }));
}

/** A safetensors file with this header and this many bytes of numbers. */
function fileOf(header: string, dataBytes = 0): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 8);
  return file;
}

function tensorHeader(
  entries: Record<string, readonly [shape: number[], offsets: number[], dtype?: string]>,
): string {
  const described = Object.entries(entries).map(([name, [shape, data_offsets, dtype = 'F32']]) => [
    name,
    { dtype, shape, data_offsets },
  ]);
  return JSON.stringify(Object.fromEntries(described));
}

describe('a checkpoint', () => {
  it('comes back from its file exactly as it was written', () => {
    expect(readCheckpoint(writeCheckpoint(TOY_CHECKPOINT, 'F32'))).toEqual(TOY_CHECKPOINT);
  });

  it('comes back without optimizer state when it was written without', () => {
    const checkpoint: Checkpoint = { ...TOY_CHECKPOINT, optimizer: null };
    expect(readCheckpoint(writeCheckpoint(checkpoint, 'F32'))).toEqual(checkpoint);
  });

  it('takes about half the bytes in half precision and changes no weight by more than 1 in 2,048', () => {
    const weightsOnly: Checkpoint = { ...TOY_CHECKPOINT, optimizer: null };
    const [full, half] = [writeCheckpoint(weightsOnly, 'F32'), writeCheckpoint(weightsOnly, 'F16')];
    const weights = [...weightsOnly.arrays.values()].reduce((sum, { values }) => sum + values.length, 0);
    expect(full.length - half.length).toBeGreaterThan(1.9 * weights);
    for (const [name, { values }] of readCheckpoint(half).arrays) {
      values.forEach((value, i) => {
        const original = TOY_CHECKPOINT.arrays.get(name)?.values[i] ?? NaN;
        expect(Math.abs(value - original)).toBeLessThanOrEqual(Math.abs(original) / 2048 + 2 ** -25);
      });
    }
  });

  it('keeps the optimizer state exact in a half-precision file', () => {
    expect(readCheckpoint(writeCheckpoint(TOY_CHECKPOINT, 'F16')).optimizer).toEqual(
      TOY_CHECKPOINT.optimizer,
    );
  });

  it('can be read from the middle of a larger buffer', () => {
    const file = writeCheckpoint(TOY_CHECKPOINT, 'F32');
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(readCheckpoint(larger.subarray(3))).toEqual(TOY_CHECKPOINT);
  });

  it('is not written with a weight that is no number or does not fit half precision', () => {
    const withWeight = (weight: number): Checkpoint => {
      const values = Float32Array.of(weight, 0, 0, 0);
      return {
        ...TOY_CHECKPOINT,
        arrays: new Map(TOY_CHECKPOINT.arrays).set('lnF.b', { shape: [4], values }),
      };
    };
    expect(() => writeCheckpoint(withWeight(NaN), 'F32')).toThrow(RangeError);
    expect(() => writeCheckpoint(withWeight(1e6), 'F16')).toThrow(/lnF\.b/);
    expect(() => writeCheckpoint(withWeight(1e6), 'F32')).not.toThrow();
  });
});

describe('a checkpoint with a long description', () => {
  const withText = (length: number): Checkpoint => ({ ...TOY_CHECKPOINT, recipe: 'x'.repeat(length) });

  it('comes back when it is longer than 8 MiB, as a run on a long own text is', () => {
    const checkpoint = withText(9 * 1024 * 1024);
    expect(readCheckpoint(writeCheckpoint(checkpoint, 'F32')).recipe).toBe(checkpoint.recipe);
  });

  it('is not written when it could never be read again', () => {
    const write = () => writeCheckpoint(withText(32 * 1024 * 1024), 'F32');
    expect(write).toThrow(CheckpointError);
    expect(write).toThrow(expect.objectContaining({ fault: 'tooLong' }));
    expect(write).toThrow(/33554432 bytes/);
  });
});

describe('reading a file that is no checkpoint of ours', () => {
  const file = writeCheckpoint(TOY_CHECKPOINT, 'F32');
  const huge = file.slice();
  new DataView(huge.buffer).setBigUint64(0, 2n ** 63n, true);
  const more = new Uint8Array(file.length + 4);
  more.set(file);
  const infinite = file.slice();
  new DataView(infinite.buffer).setFloat32(infinite.length - 4, Infinity, true);

  const cases: readonly (readonly [
    string,
    Uint8Array,
    CheckpointFault | `damaged ${CheckpointPart}`,
    RegExp,
  ])[] = [
    ['an empty file', new Uint8Array(), 'notACheckpoint', /too short/],
    ['a text', new TextEncoder().encode('def add(a, b): return a + b'), 'notACheckpoint', /header claims/],
    ['a header longer than any file', huge, 'notACheckpoint', /header claims 9223372036854775808/],
    ['a file that is cut in its header', file.slice(0, 100), 'notACheckpoint', /within its header/],
    ['a file that is cut in its weights', file.slice(0, -4), 'cutShort', /ends before its weights/],
    ['a file with more bytes than it describes', more, 'damaged weights', /more in it/],
    [
      'a header that is not UTF-8',
      fileOf('{}').map((byte, i) => (i === 8 ? 0xff : byte)),
      'notACheckpoint',
      /no UTF-8/,
    ],
    ['a header that is not JSON', fileOf('{"a":'), 'damaged header', /header is no JSON/],
    ['a header that is a list', fileOf('[]'), 'notACheckpoint', /no object/],
    ['a header of brackets only', fileOf('['.repeat(200_000)), 'damaged header', /header is no JSON/],
    ['a model of somebody else', fileOf(tensorHeader({ a: [[1], [0, 4]] }), 4), 'foreign', /format/],
    [
      'a tensor of 64-bit numbers',
      fileOf(tensorHeader({ a: [[1], [0, 8], 'F64'] }), 8),
      'damaged weights',
      /of a kind/,
    ],
    [
      'a negative shape',
      fileOf(tensorHeader({ a: [[-1], [0, 4]] }), 4),
      'damaged weights',
      /no usable shape/,
    ],
    [
      'a shape too large for its bytes',
      fileOf(
        tensorHeader({
          a: [
            [1e9, 1e9],
            [0, 4],
          ],
        }),
        4,
      ),
      'damaged weights',
      /another size/,
    ],
    [
      'offsets that run backwards',
      fileOf(tensorHeader({ a: [[1], [4, 0]] }), 4),
      'damaged weights',
      /another size/,
    ],
    [
      'offsets beyond the file',
      fileOf(tensorHeader({ a: [[4], [0, 16]] }), 4),
      'cutShort',
      /ends before its weights/,
    ],
    [
      'tensors that overlap',
      fileOf(tensorHeader({ a: [[2], [0, 8]], b: [[1], [4, 8]] }), 8),
      'damaged weights',
      /overlap/,
    ],
    [
      'a gap between tensors',
      fileOf(tensorHeader({ a: [[1], [0, 4]], b: [[1], [8, 12]] }), 12),
      'damaged weights',
      /gaps/,
    ],
    ['a weight that is infinite', infinite, 'notFinite', /not finite/],
    [
      'a key named __proto__',
      fileOf('{"__proto__":{"polluted":true}}'),
      'damaged header',
      /header is no JSON/,
    ],
    ['a newer version', withMetadata('version', '2'), 'otherVersion', /version is not 1/],
    [
      'a configuration that is no number',
      withConfig({ nLayer: null }),
      'damaged config',
      /config cannot be used/,
    ],
    [
      'a configuration of NaN',
      withMetadata('config', '{"nLayer":NaN}'),
      'damaged config',
      /config is no JSON/,
    ],
    ['a configuration beyond the limits', withConfig({ nLayer: 1000 }), 'damaged config', /nLayer must be/],
    [
      'a configuration of another shape',
      withConfig({ nEmbd: 8 }),
      'otherWeights',
      /another size than the model/,
    ],
    [
      'a configuration with a larger vocabulary',
      withConfig({ vocabSize: 259 }),
      'otherWeights',
      /missing or of another size/,
    ],
    [
      'a tokenizer of another model',
      withMetadata('tokenizer', '{"kind":"byte-bpe","version":1,"merges":[]}'),
      'otherTokenizer',
      /not the tokens of its model/,
    ],
    [
      'a tokenizer that is none',
      withMetadata('tokenizer', '[]'),
      'damaged tokenizer',
      /tokenizer cannot be used/,
    ],
    [
      'training settings of the wrong type',
      withMetadata('trainConfig', '{"batchSize":"2"}'),
      'damaged trainConfig',
      /trainConfig cannot be used/,
    ],
    [
      'a history of the wrong type',
      withMetadata('history', '[1]'),
      'damaged history',
      /history cannot be used/,
    ],
    ['a step count below 0', withMetadata('step', '-1'), 'damaged step', /step cannot be used/],
    [
      'a recipe that reaches a prototype',
      withMetadata('recipe', '{"a":{"__proto__":1}}'),
      'damaged recipe',
      /recipe is no JSON/,
    ],
  ];

  it.each(cases)('names what is wrong with %s', (_, bytes, named, detail) => {
    const [fault, part] = named.split(' ');
    const values = part === undefined ? {} : { part };
    expect(() => readCheckpoint(bytes)).toThrow(CheckpointError);
    expect(() => readCheckpoint(bytes)).toThrow(expect.objectContaining({ fault, values }));
    expect(() => readCheckpoint(bytes)).toThrow(detail);
  });

  it('finds missing and additional weights', () => {
    const { tensors, metadata } = decodeSafetensors(file);
    const fewer = new Map(tensors);
    fewer.delete('optimizer.v.lnF.b');
    expect(() => readCheckpoint(encodeSafetensors({ tensors: fewer, metadata }))).toThrow(
      /optimizer\.v\.lnF\.b are missing/,
    );
    const additional = new Map(tensors).set('h.1.ln1.g', {
      dtype: 'F32',
      shape: [1],
      values: Float32Array.of(1),
    });
    expect(() => readCheckpoint(encodeSafetensors({ tensors: additional, metadata }))).toThrow(
      /does not have/,
    );
  });
});
