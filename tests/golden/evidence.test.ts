import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFigures } from '../../scripts/evidenceWords';
import { passCounts } from '../../scripts/evidence/claims/passing';
import { Examiner } from '../../scripts/evidence/examiner';
import type { Figure } from '../../scripts/evidence/figure';
import { SHIPPED_SEED } from '../../scripts/training/lives';
import type { PresetName } from '../../src/engine/config';
import { ROOT } from '../architecture/sources';

const EVIDENCE = join(ROOT, 'public/evidence.json');
const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex');

const figures = readFigures();
function figure(id: string): Figure {
  const found = figures.get(id);
  if (!found) throw new Error(`no figure "${id}" in ${EVIDENCE}`);
  return found;
}
const valueOf = (id: string): number => figure(id).value;
const idsLike = (pattern: RegExp): string[] => [...figures.keys()].filter((id) => pattern.test(id));

describe('the evidence', () => {
  it('was measured with the tokenizer that ships', () => {
    const { tokenizer } = JSON.parse(readFileSync(EVIDENCE, 'utf8')) as { tokenizer: string };
    expect(tokenizer).toBe(sha256('public/checkpoints/tokenizer.json'));
  });

  it('holds means and spreads of the values of its seeds', () => {
    expect(figures.size).toBeGreaterThan(150);
    for (const [id, { value, values, spread, seeds, n }] of figures) {
      expect(values.length, id).toBe(seeds.length);
      expect(value, id).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 10);
      if (values.length > 1) expect(spread, id).toEqual([Math.min(...values), Math.max(...values)]);
      expect(n, id).toBeGreaterThan(0);
    }
  });

  describe('of the models that ship', () => {
    let examiner: Examiner;
    beforeAll(async () => {
      examiner = await Examiner.open();
    });

    it.each<[PresetName, string]>([
      ['nano', 'seen'],
      ['small', 'newWording'],
      ['small', 'near'],
      ['shipped', 'far'],
    ])('is what they do: %s, %s', async (preset, split) => {
      const path = join(ROOT, `public/checkpoints/${preset}-fine-tuned.safetensors`);
      const { passes, total } = await passCounts(examiner, path, split);
      const { values, seeds } = figure(`${preset}.${split}.passes`);
      expect(passes / total).toBe(values[seeds.indexOf(SHIPPED_SEED)]);
    });
  });
});

describe('what the page claims', () => {
  it('no model passes a test before it has read code', () => {
    for (const preset of ['nano', 'small', 'shipped']) {
      expect(figure(`${preset}.beforeFineTuning.passes`).n).toBeGreaterThanOrEqual(300);
      expect(valueOf(`${preset}.beforeFineTuning.passes`)).toBe(0);
    }
  });

  it.each([
    ['nano', { seen: 0.35, newWording: 0.25, near: 0.2 }],
    ['small', { seen: 0.6, newWording: 0.5, near: 0.45 }],
    ['shipped', { seen: 0.92, newWording: 0.88, near: 0.8 }],
  ])('%s writes right programs after its schedule', (preset, least) => {
    for (const [split, rate] of Object.entries(least))
      expect(valueOf(`${preset}.${split}.passes`), split).toBeGreaterThanOrEqual(rate);
  });

  it('what is far from anything read is written in valid Python and almost always wrong', () => {
    for (const preset of ['small', 'shipped']) {
      expect(valueOf(`${preset}.far.parses`)).toBeGreaterThan(0.8);
      expect(valueOf(`${preset}.far.passes`)).toBeLessThan(0.2);
    }
  });

  it('fine-tuning alone forgets prose, replay protects it at a small price', () => {
    expect(valueOf('forgetting.prose.timesHigher')).toBeGreaterThanOrEqual(5);
    expect(valueOf('forgetting.prose.aboveWithReplay')).toBeLessThan(0.25);
    expect(valueOf('forgetting.prose.aboveWithMoreReplay')).toBeLessThanOrEqual(0.2);
    for (const cost of ['costOfReplay', 'costOfMoreReplay'])
      expect(valueOf(`forgetting.code.${cost}`)).toBeLessThanOrEqual(0.08);
  });

  it('pretraining on stories gives a head start in code, no more', () => {
    for (const step of [200, 300, 500])
      expect(valueOf(`transfer.${step}.pretrained.passes`)).toBeGreaterThan(
        valueOf(`transfer.${step}.scratch.passes`),
      );
    expect(valueOf('transfer.500.ratio')).toBeLessThan(1.5);
  });

  it('what is right is remembered where the task was read, and put together where it was not', () => {
    for (const preset of ['small', 'shipped']) {
      expect(valueOf(`${preset}.seen.newBody`)).toBeLessThan(0.1);
      expect(valueOf(`${preset}.near.newBody`)).toBeGreaterThan(0.9);
    }
  });

  it('words come long before sense', () => {
    expect(valueOf('reading.200.realWords')).toBeGreaterThan(0.9);
    expect(valueOf('reading.end.pronouns')).toBeLessThan(0.6);
    expect(valueOf('reading.large.end.pronouns')).toBeGreaterThan(0.8);
    expect(valueOf('reading.large.end.things')).toBeGreaterThan(2 * valueOf('reading.large.300.things'));
  });

  it('a model learns more from tokens than from letters', () => {
    const rates = [257, 384, 512, 768].map((size) => valueOf(`vocabulary.${size}.passes`));
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates[0]).toBeLessThan(0.05);
  });

  it('examples in the prompt do not help models this small', () => {
    for (const model of ['small', 'shipped'])
      expect(valueOf(`examples.${model}.1`)).toBeLessThan(valueOf(`examples.${model}.0`));
  });

  it('temperature trades right answers for different ones', () => {
    const along = (what: string): number[] =>
      [0.5, 0.8, 1, 1.2, 1.6].map((degrees) => valueOf(`temperature.${degrees}.${what}`));
    const [passes, distinct] = [along('pass@1'), along('distinct')];
    expect(passes).toEqual(passes.toSorted((a, b) => b - a));
    expect(distinct).toEqual(distinct.toSorted((a, b) => a - b));
    expect(valueOf('temperature.0.8.pass@8')).toBeGreaterThan(valueOf('temperature.0.pass@1'));
  });

  it('the wording decides', () => {
    for (const model of ['small', 'shipped']) {
      const rates = idsLike(new RegExp(`^wording\\.${model}\\.`)).map(valueOf);
      expect(rates.length).toBeGreaterThanOrEqual(6);
      expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThanOrEqual(0.6);
    }
  });

  it('names, paraphrases and a line break behind the prompt hardly matter to the largest model', () => {
    expect(valueOf('shipped.names.cost')).toBeLessThanOrEqual(0.05);
    expect(valueOf('shipped.paraphrase.spread')).toBeLessThanOrEqual(0.15);
    expect(valueOf('shipped.newline.changed')).toBe(0);
    expect(valueOf('small.newline.changed')).toBe(0);
    expect(valueOf('shipped.factorial')).toBe(1);
  });
});
