import { text } from '../content/narrative';
import words from './notices.en.md';
/** Own text is kept up to this many bytes of UTF-8: it is saved with its run, every few seconds, so it must stay small. */
export const MAX_TEXT_BYTES = 2_000_000;

/** What is said of a text that was cut. */
export const CUT_NOTE = text(words, 'text.cut', { size: MAX_TEXT_BYTES / 1_000_000 });

/** Of one hundred characters, how many may be broken before a file counts as no text at all. */
const MAX_BROKEN_PERCENT = 1;
/** A handful of broken characters is an accident, however short the text. */
const MAX_BROKEN_ACCIDENTS = 8;

/** All control characters but tab and newline. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** A cleaned text, and what was changed: short sentences for the reader. */
export interface CleanText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A text, or a sentence that says why it is none. */
export type ReadText = (CleanText & { readonly ok: true }) | { readonly ok: false; readonly problem: string };

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isMostlyBroken(broken: number, length: number): boolean {
  return broken > MAX_BROKEN_ACCIDENTS && broken * 100 > MAX_BROKEN_PERCENT * length;
}

/** The longest beginning of a text that fits into `maxBytes` of UTF-8; never splits a character. */
export function firstBytes(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes));
  return text.slice(0, read);
}

/**
 * Makes any string usable as training text: line ends become `\n`, a leading byte-order mark, control
 * characters and what exceeds `MAX_TEXT_BYTES` go, lone surrogates become U+FFFD. Emoji, direction marks and
 * every script stay as they are.
 */
export function cleanText(raw: string): ReadText {
  const notes: string[] = [];
  // A UTF-16 unit is at least one byte of UTF-8, so this loses nothing that would have been kept.
  const bounded = raw.length > MAX_TEXT_BYTES ? raw.slice(0, MAX_TEXT_BYTES) : raw;
  const lines = bounded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const controls = count(lines, CONTROL);
  if (isMostlyBroken(controls, lines.length)) {
    return { ok: false, problem: text(words, 'text.binary') };
  }
  const visible = controls > 0 ? lines.replace(CONTROL, '') : lines;
  if (controls > 0) notes.push(text(words, 'text.controls'));
  const wellFormed = visible.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (wellFormed !== visible) notes.push(text(words, 'text.broken'));
  const kept = firstBytes(wellFormed, MAX_TEXT_BYTES);
  if (kept.length < wellFormed.length || bounded.length < raw.length) {
    notes.push(CUT_NOTE);
  }
  return { ok: true, text: kept, notes };
}

/** The encoding a byte-order mark names; UTF-8 where there is none. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Reads the first bytes of a file as text.
 * @param cut whether the file goes on after these bytes; a character split there is left out
 */
export function readTextBytes(bytes: Uint8Array, cut: boolean): ReadText {
  const decoded = new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: cut });
  const written = count(decoded, /\uFFFD/g);
  const cleaned = cleanText(decoded);
  if (cleaned.ok && isMostlyBroken(written, decoded.length)) {
    return {
      ok: false,
      problem: text(words, 'text.encoding'),
    };
  }
  return cleaned;
}
