import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS, PRESETS } from '../../../src/engine/config';
import { CheckpointError, writeCheckpoint, type Checkpoint } from '../../../src/engine/train/checkpoint';
import { failureOf } from '../../../src/workers/training/failures';
import { inspectedModel } from '../../../src/workers/training/inspection';
import { isPointInfo } from '../../../src/storage/readStored';
import { TOY_CHECKPOINT } from '../../reference/toyCheckpoint';
import { toyArrays } from '../../reference/toyModel';

const config = { ...PRESETS.pico.shape, vocabSize: 258 };
const MODEL: Checkpoint = {
  config,
  trainConfig: { ...OPTIMIZER_DEFAULTS, batchSize: 8, totalSteps: 400, learningRate: 0.01, warmupSteps: 20 },
  tokenizer: { kind: 'byte-bpe', version: 1, merges: [[97, 98]] },
  seed: 7,
  step: 400,
  history: [
    { step: 200, series: 'code', bitsPerByte: 3 },
    { step: 400, series: 'train', bitsPerByte: 1 },
    { step: 400, series: 'code', bitsPerByte: 1.25 },
  ],
  recipe: {
    lineage: { phase: 'fineTuned', priorSteps: 300, bytesSeen: 123_456, prose: { kind: 'stories' } },
    run: null,
  },
  arrays: toyArrays(config),
  optimizer: null,
};
const FILE = writeCheckpoint(MODEL, 'F16');
const HEADER_END = 8 + Number(new DataView(FILE.buffer).getBigUint64(0, true));

/** What a reader is told of a file, or the facts of the model in it. Anything else that is thrown fails the test. */
function told(bytes: Uint8Array): string | ReturnType<typeof inspectedModel> {
  try {
    return inspectedModel(bytes);
  } catch (error) {
    if (error instanceof CheckpointError) return failureOf(error).message;
    throw error;
  }
}

/** Every file is refused in one plain sentence, or is a model whose facts can be kept. */
function expectSentenceOrModel(bytes: Uint8Array): void {
  const result = told(bytes);
  if (typeof result === 'string') expect(result).toMatch(/^\p{Lu}[^\n]{10,240}\.$/u);
  else expect(isPointInfo(result)).toBe(true);
}

const RUNS = { seed: 7, numRuns: 1500 };

describe('a model file', () => {
  it('tells all facts of its model but the sample', () => {
    expect(inspectedModel(FILE)).toMatchObject({
      phase: 'fineTuned',
      preset: 'pico',
      config,
      step: 400,
      totalSteps: 400,
      priorSteps: 300,
      bytesSeen: 123_456,
      seed: 7,
      evaluation: { step: 400, proseBitsPerByte: null, codeBitsPerByte: 1.25 },
      sample: null,
    });
  });

  it('of another shape is refused by name', () => {
    expect(told(writeCheckpoint(TOY_CHECKPOINT, 'F32'))).toBe(
      'This model has another shape than those of this page: 1 layers, 2 heads, 4 wide, 3 tokens of context.',
    );
  });

  it('with a vocabulary that does not fit is refused', () => {
    const merges = [...MODEL.tokenizer.merges, [257, 97] as const];
    const file = writeCheckpoint({ ...MODEL, tokenizer: { ...MODEL.tokenizer, merges } }, 'F16');
    expect(told(file)).toBe('This checkpoint cannot be used: its tokenizer belongs to another model.');
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a text', new TextEncoder().encode('Once upon a time there was a fox.')],
    ['seven bytes', FILE.slice(0, 7)],
    ['half a header', FILE.slice(0, 100)],
    ['half of the weights', FILE.slice(0, HEADER_END + 1000)],
    ['one byte too few', FILE.slice(0, -1)],
    ['one byte too many', Uint8Array.of(...FILE, 0)],
  ])('that is %s is refused in a sentence', (_, bytes) => {
    expect(told(bytes)).toMatch(/^This (file|checkpoint) .*\.$/);
  });

  it('with any bytes changed, cut out or put in is refused in a sentence or still a model', () => {
    const place = fc.oneof(fc.nat(HEADER_END + 64), fc.nat(FILE.length - 1));
    const change = fc.record({ place, drop: fc.nat(40), put: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = changes.reduce(
          (file, { place: at, drop, put }) =>
            Uint8Array.of(...file.subarray(0, at), ...put, ...file.subarray(at + drop)),
          FILE,
        );
        expectSentenceOrModel(bytes);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('with any fields of its header replaced is refused in a sentence or still a model', () => {
    const text = new TextDecoder().decode(FILE.subarray(8, HEADER_END)).trimEnd();
    const header = JSON.parse(text) as Record<string, Record<string, unknown>>;
    const metadata = header['__metadata__'] ?? {};
    const key = fc.constantFrom(...Object.keys(metadata));
    const value = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('{"__proto__":{"x":1}}', 'null', '[]', '1e999', '-1', '[['.repeat(20_000)),
      fc
        .record({ nLayer: fc.integer(), nHead: fc.integer(), nEmbd: fc.integer(), vocabSize: fc.integer() })
        .map((one) => JSON.stringify(one)),
      fc.json().map((prose) => `{"lineage":${prose},"run":${prose}}`),
    );
    fc.assert(
      fc.property(key, value, (name, replaced) => {
        const changed = { ...header, __metadata__: { ...metadata, [name]: replaced } };
        const encoded = new TextEncoder().encode(JSON.stringify(changed));
        const file = new Uint8Array(8 + encoded.length + FILE.length - HEADER_END);
        new DataView(file.buffer).setBigUint64(0, BigInt(encoded.length), true);
        file.set(encoded, 8);
        file.set(FILE.subarray(HEADER_END), 8 + encoded.length);
        expectSentenceOrModel(file);
        expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('of nothing but noise is refused in a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, fitting) => {
        const bytes = fitting
          ? Uint8Array.of(Math.max(0, noise.length - 8), 0, 0, 0, 0, 0, 0, 0, ...noise)
          : noise;
        expect(typeof told(bytes)).toBe('string');
      }),
      RUNS,
    );
  });
});
