import { describe, expect, it } from 'vitest';
import {
  CheckpointError,
  type CheckpointFault,
  type CheckpointPart,
} from '../../../src/engine/train/checkpoint';
import { damaged } from '../../../src/engine/train/safetensors';
import { failureOf } from '../../../src/workers/training/failures';

/** Complete by type: a fault added to the engine and missing here does not compile. */
const VALUES: Readonly<Record<Exclude<CheckpointFault, 'damaged'>, CheckpointError['values']>> = {
  notACheckpoint: {},
  foreign: {},
  otherVersion: {},
  cutShort: {},
  otherTokenizer: {},
  otherWeights: {},
  notFinite: {},
  tooLong: {},
  noRun: {},
  otherShape: { layers: 1, heads: 2, width: 4096, context: 3 },
};
const PARTS: Readonly<Record<CheckpointPart, true>> = {
  header: true,
  description: true,
  config: true,
  trainConfig: true,
  tokenizer: true,
  seed: true,
  step: true,
  history: true,
  recipe: true,
  updates: true,
  weights: true,
};

describe('what is wrong with a checkpoint', () => {
  const errors = [
    ...Object.entries(VALUES).map(
      ([fault, values]) => new CheckpointError(fault as CheckpointFault, 'for us', values),
    ),
    ...Object.keys(PARTS).map((part) => damaged(part as CheckpointPart, 'for us')),
  ];
  const told = errors.map((error) => failureOf(error));

  it('is told in a sentence of its own, without what is for us', () => {
    for (const { code, message } of told) {
      expect(code).toBe('badCheckpoint');
      expect(message).toMatch(/^[A-Z][^…{}]+\.$/);
      expect(message).not.toContain('for us');
    }
    expect(new Set(told.map(({ message }) => message)).size).toBe(errors.length);
  });

  it('writes numbers as the page does', () => {
    expect(told.map(({ message }) => message)).toContain(
      'This model has another shape than those of this page: 1 layers, 2 heads, 4,096 wide, 3 tokens of context.',
    );
  });
});
