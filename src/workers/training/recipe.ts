import { text } from '../../content/narrative';
import { PRESETS, trainConfigOf } from '../../engine/config';
import type { GPTConfig, TrainConfig } from '../../engine/config';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { RunRecipe } from '../../protocol/training';
import { failingAs, SessionFailure } from './failures';
import words from './words.en.md';

/** What a number of a recipe may be. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const BOUNDS = {
  seed: { min: 0, max: 2 ** 32 - 1, whole: true },
  totalSteps: { min: 1, max: 20_000, whole: true },
  batchSize: { min: 1, max: 128, whole: true },
  learningRate: { min: 1e-6, max: 10, whole: false },
  replay: { min: 0, max: 1, whole: false },
} as const satisfies Partial<Record<keyof RunRecipe, Bounds>>;

type NumberField = keyof typeof BOUNDS;
const NUMBER_FIELDS: readonly NumberField[] = ['seed', 'totalSteps', 'batchSize', 'learningRate', 'replay'];

/** @throws SessionFailure badRecipe, naming the field, what was expected and what came */
export function checkRecipeNumber(field: NumberField, value: number): void {
  const { min, max, whole } = BOUNDS[field];
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return;
  const key = whole ? 'recipe.whole' : 'recipe.number';
  throw new SessionFailure('badRecipe', text(words, key, { field, min, max, value }));
}

/**
 * Checks the numbers and names of a recipe.
 * @throws SessionFailure badRecipe
 */
export function checkRecipe(recipe: RunRecipe): void {
  for (const field of NUMBER_FIELDS) checkRecipeNumber(field, recipe[field]);
  checkPreset(recipe);
}

function checkPreset({ preset }: Pick<RunRecipe, 'preset'>): void {
  if (Object.hasOwn(PRESETS, preset)) return;
  const known = Object.keys(PRESETS).join(', ');
  throw new SessionFailure('badRecipe', text(words, 'recipe.size', { known, preset }));
}

/** The tokenizer of a recipe. @throws SessionFailure badRecipe when it is not a valid one */
export function tokenizerOf(recipe: Pick<RunRecipe, 'tokenizer'>): Tokenizer {
  return failingAs('badRecipe', 'tokenizer', () => createTokenizer(recipe.tokenizer));
}

/** The shape of a fresh model of this recipe. @throws SessionFailure badRecipe when there is no such size */
export function configOf(recipe: Pick<RunRecipe, 'preset'>, tokenizer: Tokenizer): GPTConfig {
  checkPreset(recipe);
  return { ...PRESETS[recipe.preset].shape, vocabSize: tokenizer.vocabSize };
}

/** How this recipe trains: the preset's optimizer with the reader's numbers. */
export function trainConfigFor(recipe: RunRecipe): TrainConfig {
  const preset = trainConfigOf(PRESETS[recipe.preset], recipe.phase);
  const { batchSize, totalSteps, learningRate } = recipe;
  // A very short run would otherwise spend all its steps warming up.
  const warmupSteps = Math.min(preset.warmupSteps, Math.max(1, Math.floor(totalSteps / 5)));
  return { ...preset, batchSize, totalSteps, learningRate, warmupSteps };
}
