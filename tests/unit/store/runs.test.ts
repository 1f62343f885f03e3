import { beforeEach, describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/engine/config';
import { canStart, currentPoint, currentRun, secondsLeft } from '../../../src/store/selectors';
import { obstacleTo } from '../../../src/store/drafts';
import {
  FakeStorage,
  autosaved,
  pointInfo,
  recipe,
  Refusal,
  setUp,
  settled,
  started,
  stepped,
} from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

describe('a run', () => {
  it('starts from the draft, and shows so before the worker answers', async () => {
    const { actions, training, state, record } = page;
    actions.editDraft('pretrain', { totalSteps: 50, seed: 9 });
    const starting = actions.startRun('pretrain');
    expect(record('run1').status).toBe('starting');
    await starting;
    const start = training.last('start');
    expect(start).toMatchObject({ runId: 'run1', origin: null });
    expect(start?.recipe).toMatchObject({
      phase: 'pretrain',
      preset: 'nano',
      totalSteps: 50,
      seed: 9,
      batchSize: PRESETS.nano.batchSize,
      replay: 0,
    });
    expect(state().runs.latest).toEqual({ pretrain: 'run1', fineTune: null });
  });

  it('of fine-tuning sends the weights it starts from', async () => {
    await page.actions.startRun('fineTune');
    const start = page.training.last('start');
    expect(start?.recipe).toMatchObject({ preset: 'small', startedFrom: 'small-pretrained', replay: 0.1 });
    expect(start?.origin).toEqual(Uint8Array.of(101));
  });

  it('does not start when its weights cannot be read, and says why', async () => {
    page.storage.shipped = [];
    await page.actions.startRun('fineTune');
    expect(page.training.types()).not.toContain('start');
    expect(page.record('run1')).toMatchObject({
      status: 'failed',
      failure: 'There is no shipped model "small-pretrained".',
    });
  });

  it('of fine-tuning does not start before the list of models is there', async () => {
    page = setUp();
    await page.actions.startRun('fineTune');
    expect(page.state().runs.activeRunId).toBeNull();
    expect(page.notices()).toEqual(['The list of models to start from is still loading.']);
    expect(obstacleTo(page.state(), 'fineTune')).toContain('still loading');
    expect(obstacleTo(page.state(), 'pretrain')).toBeNull();
    await page.actions.loadPoints();
    expect(obstacleTo(page.state(), 'fineTune')).toBeNull();
  });

  it('of fine-tuning never takes random weights for a model that is gone', async () => {
    const storage = new FakeStorage();
    storage.autosave = {
      runId: 'old',
      step: 9,
      status: 'finished',
      savedAtMs: 1,
      bytes: Uint8Array.of(1),
    };
    page = setUp({ storage });
    await page.boot();
    const lost = recipe({ phase: 'fineTune', startedFrom: 'own-lost-300' });
    page.training.emit('old', started({ recipe: lost, step: 9, running: false }));
    await page.actions.startRun('fineTune');
    expect(page.training.types()).not.toContain('start');
    expect(page.notices().at(-1)).toBe('The model to start from is not here any more. Choose another one.');
  });

  it('does not start on an empty text', async () => {
    page.actions.chooseProse('ownText');
    page.actions.setOwnText('  \n', '');
    await page.actions.startRun('pretrain');
    expect(page.state().runs.activeRunId).toBeNull();
    expect(page.notices().join()).toContain('Your text is empty');
  });

  it('does not start beside another one', async () => {
    await page.startRunning();
    expect(canStart(page.state())).toBe(false);
    await page.actions.startRun('fineTune');
    expect(page.training.types().filter((type) => type === 'start')).toHaveLength(1);
    expect(page.notices().join()).toContain('one model trains at a time');
  });

  it('shows "pausing" at once and "paused" when it is true', async () => {
    const runId = await page.startRunning();
    page.actions.pauseRun();
    expect(page.record(runId).status).toBe('pausing');
    page.training.emit(runId, stepped(1, 3));
    expect(page.record(runId).status).toBe('pausing');
    page.training.emit(runId, { type: 'paused', step: 3 });
    expect(page.record(runId)).toMatchObject({ status: 'paused', step: 3 });
    page.actions.resumeRun();
    page.training.emit(runId, { type: 'resumed', step: 3 });
    expect(page.record(runId).status).toBe('running');
  });

  it('shows "stopping" at once, whatever was asked before', async () => {
    const runId = await page.startRunning();
    page.actions.pauseRun();
    page.actions.stopRun();
    page.training.emit(runId, { type: 'paused', step: 3 });
    expect(page.record(runId).status).toBe('stopping');
    page.training.emit(runId, { type: 'stopped', step: 3 });
    expect(page.record(runId).status).toBe('stopped');
  });

  it('ignores buttons that make no sense now', async () => {
    const { actions, training, startRunning } = page;
    actions.pauseRun();
    actions.stepRun();
    actions.resetRun();
    await startRunning();
    actions.resumeRun();
    actions.stepRun();
    expect(training.types()).toEqual(['initialise', 'start']);
  });

  it('keeps every step report, and knows how long it will take', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, stepped(1, 10));
    page.training.emit(runId, stepped(11, 40));
    expect(page.record(runId).reports.map(({ step }) => step)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    expect(secondsLeft(page.record(runId))).toBeCloseTo((260 * 20) / 1000);
  });

  it('drops what a replaced run still says', async () => {
    const first = await page.startRunning();
    page.actions.resetRun();
    const second = await page.startRunning();
    const before = page.state();
    page.training.emit(first, stepped(1, 10));
    page.training.emit(first, { type: 'saved', info: pointInfo({ step: 10 }), bytes: Uint8Array.of(1) });
    page.training.emit(first, autosaved(10));
    page.training.emit(first, { type: 'failed', code: 'diverged', message: 'x', requestId: null });
    await settled();
    expect(page.state()).toBe(before);
    expect(page.storage.written).toEqual([]);
    expect(page.record(second).status).toBe('running');
  });

  it('is forgotten by a reset, with its autosave', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, autosaved(10));
    await settled();
    expect(page.storage.autosave?.step).toBe(10);
    page.actions.resetRun();
    await settled();
    expect(page.storage.autosave).toBeNull();
    expect(page.state().runs).toMatchObject({ activeRunId: null, records: {}, latest: { pretrain: null } });
    expect(currentPoint(page.state())?.id).toBe('small-fine-tuned');
  });

  it('that is reset while its weights are fetched is never sent', async () => {
    const starting = page.actions.startRun('fineTune');
    page.actions.resetRun();
    await starting;
    expect(page.training.types()).not.toContain('start');
  });

  it('that diverges fails with the sentence it came with', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, {
      type: 'failed',
      code: 'diverged',
      message: 'The loss is not a number.',
      requestId: null,
    });
    expect(page.record(runId)).toMatchObject({ status: 'failed', failure: 'The loss is not a number.' });
    expect(canStart(page.state())).toBe(true);
  });
});

describe('the current model', () => {
  it('is the one in training, then the point it left, as long as the reader picks no other', async () => {
    expect(currentPoint(page.state())?.id).toBe('small-fine-tuned');
    const runId = await page.startRunning();
    expect(currentRun(page.state())?.runId).toBe(runId);
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 300 }), bytes: Uint8Array.of(1) });
    page.training.emit(runId, { type: 'finished', step: 300 });
    expect(page.state().checkpoints.currentId).toBe(`own-${runId}-300`);
  });

  it('becomes the last point even when that arrives after the end', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 200 }), bytes: Uint8Array.of(1) });
    page.training.emit(runId, { type: 'finished', step: 300 });
    expect(page.state().checkpoints.currentId).toBe('live');
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 300 }), bytes: Uint8Array.of(1) });
    expect(page.state().checkpoints.currentId).toBe(`own-${runId}-300`);
  });

  it('stays what the reader picked meanwhile', async () => {
    const runId = await page.startRunning();
    page.actions.selectCheckpoint('untrained');
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 300 }), bytes: Uint8Array.of(1) });
    page.training.emit(runId, { type: 'finished', step: 300 });
    expect(page.state().checkpoints.currentId).toBe('untrained');
  });

  it('cannot be one that is not there', () => {
    page.actions.selectCheckpoint('nonsense');
    page.actions.selectCheckpoint('live');
    expect(page.state().checkpoints.currentId).toBe('small-fine-tuned');
    expect(page.notices()).toEqual(['That model is not here any more. Choose another one.']);
  });
});

describe('own points', () => {
  const finish = async (step: number, phase: 'pretrained' | 'fineTuned' = 'pretrained') => {
    const runId = await page.startRunning();
    page.training.emit(runId, {
      type: 'saved',
      info: pointInfo({ phase, preset: 'nano', step }),
      bytes: Uint8Array.of(step),
    });
    page.training.emit(runId, { type: 'finished', step });
    await settled();
    return runId;
  };
  const own = () => page.state().checkpoints.points.filter((point) => point.origin === 'run');

  it('are stored and labelled, each label once', async () => {
    await finish(200);
    await finish(200);
    await finish(30, 'fineTuned');
    expect(own().map(({ label }) => label)).toEqual([
      'Yours: 200 steps of text',
      'Yours: 200 steps of text (2)',
      'Yours: 30 steps of code',
    ]);
    expect([...page.storage.points.keys()]).toEqual(own().map(({ id }) => id));
  });

  it('of the last four runs are kept, and none that is in use', async () => {
    const first = await finish(10);
    await finish(20);
    page.actions.editDraft('fineTune', { startFrom: `own-${first}-10` });
    for (const step of [30, 40, 50]) await finish(step);
    expect(own().map(({ info }) => info.step)).toEqual([10, 30, 40, 50]);
    expect([...page.storage.points.values()].map(({ info }) => info.step)).toEqual([10, 30, 40, 50]);
  });

  it('become what fine-tuning starts from, size, steps and all, unless the reader chose otherwise', async () => {
    const runId = await finish(300);
    expect(page.state().runs.drafts.fineTune).toMatchObject({
      startFrom: `own-${runId}-300`,
      preset: 'nano',
      totalSteps: 500,
    });
    page.actions.editDraft('fineTune', { startFrom: 'small-pretrained' });
    await finish(200);
    expect(page.state().runs.drafts.fineTune.startFrom).toBe('small-pretrained');
  });

  it('of old runs are forgotten even where nothing can be stored', async () => {
    page.storage.trouble = new Refusal('full');
    for (const step of [10, 20, 30, 40, 50, 60]) await finish(step);
    expect(own().map(({ info }) => info.step)).toEqual([30, 40, 50, 60]);
    expect(page.notices()).toHaveLength(1);
  });

  it('live as long as the page when they cannot be stored', async () => {
    page.storage.trouble = new Refusal('full');
    const runId = await finish(77);
    const lane = {
      laneId: 'a',
      checkpointId: `own-${runId}-77`,
      prompt: 'x',
      settings: page.state().prompt.settings,
    };
    await page.actions.generate(lane);
    expect(page.training.last('generate')?.source).toMatchObject({
      kind: 'checkpoint',
      bytes: Uint8Array.of(77),
    });
  });
});
