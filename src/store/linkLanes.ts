import { text } from '../content/narrative';
import type { LinkState } from '../share/linkState';
import type { StoreContext } from './context';
import { notify } from './lessonSlice';
import { linkedPoint } from './linkMapping';
import type { OfferedRecipe } from './linkRecipes';
import words from './notices.en.md';

/**
 * Gives the lanes a link opened the models it names; one whose model is not here asks the first one's, and the
 * reader is told. Call once the list of models is there.
 * @returns the sender's own models among them
 */
export function placeLinkedLanes(context: StoreContext, { lanes = [] }: LinkState): readonly OfferedRecipe[] {
  const { get, patch } = context;
  const recipes: OfferedRecipe[] = [];
  const beside = get().prompt.beside.map((lane, i) => {
    const link = lanes[i];
    // The reader may have taken another model meanwhile.
    if (link?.checkpoint === undefined || lane.checkpointId !== link.checkpoint) return lane;
    const { point, missing } = linkedPoint(get(), link);
    if (missing !== null || !point) {
      notify(
        context,
        'warning',
        text(words, 'link.laneModelMissing', { missing: link.checkpoint, number: i + 2 }),
      );
      return { ...lane, checkpointId: null };
    }
    if (link.ownModel) recipes.push({ model: link.ownModel, standIn: point.label });
    return lane;
  });
  patch('prompt', { beside });
  return recipes;
}
