import { parameterCount, PRESETS, type PresetName } from '../../../src/engine/config';
import type { RunRecord, SavedPoint } from '../../../src/store/state';

interface PointParts {
  readonly id: string;
  readonly origin?: SavedPoint['origin'];
  readonly runId?: string;
  readonly preset?: PresetName;
  readonly phase: SavedPoint['info']['phase'];
  readonly step: number;
  readonly sample?: SavedPoint['info']['sample'];
}

/** A saved point of a 512-token vocabulary; shipped and small unless told otherwise. */
export function point(parts: PointParts): SavedPoint {
  const { id, origin = 'shipped', runId = null, preset = 'small', phase, step, sample = null } = parts;
  const config = { ...PRESETS[preset].shape, vocabSize: 512 };
  const info = {
    phase,
    preset,
    config,
    parameterCount: parameterCount(config),
    step,
    totalSteps: step,
    priorSteps: 0,
    bytesSeen: step * 4000,
    seed: 7,
    evaluation: null,
    sample,
  };
  return { id, origin, runId, label: id, info };
}

/** A pretraining run of 300 steps. */
export function runRecord(change: Partial<RunRecord>): RunRecord {
  const { shape, batchSize } = PRESETS.nano;
  return {
    runId: 'a',
    recipe: {
      phase: 'pretrain',
      preset: 'nano',
      seed: 7,
      totalSteps: 300,
      learningRate: 1e-3,
      batchSize,
      corpus: { kind: 'stories' },
      replay: 0,
      tokenizer: { kind: 'byte-bpe', version: 1, merges: [] },
      startedFrom: null,
    },
    status: 'running',
    step: 0,
    parameterCount: parameterCount({ ...shape, vocabSize: 257 }),
    priorSteps: 0,
    bytesSeen: 0,
    tokensPerSecond: 0,
    msPerStep: 0,
    reports: [],
    evaluations: [],
    samples: [],
    probes: [],
    verdicts: [],
    stories: [],
    baselines: null,
    failure: null,
    restoredAtStep: null,
    ...change,
  };
}
