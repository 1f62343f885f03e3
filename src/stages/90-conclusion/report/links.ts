import { phaseName, sizeName } from '../../../content/modelNames';
import { counted, text } from '../../../content/narrative';
import { decodeLink } from '../../../share/decode';
import type { OwnModel } from '../../../share/linkState';
import type { Block } from './report';
import words from './words.en.md';

/** How a model was made, as far as a link says it. */
function recipeText({ phase, preset, steps, seed }: OwnModel): string {
  const values = { phase: phaseName(phase), size: sizeName(preset), seed: String(seed) };
  if (phase === 'untrained') return text(words, 'untrained', values);
  return counted(words, 'recipe', steps, values);
}

/** The models of the reader's own that a link stands others in for. */
function ownModelsOf(hash: string): readonly string[] {
  const { state } = decodeLink(hash);
  return [
    ...new Set(
      [state, ...(state.lanes ?? [])].flatMap(({ ownModel }) => (ownModel ? [recipeText(ownModel)] : [])),
    ),
  ];
}

/** A link to a state of the page; beside it stands what no link can carry. */
export function linkBlocks(label: string, page: string, hash: string): readonly Block[] {
  const models = ownModelsOf(hash);
  return [
    { kind: 'link', label, href: page + hash },
    ...(models.length === 0
      ? []
      : [{ kind: 'text' as const, text: text(words, 'ownModel', { models: models.join('; ') }) }]),
  ];
}
