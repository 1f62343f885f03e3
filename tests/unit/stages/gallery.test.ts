import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GALLERY } from '../../../src/corpora/gallery';
import { asked, GALLERY_THEMES, type GalleryPreset } from '../../../src/corpora/gallery/preset';
import { SAMPLE_LIMITS } from '../../../src/engine/sample/distribution';
import { canOpen, openPreset } from '../../../src/stages/40-prompt/openPreset';
import { presetLink } from '../../../src/stages/40-prompt/presetLink';
import words from '../../../src/stages/40-prompt/gallery.en.md';
import { areAllWritten, nextPreset } from '../../../src/stages/40-prompt/useGallery';
import { laneWishes } from '../../../src/store/lanes';
import { setUp } from '../store/fakes';

const preset = (id: string): GalleryPreset => {
  const found = GALLERY.find((one) => one.id === id);
  if (!found) throw new Error(`Expected a preset ${id}`);
  return found;
};

describe('the words of the gallery', () => {
  it('name, ask, answer and explain every preset, and name every theme', () => {
    const keys = GALLERY.flatMap(({ id, options }) => [
      id,
      `${id}.question`,
      `${id}.caption`,
      ...Array.from({ length: options }, (_, option) => `${id}.${option}`),
    ]);
    const needed = [...keys, ...GALLERY_THEMES.map((theme) => `theme.${theme}`)];
    expect(needed.filter((key) => !words[key]?.text)).toEqual([]);
  });

  it('have none left of a preset that is gone', () => {
    const ids = GALLERY.map(({ id }) => id);
    const ofPresets = Object.keys(words).filter((key) => /\.(question|caption|\d)$/.test(key));
    expect(ofPresets.filter((key) => !ids.includes(key.replace(/\.\w+$/, '')))).toEqual([]);
    for (const { id, options } of GALLERY) expect(words[`${id}.${options}`], id).toBeUndefined();
  });

  it('explain in a few sentences', () => {
    const long = GALLERY.filter(({ id }) => (words[`${id}.caption`]?.text ?? '').length > 280);
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});

describe('the presets', () => {
  it('have settings that the sliders reach', () => {
    for (const { id, lanes } of GALLERY)
      for (const { settings } of lanes)
        for (const [name, { min, max }] of Object.entries(SAMPLE_LIMITS)) {
          const value = Object.entries(settings).find(([key]) => key === name)?.[1];
          expect(value, `${id}: ${name}`).toBeGreaterThanOrEqual(min);
          expect(value, `${id}: ${name}`).toBeLessThanOrEqual(max);
        }
  });

  it('do not all have their right answer in the same place', () => {
    for (const place of [0, 1, 2])
      expect(GALLERY.filter(({ answer }) => answer === place).length).toBeGreaterThan(GALLERY.length / 8);
  });

  it('follow one another to the last', () => {
    expect(nextPreset(GALLERY, preset('three-ages'))).toBe(GALLERY[1]);
    expect(nextPreset(GALLERY, preset('no-no-no'))).toBeNull();
  });
});

describe('opening a preset', () => {
  let page = setUp();
  beforeEach(async () => {
    page = setUp();
    await page.boot();
  });
  const two: Pick<GalleryPreset, 'lanes'> = {
    lanes: [
      asked('small-pretrained', 'Once', { temperature: 0.5, seed: 9 }),
      asked('small-fine-tuned', 'Once', { temperature: 1.5 }),
    ],
  };
  const open = (what: Pick<GalleryPreset, 'lanes'>): void => openPreset(page.actions, page.state(), what);

  it('fills the lab with its lanes, in the place of those that were there', () => {
    for (let i = 0; i < 3; i++) page.actions.addLane({ prompt: 'old' });
    open(two);
    const wishes = laneWishes(page.state());
    expect(wishes.map(({ prompt, checkpointId, settings }) => ({ prompt, checkpointId, settings }))).toEqual(
      two.lanes,
    );
  });

  it('lets the other lanes follow the first in what they share', () => {
    open(two);
    expect(page.state().prompt.beside).toMatchObject([{ prompt: null, checkpointId: 'small-fine-tuned' }]);
    page.actions.setPromptText('Twice');
    expect(laneWishes(page.state()).map(({ prompt }) => prompt)).toEqual(['Twice', 'Twice']);
  });

  it('writes nothing, and calls off what was being written', async () => {
    const sent = (): number => page.training.types().filter((type) => type === 'generate').length;
    page.actions.generateLanes();
    await vi.waitFor(() => expect(sent()).toBe(1));
    open(two);
    expect(page.state().prompt.generations['prompt']?.status).toBe('cancelled');
    expect(areAllWritten(page.state())).toBe(false);
    await Promise.resolve();
    expect(sent()).toBe(1);
  });

  it.each(GALLERY.map((preset) => [preset.id, preset] as const))(
    'by its link is like opening it by hand: %s',
    (id, preset) => {
      const link = presetLink(preset);
      expect(link.length).toBeLessThan(1000);
      page.actions.openLink(link);
      const wishes = laneWishes(page.state());
      expect(page.state().lesson).toMatchObject({ stage: 'prompt', question: id });
      expect(wishes.map(({ prompt, settings }) => ({ prompt, settings }))).toEqual(
        preset.lanes.map(({ prompt, settings }) => ({ prompt, settings })),
      );
      expect(page.state().prompt.generations).toEqual({});
    },
  );

  it('is possible only where all its models are there', () => {
    const { points } = page.state().checkpoints;
    expect(canOpen({ ...preset('three-ages'), lanes: two.lanes }, points)).toBe(true);
    const gone = asked('small-fine-tuned-9999', 'Once');
    expect(canOpen({ ...preset('three-ages'), lanes: [...two.lanes, gone] }, points)).toBe(false);
  });
});

describe('what a preset shows', () => {
  it('waits until every lane is written', async () => {
    const page = setUp();
    await page.boot();
    openPreset(page.actions, page.state(), { lanes: preset('do-not').lanes });
    page.actions.generateLanes();
    const end = (laneId: string): void => {
      const requestId = page.state().prompt.generations[laneId]?.requestId ?? '';
      page.training.emit('', { type: 'generated', requestId, text: '', ended: 'endOfText', durationMs: 1 });
    };
    end('prompt');
    expect(areAllWritten(page.state())).toBe(false);
    end('prompt:2');
    expect(areAllWritten(page.state())).toBe(true);
  });
});
