import { describe, expect, it } from 'vitest';
import { freshDraft } from '../../../src/store/drafts';
import { shippedFinal, untrainedPoints } from '../../../src/store/points';
import {
  expectedRun,
  isSetLike,
  planOfDraft,
  planOfRun,
  stopsOf,
  type Plan,
} from '../../../src/store/recordings';
import { point } from '../app/samples';
import { FakeStorage, pointInfo, recipe, setUp, settled, SHIPPED, TOKENIZER } from './fakes';
import { RECORDING, recordedRun } from './recordingSamples';

const plan = (change: Partial<Plan> = {}): Plan => ({ ...planOfRun(recipe()), ...change });
const CODE: Partial<Plan> = {
  phase: 'fineTune',
  corpusKind: 'snippets',
  replay: 0.1,
  startedFrom: 'nano-pretrained',
};
const found = (change: Partial<Plan> = {}) => expectedRun(RECORDING, plan(change), TOKENIZER)?.recipe.phase;

describe('what to expect of a run', () => {
  it('comes from the recorded run of its phase', () => {
    expect(found()).toBe('pretrain');
    expect(found(CODE)).toBe('fineTune');
  });

  it('does not depend on seed, steps, learning rate or the share of stories, as long as there are some', () => {
    const otherwise = { seed: 3, totalSteps: 20, learningRate: 1e-4 };
    expect(found(otherwise)).toBe('pretrain');
    expect(found({ ...CODE, ...otherwise, replay: 0.4, startedFrom: 'own-a-100' })).toBe('fineTune');
  });

  it.each<[string, Partial<Plan>]>([
    ['another size', { preset: 'small' }],
    ['another text', { corpusKind: 'ownText' }],
    ['other snippets', { ...CODE, corpusKind: 'ownSnippets' }],
    ['no stories mixed in', { ...CODE, replay: 0 }],
    ['fresh weights', { ...CODE, startedFrom: null }],
    ['other tokens', { tokenizer: { ...TOKENIZER, merges: [] } }],
  ])('is unknown for %s', (_, change) => {
    expect(found(change)).toBeUndefined();
  });

  it('is the same before a run, by its settings, as once it was started', () => {
    const { state } = setUp();
    const draft = { ...freshDraft('pretrain'), totalSteps: 300, learningRate: 8e-3 };
    const planned = planOfDraft(draft, state(), 'pretrain');
    expect(expectedRun(RECORDING, planned, state().tokenizer.shipped)?.recipe.phase).toBe('pretrain');
    expect(isSetLike(recordedRun('pretrain'), planned)).toBe(true);
  });

  it('is said to be set alike only when every number but the seed is the same', () => {
    expect(isSetLike(recordedRun('pretrain'), plan({ seed: 99 }))).toBe(true);
    expect(isSetLike(recordedRun('pretrain'), plan({ totalSteps: 301 }))).toBe(false);
    expect(isSetLike(recordedRun('fineTune'), plan({ ...CODE, replay: 0.2 }))).toBe(false);
    expect(isSetLike(recordedRun('fineTune'), plan({ ...CODE, startedFrom: 'own-a-100' }))).toBe(false);
  });
});

describe('the stops of a recorded run', () => {
  const nano = { preset: 'nano' } as const;
  const points = [
    point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 }),
    point({ ...nano, id: 'untrained-nano', origin: 'untrained', phase: 'untrained', step: 0 }),
    point({ ...nano, id: 'nano-pretrained-100', phase: 'pretrained', step: 100 }),
    point({ ...nano, id: 'nano-pretrained', phase: 'pretrained', step: 300 }),
    point({ ...nano, id: 'nano-fine-tuned-100', phase: 'fineTuned', step: 100 }),
    point({ ...nano, id: 'nano-fine-tuned', phase: 'fineTuned', step: 300 }),
  ];
  const told = (run = recordedRun('pretrain'), known = points) =>
    stopsOf(run, known).map((stop) => [stop.step, stop.point.id]);

  it('begin with the random weights of its size, or with the model it started from', () => {
    expect(told()).toEqual([
      [0, 'untrained-nano'],
      [100, 'nano-pretrained-100'],
      [300, 'nano-pretrained'],
    ]);
    expect(told(recordedRun('fineTune'))[0]).toEqual([0, 'nano-pretrained']);
  });

  it('know the loss, the sample and the verdicts of their step, and no verdict before the first', () => {
    const [start, middle, end] = stopsOf(recordedRun('fineTune'), points);
    expect([start, middle, end].map((stop) => stop?.evaluation?.proseBitsPerByte)).toEqual([4, 3, 1]);
    expect([start, middle, end].map((stop) => stop?.sample?.text)).toEqual(['at 0', 'at 100', 'at 300']);
    expect(start?.verdicts).toBeNull();
    expect(middle?.verdicts?.passes).toBe(4);
  });

  it('know what the stories of their step are like, and nothing before they were first measured', () => {
    const stops = stopsOf(recordedRun('pretrain'), points);
    expect(stops.map(({ stories }) => stories?.step ?? null)).toEqual([null, 100, 300]);
  });

  it('leave out points that the page does not have', () => {
    expect(told(recordedRun('pretrain'), points.slice(3))).toEqual([[300, 'nano-pretrained']]);
  });
});

describe('a recording', () => {
  it('is read once, and again after it failed', async () => {
    const storage = new FakeStorage();
    storage.recordings.set('nano', RECORDING);
    const { state, actions } = setUp({ storage });
    storage.trouble = new Error('The recording is damaged.');
    await actions.loadRecording('nano');
    expect(state().recordings.nano).toEqual({ status: 'failed', reason: 'The recording is damaged.' });
    storage.trouble = null;
    await actions.loadRecording('nano');
    expect(state().recordings.nano).toEqual({ status: 'ready', recording: RECORDING });
    storage.trouble = new Error('This is not asked any more.');
    await actions.loadRecording('nano');
    expect(state().recordings.nano?.status).toBe('ready');
  });

  it('that did not come with the app is known to be absent', async () => {
    const { state, actions } = setUp();
    const asked = actions.loadRecording('small');
    expect(state().recordings.small).toEqual({ status: 'loading' });
    await asked;
    expect(state().recordings.small).toEqual({ status: 'ready', recording: null });
  });
});

describe('the life a page opens with', () => {
  const large = [
    { phase: 'pretrained', step: 1000 },
    { phase: 'fineTuned', step: 2000, priorSteps: 1000 },
  ] as const;
  const LARGE = large.map((change) => ({
    id: `shipped-${change.phase}`,
    file: 'x',
    bytes: 2_000_000,
    info: pointInfo({ preset: 'shipped', parameterCount: 900_000, ...change }),
  }));

  it('is that of small, however much longer a larger model was trained', async () => {
    const storage = new FakeStorage();
    storage.shipped = [...LARGE, ...SHIPPED];
    const { state, boot } = setUp({ storage });
    await boot();
    await settled();
    expect(state().checkpoints.currentId).toBe('small-fine-tuned');
    expect(state().runs.drafts.fineTune.startFrom).toBe('small-pretrained');
    expect(shippedFinal(state().checkpoints.points, 'fineTuned', 'shipped')?.id).toBe('shipped-fineTuned');
  });

  it('is the largest there is when small did not come with the app', async () => {
    const storage = new FakeStorage();
    storage.shipped = LARGE;
    const { state, boot } = setUp({ storage });
    await boot();
    expect(state().checkpoints.currentId).toBe('shipped-fineTuned');
  });

  it('is not the only one that begins with random weights, each of its size and seed and with nothing to fetch', () => {
    const untrained = untrainedPoints([...LARGE, ...SHIPPED], TOKENIZER);
    expect(untrained.map(({ id, info }) => [id, info.preset])).toEqual([
      ['untrained', 'small'],
      ['untrained-shipped', 'shipped'],
    ]);
    expect(untrained.every(({ bytes }) => bytes === undefined)).toBe(true);
  });
});
