/**
 * Turns a loss into bits per byte, the unit in which models with different tokenizers can be compared.
 *
 * A tokenizer with longer tokens has fewer, harder guesses to make; per byte of text that evens out.
 * @param lossNats mean loss per token, in nats
 * @param tokens how many tokens the mean is over
 * @param bytes UTF-8 bytes those tokens spell, above 0
 * @throws RangeError when bytes is not above 0
 */
export function bitsPerByte(lossNats: number, tokens: number, bytes: number): number {
  if (!(bytes > 0)) throw new RangeError(`Bits per byte need at least one byte of text, got ${bytes}`);
  return (lossNats * tokens) / (Math.LN2 * bytes);
}
