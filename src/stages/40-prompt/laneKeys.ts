import type { KeyboardEvent } from 'react';

/** Ctrl, or on a Mac Command, and Enter in any prompt write all answers anew. */
export function onGenerateKey(write: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    write();
  };
}
