import { proseDocuments } from '../../corpora/prose/stories';

/** With this seed the corpus opens with two stories and a how-to: both kinds are seen in three texts. */
const SEED = 'excerpt 31';
const TEXTS = 3;

/** The first training texts of a seed, as a run reads them. */
export function drawExcerpt(): readonly string[] {
  const documents = proseDocuments({ seed: SEED, split: 'train' });
  return Array.from({ length: TEXTS }, () => documents.next().value);
}
