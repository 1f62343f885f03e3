/**
 * What is publicly known about the models behind ChatGPT. Only figures their makers published.
 * @source Brown et al. 2020, "Language Models are Few-Shot Learners", arXiv:2005.14165, tables 2.1 and 2.2
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
 * @source Ouyang et al. 2022, "Training language models to follow instructions with human feedback", arXiv:2203.02155
 */
export const HUMAN_FEEDBACK = {
  /** Section 3.5: the instruction-following models start from GPT-3 in three sizes, up to this many parameters. */
  largestModelParameters: 175e9,
  /** Section 3.4: about this many contractors wrote and ranked answers. */
  labellers: 40,
} as const;

/** How many times larger GPT-3 is, as a round power of ten in words, e.g. "about 100,000 times". */
export function timesLarger(parameterCount: number): string {
  const power = 10 ** Math.round(Math.log10(GPT3.parameters / parameterCount));
  return `about ${new Intl.NumberFormat('en').format(power)} times`;
}
