import type { Batch } from '../../engine/data/batch';
import type { BatchSource } from '../../engine/data/batches';
import { mixBatches } from '../../engine/data/batches';
import { createRandom } from '../../engine/random';
import type { RunRecipe } from '../../protocol/training';
import { createChunkedBatches } from './chunkedBatches';
import { codeMaterial } from './codeMaterial';
import { failingAs } from './failures';
import { valBatches, type Material, type Shape } from './material';
import { isProse, proseMaterial, type ProseRecipe } from './proseMaterial';

/** Everything a run reads: what it learns from, what it is tested on, what its samples begin with. */
export interface RunCorpus extends Pick<Material, 'baselineTexts' | 'samplePrompt' | 'lexicon'> {
  readonly source: BatchSource;
  /** Held-out prose; empty when the run does not watch prose. */
  readonly proseVal: readonly Batch[];
  /** Held-out code; empty when the run does not watch code. */
  readonly codeVal: readonly Batch[];
}

/**
 * Opens what a run reads. The batch of a step depends on the recipe and the step alone.
 * @param prose what the model had read before, watched and repeated while fine-tuning
 * @throws SessionFailure badCorpus when there is nothing to learn from
 */
export function corpusOf(recipe: RunRecipe, prose: ProseRecipe, shape: Shape): RunCorpus {
  const random = createRandom(recipe.seed).fork('corpus');
  const batchesOf = ({ documentsOf }: Material, name: string): BatchSource =>
    createChunkedBatches({ ...shape, random: random.fork(name), documentsOf });

  return failingAs('badCorpus', 'unlearnable', () => {
    if (isProse(recipe.corpus)) {
      const material = proseMaterial(recipe.corpus, random);
      const proseVal = valBatches(material, shape);
      return { ...material, source: batchesOf(material, 'windows'), proseVal, codeVal: [] };
    }
    const material = codeMaterial(recipe.corpus, random);
    const known = proseMaterial(prose, random.fork('known'));
    const code = batchesOf(material, 'windows');
    const source = recipe.replay > 0 ? mixBatches(code, batchesOf(known, 'replay'), recipe.replay) : code;
    return { ...material, source, proseVal: valBatches(known, shape), codeVal: valBatches(material, shape) };
  });
}
