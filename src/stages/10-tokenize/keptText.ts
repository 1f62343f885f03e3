/** Code units kept of what is typed or pasted. Encoding this many takes a few milliseconds, also for the oddest text. */
export const MAX_CHARACTERS = 20_000;

/** Tokens drawn as chips: enough to fill the view several times. */
export const MAX_CHIPS = 600;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The beginning of a text, never cutting a character in two. */
export function keepBeginning(text: string, limit = MAX_CHARACTERS): string {
  if (text.length <= limit) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit);
}

/**
 * What a paste makes of the text, without ever building the huge whole.
 * @param start where the selection starts in `text`; what is between it and `end` is replaced
 */
export function pasteInto(text: string, pasted: string, start: number, end: number): string {
  return keepBeginning(text.slice(0, start) + keepBeginning(pasted) + text.slice(end));
}

/** True when half of a character stands alone: UTF-8 cannot spell it, so it is read as "�". */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
