import { beforeEach, describe, expect, it } from 'vitest';
import { pointInfo, recipe, setUp, settled, started } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

/** Pretrains to the end, as the worker would tell it. */
async function pretrain(end: 'finished' | 'stopped' = 'finished'): Promise<void> {
  const { actions, training } = page;
  actions.editDraft('pretrain', { totalSteps: 300, seed: 9 });
  await actions.startRun('pretrain');
  training.emit('run1', started({ recipe: recipe({ seed: 9 }) }));
  const info = pointInfo({ phase: 'pretrained', preset: 'nano', step: 300, seed: 9 });
  training.emit('run1', { type: 'saved', info, bytes: Uint8Array.of(42) });
  training.emit('run1', { type: end, step: 300 });
  await settled();
}

describe('the whole life at one press', () => {
  it('fine-tunes what pretraining made, with the same seed and what was set for fine-tuning', async () => {
    page.actions.setGoesOn(true);
    page.actions.editDraft('fineTune', { replay: 0.25 });
    await pretrain();
    const start = page.training.last('start');
    expect(start?.runId).toBe('run2');
    expect(start?.recipe).toMatchObject({
      phase: 'fineTune',
      preset: 'nano',
      seed: 9,
      replay: 0.25,
      startedFrom: 'own-run1-300',
    });
    expect(start?.origin).toEqual(Uint8Array.of(42));
    expect(page.state().runs.latest).toEqual({ pretrain: 'run1', fineTune: 'run2' });
  });

  it('is only begun when it was asked for', async () => {
    await pretrain();
    expect(page.training.last('start')?.runId).toBe('run1');
  });

  it('does not go on from a run that the reader stopped', async () => {
    page.actions.setGoesOn(true);
    await pretrain('stopped');
    expect(page.training.last('start')?.runId).toBe('run1');
  });

  it('says so to a reader who still looks at pretraining', async () => {
    page.actions.setGoesOn(true);
    page.actions.goTo('pretrain');
    await pretrain();
    expect(
      page
        .state()
        .lesson.notices.map(({ text }) => text)
        .join(),
    ).toContain('fine-tuning on Python has begun');
  });

  it('is remembered on the next visit', async () => {
    page.actions.setGoesOn(true);
    await settled();
    const { storage } = page;
    page = setUp({ storage });
    await page.boot();
    expect(page.state().runs.goesOn).toBe(true);
  });
});
