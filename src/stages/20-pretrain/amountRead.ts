/** How often a run goes through a text of `textBytes` bytes; 0 when there is none. */
export function timesRead(
  steps: number,
  tokensPerStep: number,
  bytesPerToken: number,
  textBytes: number,
): number {
  return textBytes === 0 ? 0 : (steps * tokensPerStep * bytesPerToken) / textBytes;
}

/** Characters that are encoded to see how a tokenizer cuts a text: enough for an average, quick enough while typing. */
const PROBE_LENGTH = 4000;

/** Bytes a token stands for, on average, at the beginning of a text. */
export function bytesPerToken(text: string, encode: (text: string) => readonly number[]): number {
  const probe = text.slice(0, PROBE_LENGTH);
  const tokens = encode(probe).length;
  return tokens === 0 ? 1 : new TextEncoder().encode(probe).length / tokens;
}

/** What a text box can hold without slowing the page; a longer text is shown by its beginning. */
export const BOX_LENGTH = 100_000;
