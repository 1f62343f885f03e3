import type { Hidable, StageId } from '../store/state';

/** A region of a stage, and what takes it away. */
interface Region {
  /** Key of its name in share.en.md. */
  readonly name: string;
  readonly hiddenBy?: readonly Hidable[];
}

interface Plan {
  /** Across the page, above story and bench. */
  readonly lead?: readonly Region[];
  /** Beside the story. */
  readonly bench: readonly Region[];
  readonly below: readonly Region[];
}

const notes: Region = { name: 'notes', hiddenBy: ['notes'] };
const material: Region = { name: 'material' };

/** A stage that trains: without training its settings are gone too, and what it reads takes the bench. */
const training: Plan = {
  bench: [
    { name: 'training', hiddenBy: ['training'] },
    { name: 'settings', hiddenBy: ['settings', 'training'] },
  ],
  below: [{ name: 'curves', hiddenBy: ['training'] }, { name: 'recorded' }, notes, material],
};

/** The regions of every stage, as its panel lays them out. */
export const PLANS: Readonly<Record<StageId, Plan>> = {
  start: { bench: [{ name: 'answers' }], below: [notes] },
  tokenize: { bench: [{ name: 'tokens' }], below: [{ name: 'vocabulary' }, notes] },
  pretrain: training,
  'fine-tune': training,
  prompt: {
    lead: [{ name: 'gallery', hiddenBy: ['gallery'] }],
    bench: [
      { name: 'prompt' },
      { name: 'answers' },
      { name: 'settings', hiddenBy: ['settings'] },
      { name: 'keeping' },
    ],
    below: [{ name: 'wordingLab' }, notes],
  },
  evaluate: {
    bench: [{ name: 'examination' }, { name: 'settings', hiddenBy: ['settings'] }],
    below: [{ name: 'results' }, notes],
  },
  conclusion: { bench: [{ name: 'takeAway' }], below: [{ name: 'found' }, notes, { name: 'report' }] },
};

/** What a page shows: its regions by place, top to bottom. */
export interface PageSketch {
  readonly navigation: boolean;
  readonly strip: boolean;
  readonly lead: readonly string[];
  readonly bench: readonly string[];
  readonly below: readonly string[];
}

/** The regions that a stage shows while parts of the page are hidden. */
export function pageSketch(stage: StageId, hide: readonly Hidable[]): PageSketch {
  const shown = (regions: readonly Region[]): string[] =>
    regions
      .filter(({ hiddenBy = [] }) => !hiddenBy.some((part) => hide.includes(part)))
      .map(({ name }) => name);
  const { lead = [], ...plan } = PLANS[stage];
  const bench = shown(plan.bench);
  const below = shown(plan.below);
  const isEmpty = bench.length === 0;
  return {
    navigation: !hide.includes('navigation'),
    strip: !hide.includes('strip'),
    lead: shown(lead),
    bench: isEmpty ? [material.name] : bench,
    below: isEmpty ? below.filter((name) => name !== material.name) : below,
  };
}
