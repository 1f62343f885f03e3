import { GALLERY } from '../../corpora/gallery';
import { SMALL } from '../../corpora/gallery/preset';
import type { LINK_PLANS, LinkStage, LinkState, PlanPlace } from '../../share/linkState';
import { presetState } from '../../stages/40-prompt/presetLink';

/** The size whose recorded run the lessons look at: it comes with the page, so a class never waits. */
const SIZE = 'small';

/** What a step shows: what its link says, and the part of the page to bring into view. */
export interface StepView {
  readonly link: LinkState;
  /** Id of a section of the page; absent where the step begins at the top. */
  readonly anchor?: string;
}

/**
 * A stage with the model that the page opens with, and nothing asked in Prompt: so the step is the same whichever step
 * was open before. Where the class trains its own model, a step leaves the model alone.
 */
const opens = (stage: LinkStage): LinkState => ({ stage, checkpoint: SMALL });

const recorded = (phase: 'pretrain' | 'fineTune', step: number): StepView => ({
  link: {
    ...opens(phase === 'pretrain' ? 'pretrain' : 'fine-tune'),
    recording: { preset: SIZE, phase, step },
  },
  anchor: 'recorded',
});

/** @throws Error when the gallery does not have the question */
function question(id: string): StepView {
  const preset = GALLERY.find((candidate) => candidate.id === id);
  if (!preset) throw new Error(`The gallery has no question "${id}"; a lesson asks it`);
  return { link: presetState(preset) };
}

/** Every step a lesson can have. Its words are in plans.en.md, under the same name. */
export const STEPS = {
  opening: { link: opens('start') },
  tokens: { link: opens('tokenize') },
  merges: { link: opens('tokenize'), anchor: 'merges' },
  noise: recorded('pretrain', 0),
  words: recorded('pretrain', 50),
  stories: recorded('pretrain', 300),
  trainStories: { link: { stage: 'pretrain' } },
  noCode: question('three-ages'),
  form: recorded('fineTune', 50),
  meaning: recorded('fineTune', 700),
  trainCode: { link: { stage: 'fine-tune' } },
  forgets: question('still-stories'),
  steers: question('comment-or-name'),
  renamed: question('renamed'),
  wordings: { link: opens('prompt'), anchor: 'wordings' },
  cold: question('cold-seeds'),
  hot: question('hot-code'),
  recited: question('by-heart'),
  newMixture: question('put-together'),
  mistake: question('given-mistake'),
  exam: { link: opens('evaluate') },
  repair: { link: opens('evaluate'), anchor: 'repair' },
  answer: { link: opens('conclusion') },
} as const satisfies Record<string, StepView>;
export type StepId = keyof typeof STEPS;

export type PlanId = (typeof LINK_PLANS)[number];

export interface PlanStep {
  readonly id: StepId;
  /** Suggested time for it. */
  readonly minutes: number;
}

export interface Plan {
  readonly id: PlanId;
  /** Time for all of it. */
  readonly minutes: number;
  readonly steps: readonly PlanStep[];
}

const step = (id: StepId, minutes: number): PlanStep => ({ id, minutes });

function plan(id: PlanId, steps: readonly PlanStep[]): Plan {
  return { id, minutes: steps.reduce((total, { minutes }) => total + minutes, 0), steps };
}

/** Three lessons that tell the same story with more and more left to the class. */
export const PLANS: readonly Plan[] = [
  plan('short', [
    step('opening', 2),
    step('tokens', 1.5),
    step('noise', 0.5),
    step('words', 0.5),
    step('stories', 1.5),
    step('noCode', 2),
    step('form', 1),
    step('meaning', 1.5),
    step('renamed', 1.5),
    step('mistake', 1.5),
    step('answer', 1.5),
  ]),
  plan('lesson', [
    step('opening', 3),
    step('tokens', 3),
    step('merges', 3),
    step('noise', 1),
    step('words', 1),
    step('stories', 3),
    step('noCode', 3),
    step('form', 2),
    step('meaning', 3),
    step('forgets', 2),
    step('steers', 3),
    step('renamed', 2),
    step('cold', 2),
    step('hot', 2),
    step('exam', 6),
    step('recited', 2),
    step('answer', 4),
  ]),
  plan('double', [
    step('opening', 4),
    step('tokens', 4),
    step('merges', 4),
    step('noise', 1),
    step('words', 1),
    step('stories', 3),
    step('trainStories', 12),
    step('noCode', 4),
    step('form', 2),
    step('meaning', 3),
    step('trainCode', 8),
    step('forgets', 3),
    step('steers', 3),
    step('wordings', 8),
    step('cold', 2),
    step('hot', 3),
    step('exam', 7),
    step('repair', 6),
    step('recited', 3),
    step('newMixture', 3),
    step('answer', 6),
  ]),
];

/** A lesson by its name. @throws Error for a name no plan has */
export function planById(id: PlanId): Plan {
  const found = PLANS.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no lesson plan "${id}"`);
  return found;
}

/** A place in a lesson that exists: a step beyond its end is its last one. */
export function placeIn({ id, step: wished }: PlanPlace): { readonly plan: Plan; readonly step: number } {
  const found = planById(id);
  return { plan: found, step: Math.min(wished, found.steps.length - 1) };
}

/** Suggested minutes until a step begins. */
export function minutesBefore({ steps }: Plan, at: number): number {
  return steps.slice(0, at).reduce((total, { minutes }) => total + minutes, 0);
}
