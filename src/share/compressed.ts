import { deflateSync, Inflate } from 'fflate';
import { MAX_LINK_PROMPT } from './linkState';

/** Bytes of a full prompt in UTF-8, at most: three for every UTF-16 unit. */
const MAX_BYTES = 3 * MAX_LINK_PROMPT;
/** Nothing that was compressed here is longer: text that does not compress is stored as it is, and 64 bytes are spare. */
const MAX_COMPRESSED = MAX_BYTES + 64;
/** Bytes looked at before the size of what came out is checked again. They grow by a factor of 1,032 at most. */
const CHUNK = 32;

/** The text is no compressed prompt, or one that would not stop growing. */
export class CompressionError extends Error {
  override readonly name = 'CompressionError';
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1)
    throw new CompressionError('Expected base64url, got something else.');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/**
 * A text, deflated (RFC 1951) and spelled in base64url.
 * @param shared a text that is known to whoever reads it: what both have in common costs next to nothing
 */
export function compress(text: string, shared = ''): string {
  const dictionary = new TextEncoder().encode(shared);
  return toBase64Url(deflateSync(new TextEncoder().encode(text), { level: 9, dictionary }));
}

/** Inflates until the end, or until more came out than a prompt can have. */
function inflate(compressed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const out = new Uint8Array(MAX_BYTES);
  let length = 0;
  const stream = new Inflate({ dictionary }, (piece) => {
    if (length + piece.length > MAX_BYTES)
      throw new CompressionError(`Expected at most ${MAX_BYTES} bytes, got more.`);
    out.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < compressed.length; at += CHUNK) {
    stream.push(compressed.subarray(at, at + CHUNK), at + CHUNK >= compressed.length);
  }
  return out.subarray(0, length);
}

/**
 * The text that `compress` was given. It stops as soon as more comes out than a prompt can have, so that a few
 * bytes that stand for gigabytes cost neither memory nor time.
 * @throws Error when the text is damaged, or stands for more than a prompt can have
 */
export function decompress(text: string, shared = ''): string {
  if (text.length > Math.ceil((MAX_COMPRESSED * 4) / 3))
    throw new CompressionError(`Expected at most ${MAX_COMPRESSED} bytes, got more.`);
  const bytes = inflate(fromBase64Url(text), new TextEncoder().encode(shared));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
