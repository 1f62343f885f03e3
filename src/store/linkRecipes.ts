import { counted, text } from '../content/narrative';
import type { OwnModel } from '../share/linkState';
import type { StoreContext } from './context';
import { editedDraft } from './drafts';
import { notify } from './lessonSlice';
import words from './notices.en.md';

/** A model of the sender's own, and the name of the one that stands in for it. */
export interface OfferedRecipe {
  readonly model: OwnModel;
  readonly standIn: string;
}

function numbersOf({ phase, preset, steps, seed }: OwnModel): string {
  const values = { preset, seed: String(seed) };
  return phase === 'untrained'
    ? text(words, 'sender.numbers.untrained', values)
    : counted(words, 'sender.numbers', steps, values);
}

/** Tells of the sender's own model, and sets the panels to as much of its recipe as a link carries. */
function offerRecipe(context: StoreContext, { model, standIn }: OfferedRecipe): void {
  const { get, patch } = context;
  const { phase, preset, steps, seed } = model;
  const trained = phase !== 'untrained';
  notify(
    context,
    'info',
    text(words, 'sender.used', {
      model: text(words, `sender.${phase}`),
      numbers: numbersOf(model),
      standIn,
    }),
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
  const named = rest.map(({ model, standIn }) =>
    text(words, 'sender.model', {
      model: text(words, `sender.${model.phase}`),
      numbers: numbersOf(model),
      standIn,
    }),
  );
  notify(context, 'info', text(words, 'sender.beside', { models: named.join('; ') }));
}
