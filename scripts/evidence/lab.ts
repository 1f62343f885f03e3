/** What every claim is measured with: the trainer, the examiner, and the lives that several claims share. */
import type { PresetName } from '../../src/engine/config';
import type { TokenizerFile } from '../../src/engine/tokenizer/tokenizer';
import type { TrainedRun } from '../training/job';
import { lifeOf, SHIPPED_SEED } from '../training/lives';
import type { Trainer } from '../training/trainer';
import type { Examiner } from './examiner';

/** Of the training runs; the first is that of the lives that ship. */
export const SEEDS: readonly number[] = [SHIPPED_SEED, 11, 23];

/** A life that was trained. */
export interface Life {
  readonly seed: number;
  readonly pretrained: TrainedRun;
  readonly fineTuned: TrainedRun;
}

export interface Lab {
  readonly trainer: Trainer;
  readonly examiner: Examiner;
  readonly tokenizer: TokenizerFile;
}

/** Sizes whose claims rest on several seeds; the largest takes too long for more than one. */
export function seedsOf(preset: PresetName): readonly number[] {
  return preset === 'shipped' ? [SHIPPED_SEED] : SEEDS;
}

/** The lives of a preset, one for each of its seeds. */
export function livesOf({ trainer, tokenizer }: Lab, preset: PresetName): Promise<Life[]> {
  return Promise.all(
    seedsOf(preset).map(async (seed) => {
      const [first, second] = lifeOf({ preset, seed, tokenizer });
      const [pretrained, fineTuned] = await Promise.all([trainer.train(first), trainer.train(second)]);
      return { seed, pretrained, fineTuned };
    }),
  );
}
