/** Lets the browser save something under this name, as if the reader had pressed a link to it. */
export function saveFile(name: string, content: string | Uint8Array, type: string): void {
  // A copy, because a typed array may lie in memory that a blob cannot hold.
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers read it only when the page has come to rest.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies a text; false where the browser refuses, as on plain http. */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}
