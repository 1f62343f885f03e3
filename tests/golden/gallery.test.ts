import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startNodeJudge, type NodeJudge } from '../../scripts/nodeJudge';
import { testsOfPrompt } from '../../src/corpora/code/testsOfPrompt';
import { GALLERY } from '../../src/corpora/gallery';
import {
  asked,
  GALLERY_THEMES,
  type Claim,
  type GalleryPreset,
  type GallerySettings,
} from '../../src/corpora/gallery/preset';
import { proseLexicon } from '../../src/corpora/prose/lexicon';
import { realWords } from '../../src/engine/evaluate/realWords';
import { sourceOfProgram } from '../../src/store/programSource';
import { UNTRAINED_ID } from '../../src/store/points';
import { ROOT } from '../architecture/sources';
import { bestTwoApart, edgeDistance, GalleryWriter, type Written } from './galleryWriter';

/** Backends round differently, by less than this: a draw or a choice nearer to another token may turn out otherwise. */
const PORTABLE = { edge: 1e-4, logit: 1e-3 };

const THREE_IN_A_ROW = /(\S.{2,}?)\1\1/s;

let writer: GalleryWriter;
let judge: NodeJudge;
const lexicon = proseLexicon();
beforeAll(async () => {
  writer = await GalleryWriter.open();
  judge = await startNodeJudge();
});

async function verdictOf({ lanes }: GalleryPreset, texts: readonly Written[], lane: number): Promise<string> {
  const prompt = lanes[lane]?.prompt ?? '';
  const tests = testsOfPrompt(prompt);
  const { verdict } = await judge(sourceOfProgram(prompt, texts[lane]?.text ?? ''), tests ?? []);
  // Without tests the page says no more than that a program runs.
  return verdict === 'passed' && !tests ? 'runs' : verdict;
}

/** True when a claim holds of what was written. */
async function holds(claim: Claim, preset: GalleryPreset, written: readonly Written[]): Promise<boolean> {
  const at = (lane: number): Written => {
    const one = written[lane];
    if (!one) throw new RangeError(`${preset.id}: expected a lane below ${written.length}, got ${lane}`);
    return one;
  };
  switch (claim.kind) {
    case 'passes':
      return (await verdictOf(preset, written, claim.lane)) === 'passed';
    case 'fails':
      return (await verdictOf(preset, written, claim.lane)) === claim.verdict;
    case 'begins':
      return at(claim.lane).text.startsWith(claim.text);
    case 'contains':
      return at(claim.lane).text.includes(claim.text);
    case 'lacks':
      return !at(claim.lane).text.includes(claim.text);
    case 'same':
      return new Set(claim.lanes.map((lane) => at(lane).text)).size === 1;
    case 'differ':
      return new Set(claim.lanes.map((lane) => at(lane).text)).size === claim.lanes.length;
    case 'ends':
      return at(claim.lane).endedByItself;
    case 'runsOn':
      return !at(claim.lane).endedByItself;
    case 'repeats':
      return THREE_IN_A_ROW.test(at(claim.lane).text);
    case 'realWords': {
      const { share } = realWords(at(claim.lane).text, lexicon);
      return 'atLeast' in claim ? share >= claim.atLeast : share <= claim.atMost;
    }
  }
}

describe('the gallery', () => {
  it('has at least thirty presets, some in every theme', () => {
    expect(GALLERY.length).toBeGreaterThanOrEqual(30);
    for (const theme of GALLERY_THEMES)
      expect(GALLERY.filter((preset) => preset.theme === theme).length, theme).toBeGreaterThanOrEqual(4);
    expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length);
  });

  it('asks only models that came with the page', () => {
    const manifest = readFileSync(join(ROOT, 'public/checkpoints/manifest.json'), 'utf8');
    const shipped = (JSON.parse(manifest) as { id: string }[]).map(({ id }) => id);
    const asked = GALLERY.flatMap(({ lanes }) => lanes.map(({ checkpointId }) => checkpointId));
    expect(asked.filter((id) => id !== UNTRAINED_ID && !shipped.includes(id))).toEqual([]);
  });

  it.each(GALLERY.map((preset) => [preset.id, preset] as const))(
    'shows what it claims: %s',
    async (_, preset) => {
      const { lanes, claims, options, answer } = preset;
      expect(lanes.length).toBeGreaterThanOrEqual(1);
      expect(lanes.length).toBeLessThanOrEqual(4);
      expect(answer).toBeLessThan(options);
      expect(claims.length).toBeGreaterThan(0);
      const written: Written[] = [];
      for (const lane of lanes) written.push(await writer.write(lane));
      const broken: Claim[] = [];
      for (const claim of claims) if (!(await holds(claim, preset, written))) broken.push(claim);
      expect(broken, JSON.stringify(written, null, 1)).toEqual([]);
      for (const { text, edgeDistance: edge, logitDistance: logit } of written) {
        expect(edge, text).toBeGreaterThanOrEqual(PORTABLE.edge);
        expect(logit, text).toBeGreaterThanOrEqual(PORTABLE.logit);
      }
    },
  );
});

describe('what is refused because it may differ elsewhere', () => {
  const PLAIN: GallerySettings = asked('', '', { temperature: 1 }).settings;
  const logs = (...probs: number[]): Float32Array => Float32Array.from(probs, Math.log);

  it('is a draw near the edge between two tokens, never the ends of all', () => {
    const logits = logs(0.25, 0.5, 0.25);
    expect(edgeDistance(logits, PLAIN, 0.7)).toBeCloseTo(0.05, 6);
    expect(edgeDistance(logits, PLAIN, 0.2)).toBeCloseTo(0.05, 6);
    expect(edgeDistance(logits, PLAIN, 0.99999)).toBeCloseTo(0.24999, 5);
    expect(edgeDistance(logits, PLAIN, 0.75001)).toBeLessThan(PORTABLE.edge);
  });

  it('is a draw that a token in doubt could move: two on the border of top-k, or a sum on that of top-p', () => {
    const settled = logs(0.6, 0.3, 0.1);
    expect(edgeDistance(settled, { ...PLAIN, topK: 2 }, 0.5)).toBeCloseTo(1 / 6, 6);
    expect(edgeDistance(settled, { ...PLAIN, topP: 0.8 }, 0.5)).toBeCloseTo(1 / 6, 6);
    const tied = logs(0.6, 0.2, 0.2);
    expect(edgeDistance(tied, { ...PLAIN, topK: 2 }, 0.7)).toBeLessThan(PORTABLE.edge);
    expect(edgeDistance(settled, { ...PLAIN, topP: 0.90001 }, 0.5)).toBeLessThan(0.1);
  });

  it('is a choice between two logits that are nearly the same', () => {
    expect(bestTwoApart(Float32Array.of(1, 3, 2.5))).toBeCloseTo(0.5, 6);
    expect(bestTwoApart(Float32Array.of(3, 1, 3))).toBe(0);
  });
});
