/**
 * What is publicly known about the models behind ChatGPT. Only figures their makers published.
 * @source brown2020
 */
export const GPT3 = {
  /** Table 2.1, "GPT-3 175B". */
  parameters: 175e9,
  /** Table 2.1: every GPT-3 model was trained for 300 billion tokens. */
  trainingTokens: 300e9,
  /** Section 2.1: the context window of all models. */
  contextTokens: 2048,
} as const;

/**
 * The step after fine-tuning that this page leaves out: people ranked answers, and the model was trained towards them.
 * @source ouyang2022
 */
export const HUMAN_FEEDBACK = {
  /** Section 3.5: the instruction-following models start from GPT-3 in three sizes, up to this many parameters. */
  largestModelParameters: 175e9,
  /** Section 3.4: about this many contractors wrote and ranked answers. */
  labellers: 40,
} as const;

/** How many times larger than a model GPT-3 is, to one significant figure. */
export function timesLarger(parameterCount: number): number {
  return Number((GPT3.parameters / parameterCount).toPrecision(1));
}
