/**
 * How OpenAI's first model for code did when it was judged by running its programs, as this stage does.
 * @source chen2021 abstract and section 2.2
 */
export const CODEX = {
  /** Problems written by hand for it, each with tests, so that none could stand in the training text. */
  problems: 164,
  /** Share solved in one attempt. */
  passAt1: 0.288,
  /** Share solved with a hundred attempts per problem. */
  passAt100: 0.702,
  /** GPT-3, not fine-tuned on code, on the same problems. */
  gpt3: 0,
} as const;
