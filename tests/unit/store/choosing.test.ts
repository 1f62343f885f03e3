import { describe, expect, it } from 'vitest';
import { liveRun, pickable } from '../../../src/store/points';
import type { RunRecord, SavedPoint } from '../../../src/store/state';
import { point, runRecord } from '../app/samples';

const own = (step: number, phase: SavedPoint['info']['phase'] = 'pretrained'): SavedPoint =>
  point({ id: `own-a-${step}`, origin: 'run', runId: 'a', phase, step });

/** The run that is live when a run and its saved points are in this state. */
function liveIn(record: RunRecord, points: readonly SavedPoint[]): RunRecord | null {
  return liveRun({
    runs: {
      drafts: { pretrain: NO_DRAFT, fineTune: NO_DRAFT },
      records: { a: record },
      activeRunId: 'a',
      latest: { pretrain: 'a', fineTune: null },
      goesOn: false,
    },
    checkpoints: { points, currentId: 'live', status: 'ready' },
  });
}

const NO_DRAFT = {
  preset: 'nano',
  seed: 7,
  totalSteps: 1,
  learningRate: 1,
  replay: 0,
  startFrom: null,
} as const;

describe('the model in training', () => {
  it.each(['finished', 'stopped'] as const)('gives way to its saved point once it has %s', (status) => {
    const record = runRecord({ status, step: 50 });
    expect(liveIn(record, [own(25)])).toBe(record);
    expect(liveIn(record, [own(25), own(50)])).toBeNull();
  });

  it.each(['running', 'paused'] as const)('stays one of its own while it is %s, saved or not', (status) => {
    const record = runRecord({ status, step: 50 });
    expect(liveIn(record, [own(50)])).toBe(record);
  });
});

describe('the points to choose from', () => {
  it('leave out the copy of where fine-tuning began, unless it is the current model', () => {
    const points = [
      point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 }),
      own(0),
      own(10, 'fineTuned'),
    ];
    expect(pickable(points, 'own-a-10').map(({ id }) => id)).toEqual(['untrained', 'own-a-10']);
    expect(pickable(points, 'own-a-0')).toEqual(points);
  });

  it('keep the random weights an own model began with', () => {
    expect(pickable([own(0, 'untrained')], 'live')).toHaveLength(1);
  });
});
