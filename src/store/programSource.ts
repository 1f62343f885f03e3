/** The whole program: the model does not see whitespace at the end of a prompt. */
export function sourceOfProgram(prompt: string, text: string): string {
  return prompt.trimEnd() + text;
}
