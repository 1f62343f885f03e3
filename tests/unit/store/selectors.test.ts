import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/engine/config';
import { DRAFT_LIMITS, editedDraft, freshDraft } from '../../../src/store/drafts';
import { downsample } from '../../../src/store/downsample';
import { lineage } from '../../../src/store/selectors';
import { pointInfo, setUp, settled } from './fakes';

describe('downsample', () => {
  const line = (length: number, yOf: (x: number) => number) =>
    Array.from({ length }, (_, x) => ({ x, y: yOf(x) }));
  const shrink = (items: readonly { x: number; y: number }[], limit = 200) =>
    downsample(
      items,
      limit,
      (p) => p.x,
      (p) => p.y,
    );

  it('keeps short lists as they are', () => {
    const items = line(200, Math.sin);
    expect(shrink(items)).toBe(items);
    expect(shrink([])).toEqual([]);
  });

  it('picks measured points in order, ends included, never more than the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), fc.array(fc.double(), { maxLength: 400 }), (limit, ys) => {
        const items = ys.map((y, x) => ({ x, y }));
        const kept = shrink(items, limit);
        expect(kept).toHaveLength(Math.min(limit, items.length));
        expect(
          kept.every((item, i) => items.includes(item) && (i === 0 || item.x > (kept[i - 1]?.x ?? 0))),
        ).toBe(true);
        expect([kept[0], kept.at(-1)]).toEqual([items[0], items.at(-1)]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('keeps a spike that one step made', () => {
    const items = line(5000, (x) => (x === 2345 ? 50 : 1));
    expect(shrink(items).some((item) => item.y === 50)).toBe(true);
  });
});

describe('a draft', () => {
  const presets: Record<string, 'nano' | 'small'> = { a: 'nano', b: 'small' };
  const presetOf = (id: string) => presets[id] ?? null;

  it('opens with what the size advises', () => {
    expect(freshDraft('pretrain')).toEqual({
      preset: 'nano',
      seed: 7,
      totalSteps: PRESETS.nano.pretrainSteps,
      learningRate: PRESETS.nano.learningRate,
      replay: 0,
      startFrom: null,
    });
    expect(freshDraft('fineTune')).toMatchObject({
      totalSteps: PRESETS.nano.fineTuneSteps,
      replay: 0.1,
    });
  });

  it('lets steps and learning rate follow the size until they are edited', () => {
    const small = editedDraft('pretrain', freshDraft('pretrain'), { preset: 'small' }, presetOf);
    expect(small).toMatchObject({
      totalSteps: PRESETS.small.pretrainSteps,
      learningRate: PRESETS.small.learningRate,
    });
    const edited = editedDraft('pretrain', small, { totalSteps: 42 }, presetOf);
    expect(editedDraft('pretrain', edited, { preset: 'pico' }, presetOf)).toMatchObject({
      totalSteps: 42,
      learningRate: PRESETS.pico.learningRate,
    });
  });

  it('takes the size of the model it starts from, whatever is chosen beside it', () => {
    const from = editedDraft('fineTune', freshDraft('fineTune'), { startFrom: 'b' }, presetOf);
    expect(from).toMatchObject({ startFrom: 'b', preset: 'small', totalSteps: PRESETS.small.fineTuneSteps });
    expect(editedDraft('fineTune', from, { preset: 'pico' }, presetOf).preset).toBe('small');
    expect(editedDraft('fineTune', from, { startFrom: 'gone' }, presetOf).startFrom).toBe('b');
    expect(editedDraft('fineTune', from, { startFrom: null, preset: 'pico' }, presetOf)).toMatchObject({
      startFrom: null,
      preset: 'pico',
    });
  });

  it('is in range whatever numbers come', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -1, 1e12));
    fc.assert(
      fc.property(wild, wild, wild, wild, (totalSteps, learningRate, seed, replay) => {
        const draft = editedDraft(
          'fineTune',
          freshDraft('fineTune'),
          { totalSteps, learningRate, seed, replay },
          presetOf,
        );
        for (const [name, { min, max }] of Object.entries(DRAFT_LIMITS)) {
          const value = draft[name as keyof typeof DRAFT_LIMITS];
          expect(value >= min && value <= max).toBe(true);
        }
        expect(Number.isInteger(draft.totalSteps) && Number.isInteger(draft.seed)).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('the life of the current model', () => {
  it('of a shipped one runs from random weights through pretraining', async () => {
    const page = setUp();
    await page.boot();
    expect(lineage(page.state()).map(({ id }) => id)).toEqual([
      'untrained',
      'small-pretrained-50',
      'small-pretrained',
      'small-fine-tuned',
    ]);
    page.actions.selectCheckpoint('small-pretrained-50');
    expect(lineage(page.state()).map(({ id }) => id)).toEqual(['untrained', 'small-pretrained-50']);
  });

  it('of an own one follows the runs that made it, also after a reload', async () => {
    const page = setUp();
    await page.boot();
    const first = await page.startRunning();
    for (const step of [100, 300]) {
      page.training.emit(first, {
        type: 'saved',
        info: pointInfo({ preset: 'nano', step }),
        bytes: Uint8Array.of(1),
      });
    }
    page.training.emit(first, { type: 'finished', step: 300 });
    const second = await page.startRunning('fineTune');
    const info = pointInfo({ phase: 'fineTuned', preset: 'nano', step: 50, priorSteps: 300 });
    page.training.emit(second, { type: 'saved', info, bytes: Uint8Array.of(1) });
    page.training.emit(second, { type: 'finished', step: 50 });
    await settled();
    const life = [`own-${first}-100`, `own-${first}-300`, `own-${second}-50`];
    expect(lineage(page.state()).map(({ id }) => id)).toEqual(life);

    const later = setUp({ storage: page.storage });
    await later.boot();
    later.actions.selectCheckpoint(`own-${second}-50`);
    expect(lineage(later.state()).map(({ id }) => id)).toEqual(life);
  });
});
