/** Text as it can be shown: bytes that spell no character, and characters that cannot be seen, all look the same. */
export function shownText(written: string): string {
  return written.replace(/[^\P{C}\n\t]/gu, '\uFFFD');
}
