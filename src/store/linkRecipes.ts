import type { OwnModel } from '../share/linkState';
import type { StoreContext } from './context';
import { editedDraft } from './drafts';
import { notify } from './lessonSlice';

const OWN_WORDS: Readonly<Record<OwnModel['phase'], string>> = {
  untrained: 'a model of their own that had learned nothing yet',
  pretrained: 'a model they pretrained themselves',
  fineTuned: 'a model they fine-tuned themselves',
};

/** A model of the sender's own, and the name of the one that stands in for it. */
export interface OfferedRecipe {
  readonly model: OwnModel;
  readonly standIn: string;
}

function numbersOf({ phase, preset, steps, seed }: OwnModel): string {
  return phase === 'untrained'
    ? `size ${preset}, seed ${seed}`
    : `size ${preset}, ${steps} steps, seed ${seed}`;
}

/** Tells of the sender's own model, and sets the panels to as much of its recipe as a link carries. */
function offerRecipe(context: StoreContext, { model, standIn }: OfferedRecipe): void {
  const { get, patch } = context;
  const { phase, preset, steps, seed } = model;
  const trained = phase !== 'untrained';
  notify(
    context,
    'info',
    `The sender used ${OWN_WORDS[phase]}: ${numbersOf(model)}. You see the nearest one that comes with the page, "${standIn}". The training panel is set to these numbers; texts, tokens and other settings of theirs do not travel in a link, so what you train can differ.`,
  );
  const { drafts } = get().runs;
  const target = phase === 'fineTuned' ? 'fineTune' : 'pretrain';
  const presetOf = (id: string) =>
    get().checkpoints.points.find((point) => point.id === id)?.info.preset ?? null;
  const change = { preset, seed, ...(trained ? { totalSteps: steps } : {}) };
  patch('runs', { drafts: { ...drafts, [target]: editedDraft(target, drafts[target], change, presetOf) } });
}

/** Tells of all models of the sender's own: of the first in full, with the panels set to it, then of every other. */
export function offerRecipes(context: StoreContext, recipes: readonly OfferedRecipe[]): void {
  const [first, ...others] = recipes;
  if (!first) return;
  offerRecipe(context, first);
  const told = numbersOf(first.model);
  const rest = others.filter(({ model }) => numbersOf(model) !== told || model.phase !== first.model.phase);
  if (rest.length === 0) return;
  const named = rest.map(
    ({ model, standIn }) =>
      `${OWN_WORDS[model.phase]} (${numbersOf(model)}; the nearest one here is "${standIn}")`,
  );
  notify(context, 'info', `For the answers beside the first, the sender also used ${named.join(' and ')}.`);
}
