/** What came of copying a link. */
export type Copied = { readonly kind: 'copied' } | { readonly kind: 'refused'; readonly link: string };

/** The part of the window that copying needs; tests pass a small one. */
export interface CopyPage {
  readonly location: { readonly href: string };
  /** `clipboard` is not there at all on plain http. */
  readonly navigator: { readonly clipboard?: Pick<Clipboard, 'writeText'> };
}

/**
 * Copies the page's address with another hash. The address bar keeps its own: a reload belongs to the reader, and
 * must not open the link as if a stranger had sent it.
 */
export async function copyLink(hash: string, { location, navigator }: CopyPage): Promise<Copied> {
  const link = new URL(hash, location.href).href;
  try {
    if (!navigator.clipboard) return { kind: 'refused', link };
    await navigator.clipboard.writeText(link);
    return { kind: 'copied' };
  } catch {
    return { kind: 'refused', link };
  }
}
