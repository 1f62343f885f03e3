import { MAX_LINK_PROMPT } from './linkState';

/** The text with every lone surrogate, which no UTF-8 can carry, replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * A prompt that fits into a link. Too long ones lose their beginning, because a model reads the end of
 * a prompt: what is left still gives the same answer as long as it fills the context.
 */
export function fitPrompt(prompt: string): string {
  if (prompt.length <= MAX_LINK_PROMPT) return wellFormed(prompt);
  const end = prompt.slice(-MAX_LINK_PROMPT);
  // The cut may have split a pair: its second half alone is no character.
  return wellFormed(/^[\uDC00-\uDFFF]/.test(end) ? end.slice(1) : end);
}
